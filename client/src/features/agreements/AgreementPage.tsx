import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { Whole_AgreementFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { LinkButton } from '../../ui/button/Button.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { PaperList } from '../../ui/upload/PaperList.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { AgreementHands } from './AgreementHands.js';
import { AgreementText } from './AgreementText.js';
import { CAPACITY, END_REASON, KIND, STATE } from './agreement-words.js';
import { AGREEMENT, COUNTERSIGN, ONE_AGREEMENT } from './agreements.operations.js';
import { EndAgreement } from './EndAgreement.js';
import { GuardianHand } from './GuardianHand.js';
import { SaveAgreement } from './SaveAgreement.js';
import { SignForm, type Mark } from './SignForm.js';
import { usePageLanguage } from './use-page-language.js';

type Whole = Whole_AgreementFragment;
interface PartProps {
  readonly agreement: Whole;
  readonly reload: () => void;
}

/** One agreement: its words, who has signed, what comes next; the agency's hand and its end. */
export default function AgreementPage() {
  const { i18n } = useLingui();
  const { id = '' } = useParams();
  const language = usePageLanguage();
  const [{ data, error }, load] = useQuery({
    query: ONE_AGREEMENT,
    variables: { id, language },
    requestPolicy: 'cache-and-network',
  });
  const may = useMay();
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={8} />;
  if (!data.agreement) return <NotFoundState home="/agency/agreements" />;
  const agreement = readFragment(AGREEMENT, data.agreement);
  const { kind, state, name, waitsFor, mine } = agreement;
  const toSign = waitsFor[0] === 'AGENCY';
  const open = waitsFor.length > 0 || state === 'IN_FORCE';
  return (
    <Page
      title={`${name} · ${i18n._(KIND[kind])}`}
      lead={<StateBadge tone={STATE[state].tone}>{i18n._(STATE[state].word)}</StateBadge>}
      actions={
        <>
          <SaveAgreement id={agreement.id} />
          <LinkButton variant="default" to="/agency/agreements">
            <Trans>全部协议</Trans>
          </LinkButton>
        </>
      }
    >
      <Days agreement={agreement} />
      <Section title={<Trans>写了什么</Trans>}>
        <Card>
          <AgreementText {...agreement} />
        </Card>
      </Section>
      <Section title={<Trans>签名</Trans>}>
        <Card>
          <AgreementHands hands={agreement.hands} waitsFor={waitsFor} />
          {agreement.papers.length > 0 ? <PaperList papers={agreement.papers} /> : null}
        </Card>
        {waitsFor.includes('GUARDIAN') && may('agreement.offer') && !mine ? (
          <GuardianHand agreement={agreement} reload={reload} />
        ) : null}
        {toSign && may('agreement.sign') && !mine ? <Countersign agreement={agreement} reload={reload} /> : null}
        {toSign && may('agreement.sign') && mine ? (
          <p>
            <Trans>这是您自己的协议，请另一位负责人代表机构签。</Trans>
          </p>
        ) : null}
        {toSign && !may('agreement.sign') ? (
          <p>
            <Trans>等督导者或机构负责人代表机构签。</Trans>
          </p>
        ) : null}
      </Section>
      {open && may('agreement.sign') && !mine ? <EndAgreement agreement={agreement} reload={reload} /> : null}
      <WhoSees permission="agreement.read" />
    </Page>
  );
}

function Days({ agreement }: { readonly agreement: Whole }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { volunteerId, childId, name, number, templateNumber, offeredAt, signBy, startsOn, validUntil } = agreement;
  const { endedOn, endReason, endNote, waitsFor } = agreement;
  const to = volunteerId
    ? `/agency/volunteers/${encodeURIComponent(volunteerId)}`
    : `/agency/children/${encodeURIComponent(childId ?? '')}`;
  return (
    <Card>
      <Facts>
        <Fact name={volunteerId ? <Trans>志愿者</Trans> : <Trans>哪个孩子</Trans>}>
          <Link to={to}>{name}</Link>
        </Fact>
        <Fact name={<Trans>编号</Trans>}>
          <code>{number}</code>
        </Fact>
        <Fact name={<Trans>文本</Trans>}>
          <Trans>第 {templateNumber} 版</Trans>
        </Fact>
        <Fact name={<Trans>请对方签的时间</Trans>}>{format.instant(offeredAt)}</Fact>
        {waitsFor.length > 0 ? (
          <Fact name={<Trans>还等谁签</Trans>}>{format.list(waitsFor.map((who) => i18n._(CAPACITY[who])))}</Fact>
        ) : null}
        {signBy && waitsFor.length > 0 ? <Fact name={<Trans>最晚哪天签</Trans>}>{format.day(signBy)}</Fact> : null}
        {startsOn ? <Fact name={<Trans>从哪天起有效</Trans>}>{format.day(startsOn)}</Fact> : null}
        {validUntil ? <Fact name={<Trans>有效到</Trans>}>{format.day(validUntil)}</Fact> : null}
        {endedOn ? <Fact name={<Trans>哪天结束</Trans>}>{format.day(endedOn)}</Fact> : null}
        {endReason ? (
          <Fact name={<Trans>为什么结束</Trans>}>
            {i18n._(END_REASON[endReason])}
            {endNote ? <> · {endNote}</> : null}
          </Fact>
        ) : null}
      </Facts>
    </Card>
  );
}

function Countersign({ agreement, reload }: PartProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { name: viewerName } = useViewer();
  const [{ fetching }, countersign] = useMutation(COUNTERSIGN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { id: agreementId, version, textHash } = agreement;
  const sign = async ({ method, name, signature }: Mark, arrived: () => void): Promise<void> => {
    setProblem(null);
    const hand = { method, name, signature: method === 'DRAWN' ? signature : null };
    const { data, error } = await countersign({ input: { agreementId, version, textHash, ...hand } });
    const outcome = data?.countersignAgreement;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'Agreement') {
      arrived();
      toast({ message: t`签好了，协议从今天起生效。` });
    } else if (outcome.__typename === 'InvalidInput' && outcome.fields.some(({ code }) => code === 'SECOND_LOOK')) {
      return setProblem(<Trans>监护人的签名是您记下的，请另一位负责人看过以后代表机构签。</Trans>);
    } else setProblem(<Trans>这份协议刚刚有了变化，请看一看再签。</Trans>);
    reload();
  };
  return (
    <Section title={<Trans>代表机构签</Trans>} lead={<Trans>签之前请读一遍上面的全文。签好以后当天生效。</Trans>}>
      <Card tone="waiting">
        <SignForm
          draft={agreementId}
          name={viewerName}
          submitLabel={<Trans>代表机构签名</Trans>}
          busy={fetching}
          problem={problem}
          sign={(mark, arrived) => void sign(mark, arrived)}
        />
      </Card>
    </Section>
  );
}
