import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { MyAgreementsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import {
  AgreementHands,
  AgreementText,
  SaveAgreement,
  SignForm,
  usePageLanguage,
  type Mark,
} from '../agreements/index.js';
import { OWN_STATE } from './my-agreement-words.js';
import { LEAVE, MY_AGREEMENTS, SIGN } from './my-agreement.operations.js';
import styles from './my-agreement.module.css';

type Own = MyAgreementsQuery['myAgreements'][number];
interface PartProps {
  readonly agreement: Own;
  readonly reload: () => void;
}

/** A volunteer's agreements, on the phone: read, heard, signed, kept, and left at any time. */
export default function MyAgreementPage() {
  const { t } = useLingui();
  const language = usePageLanguage();
  const [{ data, error }, load] = useQuery({
    query: MY_AGREEMENTS,
    variables: { language },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`我的志愿服务协议`}
      width="narrow"
      lead={<Trans>写明您做什么、我们答应什么。先看一看，觉得合适再签；随时可以退出。</Trans>}
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : data.myAgreements.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>现在没有要签的协议</Trans>}>
          <p>
            <Trans>社会工作者准备好以后，会请您在这里签。以前在纸上签过的，机构也有记录。</Trans>
          </p>
        </EmptyState>
      ) : (
        data.myAgreements.map((agreement) => <OwnAgreement key={agreement.id} agreement={agreement} reload={reload} />)
      )}
    </Page>
  );
}

function OwnAgreement({ agreement, reload }: PartProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { id, state, title, waitsFor, hands, signBy, startsOn, validUntil, endedOn, number } = agreement;
  const toSign = waitsFor.includes('VOLUNTEER');
  const word = toSign ? OWN_STATE.MINE : OWN_STATE[state];
  const open = waitsFor.length > 0 || state === 'IN_FORCE';
  return (
    <Card tone={toSign ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <h2 lang={dataLang(title)}>{title}</h2>
        <StateBadge tone={word.tone}>{i18n._(word.word)}</StateBadge>
      </div>
      <p className={styles['quiet']}>
        {toSign && signBy ? <Trans>请在 {format.day(signBy)} 以前签。在那以前，旧的一份还算数。</Trans> : null}
        {startsOn && validUntil && !endedOn ? (
          <Trans>
            从 {format.day(startsOn)} 到 {format.day(validUntil)}
          </Trans>
        ) : null}
        {endedOn ? <Trans>{format.day(endedOn)} 结束</Trans> : null}
      </p>
      {open ? (
        <>
          <Words agreement={agreement} folded={!toSign} />
          {toSign ? <Sign agreement={agreement} reload={reload} /> : null}
          <AgreementHands hands={hands} waitsFor={waitsFor} />
        </>
      ) : null}
      <div className={styles['buttons']}>
        {hands.length > 0 ? <SaveAgreement id={id} /> : null}
        {open ? <Leave agreement={agreement} reload={reload} /> : null}
      </div>
      <p className={styles['quiet']}>
        <Trans>
          编号 <code>{number}</code>
        </Trans>
      </p>
    </Card>
  );
}

function Words({ agreement, folded }: { readonly agreement: Own; readonly folded: boolean }) {
  if (!folded) return <AgreementText {...agreement} />;
  return (
    <details>
      <summary>
        <Trans>看全文</Trans>
      </summary>
      <AgreementText {...agreement} />
    </details>
  );
}

function Sign({ agreement, reload }: PartProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { name: viewerName } = useViewer();
  const [{ fetching }, send] = useMutation(SIGN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const sign = async ({ method, name, signature }: Mark, arrived: () => void): Promise<void> => {
    setProblem(null);
    const { id: agreementId, language, textHash } = agreement;
    const hand = { method, name, signature: method === 'DRAWN' ? signature : null };
    const { data, error } = await send({ input: { agreementId, language, textHash, ...hand } });
    const outcome = data?.signAgreement;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'MyAgreement') {
      arrived();
      toast({ message: t`签好了，谢谢您。机构签了以后就生效。` });
    } else setProblem(<Trans>这份协议刚刚有了变化，请再读一遍，再签。</Trans>);
    reload();
  };
  return (
    <div className={styles['sign']}>
      <p>
        <Trans>有不明白的地方，先问社会工作者，不用急着签。</Trans>
      </p>
      <SignForm
        draft={agreement.id}
        name={viewerName}
        submitLabel={<Trans>我同意，签名</Trans>}
        busy={fetching}
        problem={problem}
        sign={(mark, arrived) => void sign(mark, arrived)}
      />
    </div>
  );
}

function Leave({ agreement, reload }: PartProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [{ fetching }, leave] = useMutation(LEAVE);
  const force = agreement.state === 'IN_FORCE';
  const confirm = async (): Promise<void> => {
    const { data } = await leave({ input: { agreementId: agreement.id } });
    setAsking(false);
    if (data?.leaveAgreement.__typename === 'MyAgreement') toast({ message: t`记下了，谢谢您做过的一切。` });
    else toast({ tone: 'danger', message: t`没有记下，请再试一次。` });
    reload();
  };
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {force ? <Trans>退出这份协议</Trans> : <Trans>不签了</Trans>}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={force ? t`退出这份协议？` : t`不签这份协议？`}
        confirmLabel={force ? <Trans>确定退出</Trans> : <Trans>不签了</Trans>}
        busy={fetching}
        onConfirm={confirm}
      >
        <p>
          {force ? (
            <Trans>从现在起您不再单独服务。如果正在陪伴一个孩子，请先告诉社会工作者，好让孩子有时间和您告别。</Trans>
          ) : (
            <Trans>不需要理由。以后想签，告诉社会工作者就可以。</Trans>
          )}
        </p>
      </ConfirmDialog>
    </>
  );
}
