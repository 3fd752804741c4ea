import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { DueWords } from './DueWords.js';
import { GiveForm } from './GiveForm.js';
import { RefuseForm } from './RefuseForm.js';
import { ASKED_BY_WORDS, GROUND_WORDS, HOLD_WORDS, RIGHT_WORDS, STATE_TONES, STATE_WORDS } from './rights-words.js';
import { ERASURE_HOLDS, RIGHTS_REQUEST } from './rights.operations.js';
import { TakeFile } from './TakeFile.js';
import type { OpenRequest } from './open-request.js';

/** One request: what was asked, by when, and the answer. */
export default function RightsRequestPage() {
  const { id = '' } = useParams();
  const { i18n } = useLingui();
  const [{ data, error }, load] = useQuery({
    query: RIGHTS_REQUEST,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const request = data.rightsRequest;
  if (!request) return <NotFoundState home="/agency/rights" />;
  const { personName, right, state } = request;
  return (
    <Page
      title={`${personName} · ${i18n._(RIGHT_WORDS[right])}`}
      width="narrow"
      actions={<StateBadge tone={STATE_TONES[state]}>{i18n._(STATE_WORDS[state])}</StateBadge>}
    >
      <Asked request={request} />
      {state === 'RECEIVED' ? <Answering request={request} reload={reload} /> : <Answered request={request} />}
      <p>
        <Link to="/agency/rights">
          <Trans>回到全部请求</Trans>
        </Link>
      </p>
      <WhoSees permission="rights.read" />
    </Page>
  );
}

function Asked({ request }: { readonly request: OpenRequest }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { askedBy, askedAt, askedOn, dueOn, about, shouldBe, words, state } = request;
  return (
    <Section title={<Trans>请求的内容</Trans>}>
      <Card>
        <Facts>
          <Fact name={<Trans>谁提出的</Trans>}>{i18n._(ASKED_BY_WORDS[askedBy])}</Fact>
          <Fact name={<Trans>什么时候</Trans>}>{format.instant(askedAt)}</Fact>
          {about ? <Fact name={<Trans>哪里不对</Trans>}>{about}</Fact> : null}
          {shouldBe ? <Fact name={<Trans>应该是</Trans>}>{shouldBe}</Fact> : null}
          {words ? <Fact name={<Trans>原话</Trans>}>{words}</Fact> : null}
        </Facts>
        {state === 'RECEIVED' ? <DueWords askedOn={askedOn} dueOn={dueOn} /> : null}
      </Card>
    </Section>
  );
}

function Answering({ request, reload }: { readonly request: OpenRequest; readonly reload: () => void }) {
  const may = useMay();
  const [refusing, setRefusing] = useState(false);
  const { right } = request;
  return (
    <Section title={<Trans>答复</Trans>}>
      <Card tone="waiting">
        {request.askedBy === 'GUARDIAN' ? (
          <p>
            <Trans>交付以前，请确认拿着链接的是有监护权的家人。对家里有担心的，先和督导者商量。</Trans>
          </p>
        ) : null}
        {right === 'ERASE' ? <Erasing id={request.id} /> : <GiveForm request={request} reload={reload} />}
        {may('rights.refuse') ? (
          refusing ? (
            <RefuseForm request={request} reload={reload} cancel={() => setRefusing(false)} />
          ) : (
            <div>
              <Button variant="subtle" color="danger" onClick={() => setRefusing(true)}>
                <Trans>不能同意，写明理由</Trans>
              </Button>
            </div>
          )
        ) : null}
      </Card>
    </Section>
  );
}

/** Erasing is done on the person's own page, with its own questions; the request is done with it. */
function Erasing({ id }: { readonly id: string }) {
  const { i18n } = useLingui();
  const may = useMay();
  const decides = may('person.erase');
  const [{ data, error }, load] = useQuery({ query: ERASURE_HOLDS, variables: { id }, pause: !decides });
  if (error) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (decides && !data) return <LoadingState />;
  const holds = data?.erasureHolds;
  if (!holds) {
    return (
      <p>
        <Trans>删除由机构负责人办理：一旦删除，任何备份也找不回来。</Trans>
      </p>
    );
  }
  if (holds.length > 0) {
    return (
      <>
        <p>
          <Trans>现在还不能删除：</Trans>
        </p>
        <ul>
          {holds.map((hold) => (
            <li key={hold}>{i18n._(HOLD_WORDS[hold])}</li>
          ))}
        </ul>
        <p>
          <Trans>答复对方时，不要提到安全关切。选“法律要求保存记录”，系统会用统一的说法。</Trans>
        </p>
      </>
    );
  }
  return (
    <p>
      <Trans>
        可以删除。请到<Link to="/agency/volunteers">志愿者</Link>或<Link to="/agency/children">儿童</Link>
        的页面打开这个人，选“抹除个人信息”；抹除以后，这项请求就办好了。
      </Trans>
    </p>
  );
}

function Answered({ request }: { readonly request: OpenRequest }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { decidedAt, decidedBy, ground, reason, before, after, readyUntil, right, id } = request;
  return (
    <Section title={<Trans>答复</Trans>}>
      <Card>
        <Facts>
          {decidedAt ? <Fact name={<Trans>什么时候</Trans>}>{format.instant(decidedAt)}</Fact> : null}
          {decidedBy ? <Fact name={<Trans>谁答复的</Trans>}>{decidedBy}</Fact> : null}
          {ground ? <Fact name={<Trans>依据</Trans>}>{i18n._(GROUND_WORDS[ground])}</Fact> : null}
          {reason ? <Fact name={<Trans>理由</Trans>}>{reason}</Fact> : null}
          {before ? <Fact name={<Trans>原来</Trans>}>{before}</Fact> : null}
          {after ? <Fact name={<Trans>现在</Trans>}>{after}</Fact> : null}
          {readyUntil ? <Fact name={<Trans>副本留到</Trans>}>{format.instant(readyUntil)}</Fact> : null}
        </Facts>
        {readyUntil ? <TakeFile id={id} readable={right === 'COPY'} /> : null}
      </Card>
    </Section>
  );
}
