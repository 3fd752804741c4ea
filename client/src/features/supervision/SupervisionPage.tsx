import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { SupervisionSessionsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { LinkButton } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DueList } from './DueList.js';
import { TALKS } from './supervision.operations.js';
import { FORMAT, KIND, STATE } from './supervision-words.js';
import styles from './supervision.module.css';
import { sortTalks } from './talks-view.js';

type Talk = SupervisionSessionsQuery['supervisionSessions'][number];

/** A supervisor's talks: who should be seen, what waits for a word or a signature, and what was. */
export default function SupervisionPage() {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const [{ data, error }, load] = useQuery({ query: TALKS, requestPolicy: 'cache-and-network' });
  const talks = data && sortTalks(data.supervisionSessions, today);
  const late = data?.mySupervised.filter(({ overdue }) => overdue.length > 0) ?? [];
  return (
    <Page
      title={t`督导会谈`}
      lead={<Trans>每个人都有人问一句“你还好吗”。谁该谈一谈了，谁在等您的字，都在这里。</Trans>}
      actions={
        <>
          <LinkButton to="/agency/supervision/board" variant="default">
            <Trans>督导安排</Trans>
          </LinkButton>
          <LinkButton to="/agency/supervision/new">
            <Trans>约一次会谈</Trans>
          </LinkButton>
        </>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data || !talks ? (
        <LoadingState lines={6} />
      ) : data.mySupervised.length + data.supervisionSessions.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>还没有由您督导的志愿者</Trans>}>
          <p>
            <Trans>在志愿者名单里选几个人，可以请您来督导。</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          <Section title={<Trans>该谈一谈了</Trans>}>
            {late.length === 0 ? (
              <p className={styles['quiet']}>
                <Trans>您督导的人里，还没有谁到了该谈的时候。</Trans>
              </p>
            ) : (
              <DueList volunteers={late} />
            )}
          </Section>
          <Talks title={<Trans>等您写下来</Trans>} talks={talks.toWrite} />
          <Talks title={<Trans>等签名，或还有事没做完</Trans>} talks={talks.open} />
          <Talks title={<Trans>约好的</Trans>} talks={talks.coming} />
          <Talks title={<Trans>谈过的</Trans>} talks={talks.past} />
        </>
      )}
      <WhoSees permission="supervision.hold" />
    </Page>
  );
}

function Talks({ title, talks }: { readonly title: ReactNode; readonly talks: readonly Talk[] }) {
  if (talks.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles['list']}>
        {talks.map((talk) => (
          <li key={talk.id}>
            <TalkCard talk={talk} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TalkCard({ talk }: { readonly talk: Talk }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { id, state, kind, plannedOn, startMinute, heldOn, seats, actions, mine, leaderName } = talk;
  const names = format.list(seats.map(({ name }) => name));
  const open = actions.filter(({ doneAt }) => !doneAt).length;
  const missing = state === 'HELD' ? seats.filter(({ came, signedAt }) => came && !signedAt).length : 0;
  return (
    <Card tone={state === 'SCHEDULED' && mine ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <h3>{mine ? <Link to={`/agency/supervision/${encodeURIComponent(id)}`}>{names}</Link> : names}</h3>
        <StateBadge tone={STATE[state].tone}>{i18n._(STATE[state].word)}</StateBadge>
      </div>
      <p className={styles['quiet']}>
        {heldOn ? format.day(heldOn) : `${format.day(plannedOn)} ${format.minute(startMinute)}`}
        {' · '}
        {i18n._(FORMAT[talk.format])}
        {' · '}
        {i18n._(KIND[kind])}
        {mine ? null : (
          <>
            {' · '}
            <Trans>由 {leaderName} 谈的</Trans>
          </>
        )}
      </p>
      {missing > 0 ? (
        <p className={styles['quiet']}>
          <Plural value={missing} other="还有 # 个人没有签名" />
        </p>
      ) : null}
      {open > 0 ? (
        <p className={styles['quiet']}>
          <Plural value={open} other="说好的事，还有 # 件没做完" />
        </p>
      ) : null}
    </Card>
  );
}
