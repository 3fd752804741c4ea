import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ConsentLedgerQuery } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { ChildShares } from '../shared-children/index.js';
import { GuardianList } from './GuardianList.js';
import { CONSENT_LEDGER } from './ledger.operations.js';
import { TASK_WORDS, VERDICT_WORDS } from './ledger-words.js';
import { Statements } from './Statements.js';
import { useLedgerWords } from './use-ledger-words.js';
import styles from './ledger.module.css';

type Ledger = NonNullable<ConsentLedgerQuery['consentLedger']>;

/** What a family lets be shown of a child: to whom, for what, until when; and each word that was ever given. */
export default function ConsentsPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const may = useMay();
  const [{ data, error }, load] = useQuery({
    query: CONSENT_LEDGER,
    variables: { childId: id },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const ledger = data.consentLedger;
  if (!ledger) return <NotFoundState home="/agency/children" />;
  const { childName, childId } = ledger;
  return (
    <Page
      title={t`${childName}：可以给谁看什么`}
      lead={<Trans>没有家庭和孩子的同意，个案以外的人只看得到化名的第一个字。</Trans>}
      actions={
        may('consent.record') ? (
          <LinkButton to={`/agency/children/${encodeURIComponent(childId)}/consents/new`}>
            <Trans>问一问家庭</Trans>
          </LinkButton>
        ) : null
      }
    >
      <Tasks ledger={ledger} />
      {ledger.lines.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>还没有问过这个家庭</Trans>}>
          <p>
            <Trans>现在谁也看不到。需要时再问，每一样分开问。</Trans>
          </p>
        </EmptyState>
      ) : (
        ledger.lines.map((line) => <Line key={`${line.purpose}${line.audience}${line.occasion ?? ''}`} line={line} />)
      )}
      <ChildShares childId={childId} />
      <GuardianList ledger={ledger} reload={reload} />
      {ledger.statements.length > 0 ? <Statements ledger={ledger} reload={reload} /> : null}
      <WhoSees permission="consent.read" />
    </Page>
  );
}

function Tasks({ ledger: { tasks, requests } }: { readonly ledger: Ledger }) {
  const { i18n } = useLingui();
  const words = useLedgerWords();
  const format = useFormat();
  if (tasks.length + requests.length === 0) return null;
  return (
    <Card tone="waiting">
      <ul className={styles['groups']}>
        {tasks.map((task) => {
          const purpose = words.purpose(task.purpose);
          const day = format.day(task.dueOn);
          return (
            <li key={`${task.kind}${task.purpose}${task.audience}${task.occasion ?? ''}`}>
              <span>
                {purpose}
                {i18n.locale === 'en' ? ': ' : '：'}
                {i18n._(TASK_WORDS[task.kind])}
              </span>
              <span className={styles['quiet']}>
                <Trans>从 {day} 起不再给看</Trans>
              </span>
            </li>
          );
        })}
        {requests.map((request) => {
          const purpose = words.purpose(request.purpose);
          const at = format.instant(request.askedAt);
          return (
            <li key={request.askedAt}>
              <Trans>
                {purpose}：{at} 用链接问了监护人，还在等回答
              </Trans>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Line({ line }: { readonly line: Ledger['lines'][number] }) {
  const { i18n } = useLingui();
  const words = useLedgerWords();
  const format = useFormat();
  const { purpose, audience, occasion, until, groups } = line;
  const last = until ? format.day(until) : undefined;
  return (
    <Section
      title={`${words.purpose(purpose)} · ${words.audience(audience)}`}
      lead={occasion ?? undefined}
      aside={last ? <span className={styles['quiet']}>{<Trans>到 {last} 为止</Trans>}</span> : null}
    >
      <Card>
        <ul className={styles['groups']}>
          {groups.map(({ group, verdict }) => {
            const { tone, words: state } = VERDICT_WORDS[verdict];
            return (
              <li key={group}>
                <span>{words.group(group)}</span>
                <StateBadge tone={tone}>{i18n._(state)}</StateBadge>
              </li>
            );
          })}
        </ul>
      </Card>
    </Section>
  );
}
