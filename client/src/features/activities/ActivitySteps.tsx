import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { ActivityQuery, ReviewActivityMutation } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CANCEL_ACTIVITY, OPEN_ACTIVITY, REVIEW_ACTIVITY } from './activities.operations.js';
import styles from './activities.module.css';
import { canMove } from './move-form.js';
import { MoveActivity } from './MoveActivity.js';
import { useActivityWords } from './use-activity-words.js';

type Activity = NonNullable<ActivityQuery['activity']>;
type Outcome = ReviewActivityMutation['reviewActivity'];

export interface ActivityStepsProps {
  readonly activity: Activity;
  readonly reload: () => void;
}

/** What is next for this activity, what still stands in the way, and the buttons of whoever may go on. */
export function ActivitySteps({ activity, reload }: ActivityStepsProps) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const [reviewing, review] = useMutation(REVIEW_ACTIVITY);
  const [opening, open] = useMutation(OPEN_ACTIVITY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [cancelling, setCancelling] = useState(false);
  const [moving, setMoving] = useState(false);
  const { today } = useViewer().agency;
  const { id: activityId, version, state, needs, clashes, ownPlan } = activity;
  const input = { activityId, version };
  const settle = (outcome: Outcome | undefined, said: string, error: Parameters<typeof RequestFault>[0]['error']) => {
    if (!outcome) return setProblem(<RequestFault error={error} />);
    setProblem(outcome.__typename === 'Activity' ? null : <Refused outcome={outcome} reload={reload} />);
    if (outcome.__typename === 'Activity') toast({ message: said });
    reload();
  };
  const pass = async (): Promise<void> => {
    const { data, error } = await review({ input });
    settle(data?.reviewActivity, t`审阅好了，场地和同事的时间留住了。`, error);
  };
  const openUp = async (): Promise<void> => {
    const { data, error } = await open({ input });
    settle(data?.openActivity as Outcome | undefined, t`活动开放了。`, error);
  };
  const movable = state === 'DRAFT' || state === 'RISK_REVIEWED' || state === 'OPEN';
  if (!movable && !problem) return null;
  return (
    <Card tone={state === 'OPEN' ? 'good' : 'waiting'}>
      {state === 'DRAFT' ? <Missing needs={needs} clashes={clashes} /> : null}
      {state === 'RISK_REVIEWED' ? (
        <p className={styles['words']}>
          <Trans>另一位同事已经审阅了风险。开放以后，这个日子就定下来了。</Trans>
        </p>
      ) : null}
      {state === 'OPEN' ? (
        <p className={styles['words']}>
          <Trans>活动已经开放，场地和同事的时间都留住了。</Trans>
        </p>
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['buttons']} data-print="no">
        {state === 'DRAFT' && may('activity.review') && !ownPlan ? (
          <Button loading={reviewing.fetching} onClick={() => void pass()}>
            <Trans>我审阅了风险，可以办</Trans>
          </Button>
        ) : null}
        {state === 'DRAFT' && (ownPlan || !may('activity.review')) ? (
          <p className={styles['quiet']}>
            <Trans>请另一位督导者或机构负责人审阅风险。</Trans>
          </p>
        ) : null}
        {state === 'RISK_REVIEWED' && may('activity.plan') ? (
          <Button loading={opening.fetching} onClick={() => void openUp()}>
            <Trans>开放这个活动</Trans>
          </Button>
        ) : null}
        {canMove(activity, today) && may('activity.plan') ? (
          <Button variant="default" onClick={() => setMoving(true)}>
            <Trans>移到…</Trans>
          </Button>
        ) : null}
        {movable && may('activity.plan') ? (
          <Button variant="default" color="danger" onClick={() => setCancelling(true)}>
            <Trans>取消活动</Trans>
          </Button>
        ) : null}
      </div>
      <MoveActivity
        asked={moving ? { activity, onDate: activity.onDate } : undefined}
        close={() => setMoving(false)}
        reload={reload}
      />
      <FormDialog opened={cancelling} close={() => setCancelling(false)} title={t`取消这个活动`}>
        <CancelForm
          activity={activity}
          done={() => {
            setCancelling(false);
            reload();
          }}
        />
      </FormDialog>
    </Card>
  );
}

function Missing({ needs, clashes }: Pick<Activity, 'needs' | 'clashes'>) {
  const words = useActivityWords();
  if (needs.length === 0 && clashes.length === 0) {
    return (
      <p className={styles['words']}>
        <Trans>计划写齐了，可以请另一位同事审阅风险。</Trans>
      </p>
    );
  }
  return (
    <>
      {needs.length > 0 ? (
        <div>
          <h2>
            <Trans>还需要</Trans>
          </h2>
          <ul>
            {needs.map((need) => (
              <li key={need}>{words.need(need)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {clashes.length > 0 ? <Clashes clashes={clashes} /> : null}
    </>
  );
}

function Clashes({ clashes }: { readonly clashes: Activity['clashes'] }) {
  const format = useFormat();
  const words = useActivityWords();
  return (
    <div>
      <h2>
        <Trans>时间撞上了</Trans>
      </h2>
      <ul>
        {clashes.map((clash) => (
          <li key={`${clash.what} ${clash.otherId}`}>
            <Link to={`/agency/activities/${encodeURIComponent(clash.otherId)}`}>{clash.theme}</Link>{' '}
            {words.hours(clash)}：
            {clash.what === 'VENUE' ? (
              <Trans>场地已经有人用。请换一个时间或场地。</Trans>
            ) : (
              <Trans>{format.list(clash.names)}要负责那个活动，路上也要一个小时。请换一个时间，或请别的同事。</Trans>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Refused({ outcome, reload }: { readonly outcome: Outcome; readonly reload: () => void }) {
  switch (outcome.__typename) {
    case 'PlanIncomplete':
      return <Missing needs={outcome.needs} clashes={[]} />;
    case 'TimeTaken':
      return <Clashes clashes={outcome.clashes} />;
    case 'OwnPlan':
      return <Trans>这是您自己的计划，请另一位同事审阅。</Trans>;
    case 'InvalidInput':
      return <Trans>这一天已经过去，请先改日期。</Trans>;
    case 'NotFound':
    case 'StaleVersion':
    case 'TransitionRefused':
      return <CommonRefusal kind={outcome.__typename} reload={reload} />;
    case 'Activity':
      return null;
  }
}

function CancelForm({ activity, done }: { readonly activity: Activity; readonly done: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, cancel] = useMutation(CANCEL_ACTIVITY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<{ reason: string }>({
    draft: `activity.cancel.${activity.id}`,
    defaultValues: { reason: '' },
  });
  const submit = form.handleSubmit(async ({ reason }) => {
    const { data, error } = await cancel({ input: { activityId: activity.id, version: activity.version, reason } });
    const outcome = data?.cancelActivity;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'Activity') {
      form.forget();
      toast({ message: t`活动取消了，场地和同事的时间都空出来了。` });
      return done();
    }
    if (outcome.__typename === 'InvalidInput') return form.setError('reason', { message: t`请写下为什么。` });
    setProblem(<Trans>没有取消：别的同事刚刚改过。请关上这里，再看一眼。</Trans>);
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>取消活动</Trans>}
      busy={fetching}
      problem={problem}
    >
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
