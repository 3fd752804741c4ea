import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { BEGIN, CLOSE_ACTIVITY, CLOSE_ATTENDANCE, LOCK_ROSTER } from './day.operations.js';
import { Needs, Refused, type Answer, type DayStepsProps } from './DayParts.js';
import { LookBackForm } from './LookBackForm.js';
import { minuteNow } from './minute-now.js';
import styles from './day.module.css';

/** What is next on this day, what still stands in the way, and the one button. */
export function DaySteps({ day, reload }: DayStepsProps) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const [locking, lock] = useMutation(LOCK_ROSTER);
  const [beginning, begin] = useMutation(BEGIN);
  const [recording, record] = useMutation(CLOSE_ATTENDANCE);
  const [closing, close] = useMutation(CLOSE_ACTIVITY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { activityId, version, state, needs } = day;
  const input = { activityId, version };
  const settle = (
    answer: Answer | undefined,
    said: string,
    error: Parameters<typeof RequestFault>[0]['error'],
  ): void => {
    if (!answer) return setProblem(<RequestFault error={error} />);
    setProblem(answer.__typename === 'ActivityDay' ? null : <Refused answer={answer} reload={reload} />);
    if (answer.__typename === 'ActivityDay') toast({ message: said });
    reload();
  };
  const press = async (): Promise<void> => {
    if (state === 'OPEN') {
      const { data, error } = await lock({ input });
      settle(data?.outcome, t`名单定下来了。`, error);
    } else if (state === 'ROSTER_LOCKED') {
      const { data, error } = await begin({ input });
      settle(data?.outcome, t`活动开始了，可以签到。`, error);
    } else if (state === 'RUNNING') {
      const allLeftAt = needs.includes('LEFT') ? { allLeftAt: minuteNow() } : {};
      const { data, error } = await record({ input: { ...input, ...allLeftAt } });
      settle(data?.outcome, t`签到关上了，服务时间记好了。`, error);
    } else {
      const { data, error } = await close({ input });
      settle(data?.outcome, t`活动结束了。`, error);
    }
  };
  const step = useStep(day, may('activity.review'));
  if (!step && state !== 'RECORDED' && !problem) return null;
  const busy = locking.fetching || beginning.fetching || recording.fetching || closing.fetching;
  const before = needs.filter((need) => !(state === 'RUNNING' && need === 'LEFT'));
  return (
    <Card tone={before.length > 0 || state === 'RECORDED' ? 'waiting' : 'good'}>
      {step ? <p className={styles['words']}>{step.lead}</p> : null}
      {problem ? <div role="alert">{problem}</div> : null}
      {state === 'RECORDED' ? (
        <LookBackForm day={day} reload={reload} />
      ) : (
        <>
          {before.length > 0 ? <Needs needs={before} /> : null}
          {step?.verb ? (
            <div className={styles['buttons']} data-print="no">
              <Button loading={busy} disabled={before.length > 0} onClick={() => void press()}>
                {step.verb}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Card>
  );
}

function useStep(
  { state, needs, inCharge, recordedBy }: DayStepsProps['day'],
  mayClose: boolean,
): { readonly lead: ReactNode; readonly verb?: ReactNode } | undefined {
  switch (state) {
    case 'OPEN':
      return { lead: <Trans>人都排好了，就把名单定下来。</Trans>, verb: <Trans>定下名单</Trans> };
    case 'ROSTER_LOCKED':
      return { lead: <Trans>名单定了。到了当天，由同事开始，门口就能签到。</Trans>, verb: <Trans>开始活动</Trans> };
    case 'RUNNING':
      if (!inCharge) return { lead: <Trans>正在进行。结束时由负责的同事关上签到。</Trans> };
      return needs.includes('LEFT')
        ? { lead: <Trans>正在进行。还在场的人，关上时记为现在离开。</Trans>, verb: <Trans>都离开了，关上签到</Trans> }
        : { lead: <Trans>正在进行。人都离开了，就可以关上签到。</Trans>, verb: <Trans>关上签到</Trans> };
    case 'RECORDED':
      return { lead: <Trans>{recordedBy ?? ''}关上了签到。写下评估和反思，活动才能结束。</Trans> };
    case 'EVALUATED':
      return mayClose
        ? { lead: <Trans>评估和反思写好了。请读一读，再结束这个活动。</Trans>, verb: <Trans>读过了，结束活动</Trans> }
        : { lead: <Trans>评估和反思写好了，等督导者或机构负责人读过以后结束。</Trans> };
    default:
      return undefined;
  }
}
