import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ActivityQuery } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { yuanOf } from '../../ui/format/money.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { ActivityForm } from './ActivityForm.js';
import { ActivitySteps } from './ActivitySteps.js';
import { ACTIVITY, PLANNING } from './activities.operations.js';
import { ActivityTeams } from '../team-desk/index.js';
import { TeamRosters } from '../team-roster/index.js';
import styles from './activities.module.css';
import { SERIES } from './series.operations.js';
import { SeriesSection } from './SeriesSection.js';
import { useActivityWords } from './use-activity-words.js';

type Activity = NonNullable<ActivityQuery['activity']>;

/** One activity: how far it has come, what is next, and its whole plan. */
export default function ActivityPage() {
  const { id = '' } = useParams();
  const may = useMay();
  const format = useFormat();
  const words = useActivityWords();
  const [{ data, error }, load] = useQuery({
    query: ACTIVITY,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={8} />;
  const { activity } = data;
  if (!activity) return <NotFoundState home="/agency/activities" />;
  const hasDay = !['DRAFT', 'RISK_REVIEWED', 'CANCELLED'].includes(activity.state);
  const editable = activity.state === 'DRAFT' || activity.state === 'RISK_REVIEWED';
  return (
    <Page
      title={words.theme(activity)}
      lead={
        <>
          {format.dayOfWeek(activity.onDate)} {words.hours(activity)} · {activity.venue.name}
        </>
      }
      actions={
        <>
          <StateBadge tone={words.tone(activity.state)}>{words.state(activity.state)}</StateBadge>
          {hasDay && may('activity.runDay') ? (
            <LinkButton to={`/agency/activities/${encodeURIComponent(activity.id)}/day`} variant="default">
              <Trans>当天</Trans>
            </LinkButton>
          ) : null}
        </>
      }
    >
      <ActivitySteps key={`steps ${activity.id}`} activity={activity} reload={reload} />
      <SeriesSection key={activity.id} activity={activity} reload={reload} />
      <div className={styles['columns']}>
        <Section title={<Trans>计划</Trans>}>
          <Card>
            <PlanFacts activity={activity} />
          </Card>
        </Section>
        <Section title={<Trans>目标和孩子的部分</Trans>}>
          <Card>
            <Words title={<Trans>要做成什么</Trans>} text={activity.taskGoal} />
            <Words title={<Trans>过程中希望长出什么</Trans>} text={activity.processGoal} />
            <Words title={<Trans>孩子自己做什么、决定什么</Trans>} text={activity.childrenPart} />
          </Card>
        </Section>
        <Section title={<Trans>风险防控预案</Trans>}>
          <Card>
            <Words title={<Trans>孩子</Trans>} text={activity.riskChildren} />
            <Words title={<Trans>工作人员和志愿者</Trans>} text={activity.riskStaff} />
          </Card>
        </Section>
        <Section title={<Trans>当天需要谁，花多少</Trans>}>
          <Card>
            <Lines activity={activity} />
          </Card>
        </Section>
      </div>
      {may('team.read') ? (
        <ActivityTeams activityId={activity.id} onDate={activity.onDate} state={activity.state} />
      ) : null}
      {may('teamRoster.read') ? (
        <TeamRosters
          title={<Trans>来的团队和名单</Trans>}
          activityId={activity.id}
          to={(bookingId) => `/agency/rosters/${bookingId}`}
        />
      ) : null}
      {may('activity.plan') && editable ? (
        <Edit key={`${activity.id} ${activity.version}`} activity={activity} reload={reload} />
      ) : null}
      <WhoSees permission="activity.read" />
    </Page>
  );
}

function PlanFacts({ activity }: { readonly activity: Activity }) {
  const format = useFormat();
  const words = useActivityWords();
  const { venue, children, childrenGroup, childrenPerAdult, inCharge, plannedBy, reviewedBy } = activity;
  return (
    <Facts>
      <Fact name={<Trans>哪一种活动</Trans>}>{words.kind(activity.kind)}</Fact>
      <Fact name={<Trans>场地</Trans>}>
        {venue.name}
        {venue.address ? ` · ${venue.address}` : ''}
      </Fact>
      <Fact name={<Trans>孩子</Trans>}>
        {childrenGroup ? `${childrenGroup} · ` : ''}
        <Trans>
          {children} 个，一个大人最多照看 {childrenPerAdult} 个
        </Trans>
      </Fact>
      <Fact name={<Trans>负责</Trans>}>
        {inCharge.length > 0 ? format.list(inCharge.map(({ name }) => name)) : <Trans>还没有选</Trans>}
      </Fact>
      <Fact name={<Trans>谁计划的</Trans>}>{plannedBy}</Fact>
      {reviewedBy ? <Fact name={<Trans>谁审阅了风险</Trans>}>{reviewedBy}</Fact> : null}
      {activity.pastMoves.length > 0 ? (
        <Fact name={<Trans>换过时间</Trans>}>
          <PastMoves moves={activity.pastMoves} />
        </Fact>
      ) : null}
      {activity.cancelReason ? <Fact name={<Trans>为什么取消</Trans>}>{activity.cancelReason}</Fact> : null}
    </Facts>
  );
}

function PastMoves({ moves }: { readonly moves: Activity['pastMoves'] }) {
  const format = useFormat();
  const words = useActivityWords();
  return (
    <ul className={styles['lines']}>
      {moves.map((move) => (
        <li key={move.movedAt}>
          <Trans>
            原来是 {format.dayOfWeek(move.fromDate)} {words.hours(move)}，{move.venueName}；{move.movedBy}换的
          </Trans>
          {move.reason === '' ? null : <p className={styles['quiet']}>{move.reason}</p>}
        </li>
      ))}
    </ul>
  );
}

function Words({ title, text }: { readonly title: ReactNode; readonly text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className={text === '' ? styles['quiet'] : styles['words']}>{text === '' ? <Trans>还没有写</Trans> : text}</p>
    </div>
  );
}

function Lines({ activity: { roles, budget } }: { readonly activity: Activity }) {
  const { t } = useLingui();
  const words = useActivityWords();
  if (roles.length === 0 && budget.length === 0) {
    return (
      <p className={styles['quiet']}>
        <Trans>还没有写</Trans>
      </p>
    );
  }
  return (
    <ul className={styles['lines']}>
      {roles.map(({ task, seats, skill }) => (
        <li key={`${task} ${skill}`}>
          <Trans>
            {task}：{seats} 人
          </Trans>
          {skill === '' ? '' : ` · ${words.skill(skill)}`}
        </li>
      ))}
      {budget.map(({ what, amount, payer }) => (
        <li key={`${what} ${amount} ${payer}`}>
          {what}：<Trans>{yuanOf(amount)} 元</Trans> · {payer === 'AGENCY' ? t`机构承担` : t`来的团队承担`}
        </li>
      ))}
    </ul>
  );
}

function Edit({ activity, reload }: { readonly activity: Activity; readonly reload: () => void }) {
  const [{ data }] = useQuery({ query: PLANNING });
  const [series] = useQuery({ query: SERIES, variables: { id: activity.id } });
  return (
    <details className={styles['fold']} data-print="no">
      <summary>
        <Trans>改这个计划</Trans>
      </summary>
      <Card>
        {activity.state === 'RISK_REVIEWED' ? (
          <p>
            <Trans>改了以后又是草稿，要再请一位同事审阅。</Trans>
          </p>
        ) : null}
        {data && series.data ? (
          <ActivityForm
            planning={data}
            activity={activity}
            onDate={activity.onDate}
            saved={reload}
            inSeries={series.data.activity?.series != null}
          />
        ) : (
          <LoadingState lines={6} />
        )}
      </Card>
    </details>
  );
}
