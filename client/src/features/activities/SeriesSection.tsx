import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ActivityQuery, ActivitySeriesOfQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import styles from './activities.module.css';
import { SERIES } from './series.operations.js';
import { SeriesRefused } from './SeriesRefused.js';
import { useActivityWords } from './use-activity-words.js';
import { useSeriesSteps, type SeriesAnswer } from './use-series-steps.js';
import { useSeriesWords } from './use-series-words.js';

type Activity = NonNullable<ActivityQuery['activity']>;
type Series = NonNullable<NonNullable<ActivitySeriesOfQuery['activity']>['series']>;
type Occasion = Series['occasions'][number];

export interface SeriesSectionProps {
  readonly activity: Activity;
  readonly reload: () => void;
}

/** The series of an activity: every occasion with its state, and what can be done to this and all later ones. */
export function SeriesSection({ activity, reload }: SeriesSectionProps) {
  const [{ data }, load] = useQuery({
    query: SERIES,
    variables: { id: activity.id },
    requestPolicy: 'cache-and-network',
  });
  const series = data?.activity?.series;
  if (!series) return null;
  const again = (): void => {
    load({ requestPolicy: 'network-only' });
    reload();
  };
  return (
    <Section title={<Trans>这一系列：{series.name}</Trans>}>
      <Card>
        <Occasions series={series} current={activity.id} />
        <LaterSteps activity={activity} series={series} reload={again} />
      </Card>
    </Section>
  );
}

function Occasions({ series, current }: { readonly series: Series; readonly current: string }) {
  const format = useFormat();
  const words = useActivityWords();
  const rhythm = useSeriesWords();
  const count = series.occasions.length;
  return (
    <>
      <p className={styles['quiet']}>
        {series.every ? `${rhythm.every(series.every)} · ` : ''}
        <Trans>一共 {count} 次</Trans>
      </p>
      <ul className={styles['lines']}>
        {series.occasions.map((one) => {
          const when = `${format.dayOfWeek(one.onDate)} ${words.hours(one)}`;
          return (
            <li key={one.activityId} className={styles['head']}>
              {one.activityId === current ? (
                <strong aria-current="true">
                  {when} · <Trans>这一次</Trans>
                </strong>
              ) : (
                <Link to={`/agency/activities/${encodeURIComponent(one.activityId)}`}>{when}</Link>
              )}
              <StateBadge tone={words.tone(one.state)}>{words.state(one.state)}</StateBadge>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface LaterStepsProps extends SeriesSectionProps {
  readonly series: Series;
}

function LaterSteps({ activity, series, reload }: LaterStepsProps) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const steps = useSeriesSteps();
  const [problem, setProblem] = useState<ReactNode>(null);
  const [cancelling, setCancelling] = useState(false);
  const input = { activityId: activity.id, version: activity.version };
  const later = series.occasions.filter(({ onDate }) => onDate >= activity.onDate);
  const some = (...states: Occasion['state'][]) => later.filter(({ state }) => states.includes(state)).length > 0;
  const settle = ({ outcome, error }: SeriesAnswer, said: (stepped: number) => string): void => {
    setProblem(<SeriesRefused outcome={outcome} error={error} reload={reload} />);
    if (outcome?.__typename !== 'SeriesStepped') return;
    if (outcome.stepped > 0) toast({ message: said(outcome.stepped) });
    reload();
  };
  const review = async (): Promise<void> =>
    settle(await steps.review(input), (stepped) => t`审阅了 ${stepped} 次活动。`);
  const open = async (): Promise<void> => settle(await steps.open(input), (stepped) => t`开放了 ${stepped} 次活动。`);
  return (
    <>
      <div role="alert">{problem}</div>
      <div className={styles['buttons']} data-print="no">
        {some('DRAFT') && may('activity.review') && !activity.ownPlan ? (
          <Button variant="default" loading={steps.busy} onClick={() => void review()}>
            <Trans>这一次和以后的，我都审阅了</Trans>
          </Button>
        ) : null}
        {some('RISK_REVIEWED') && may('activity.plan') ? (
          <Button variant="default" loading={steps.busy} onClick={() => void open()}>
            <Trans>这一次和以后的都开放</Trans>
          </Button>
        ) : null}
        {some('DRAFT', 'RISK_REVIEWED', 'OPEN', 'ROSTER_LOCKED') && may('activity.plan') ? (
          <Button variant="default" color="danger" onClick={() => setCancelling(true)}>
            <Trans>这一次和以后的都取消</Trans>
          </Button>
        ) : null}
      </div>
      <FormDialog opened={cancelling} close={() => setCancelling(false)} title={t`取消这一次和以后的活动`}>
        <CancelLater
          activity={activity}
          done={(answer) => {
            setCancelling(false);
            settle(answer, (stepped) => t`取消了 ${stepped} 次活动。`);
          }}
        />
      </FormDialog>
    </>
  );
}

interface CancelLaterProps {
  readonly activity: Activity;
  readonly done: (answer: SeriesAnswer) => void;
}

function CancelLater({ activity, done }: CancelLaterProps) {
  const { t } = useLingui();
  const steps = useSeriesSteps();
  const form = useKeptForm<{ reason: string }>({
    draft: `series.cancel.${activity.id}`,
    defaultValues: { reason: '' },
  });
  const submit = form.handleSubmit(async ({ reason }) => {
    const answer = await steps.cancel({ activityId: activity.id, version: activity.version, reason });
    if (answer.outcome?.__typename === 'InvalidInput') {
      return form.setError('reason', { message: t`请写下为什么。` });
    }
    if (answer.outcome?.__typename === 'SeriesStepped') form.forget();
    done(answer);
  });
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>都取消</Trans>} busy={steps.busy}>
      <p>
        <Trans>办过的和正在办的留着，更早的也不动。</Trans>
      </p>
      <Textarea
        label={t`为什么取消`}
        description={t`不超过 300 个字，只有工作人员看得到。`}
        maxLength={300}
        error={form.formState.errors.reason?.message}
        {...form.register('reason')}
      />
    </Form>
  );
}
