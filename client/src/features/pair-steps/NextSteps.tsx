import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox } from '../../ui/fields/fields.js';
import { useFormat } from '../../ui/format/use-format.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { DROP_NEXT_STEP, TICK_NEXT_STEP } from './next-steps.operations.js';
import styles from './pair-steps.module.css';

const AddNextStep = lazy(() => import('./AddNextStep.js'));

export interface NextStepShown {
  readonly id: string;
  readonly text: string;
  readonly dueOn?: string | null;
  readonly doneAt?: string | null;
}
export interface NextStepsProps {
  readonly companionshipId: string;
  readonly steps: readonly NextStepShown[];
  /** A worker adds and takes off; both tick. */
  readonly may: { readonly tick: boolean; readonly change: boolean };
  readonly reload: () => void;
}

/** What the two set out to do next: small enough to be done, and ticked by whoever sees it done. */
export function NextSteps({ companionshipId, steps, may, reload }: NextStepsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [ticking, tick] = useMutation(TICK_NEXT_STEP);
  const [dropping, drop] = useMutation(DROP_NEXT_STEP);
  const settle = (kind: string | undefined, said: string): void => {
    if (kind === 'CompanionshipStep') toast({ message: said });
    else toast({ tone: 'danger', message: t`没有记下：它刚刚有了变化，或者没有连上。请再看一看。` });
    reload();
  };
  const set = async ({ id }: NextStepShown, done: boolean): Promise<void> => {
    const { data } = await tick({ input: { nextStepId: id, done } });
    settle(data?.tickNextStep.__typename, done ? t`做到了，记下了。` : t`改成还没有做到。`);
  };
  const takeOff = async ({ id }: NextStepShown): Promise<void> => {
    const { data } = await drop({ input: { nextStepId: id } });
    settle(data?.dropNextStep.__typename, t`拿掉了。`);
  };
  return (
    <>
      {steps.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>还没有写下接下来要做的事。</Trans>
        </p>
      ) : (
        <ul className={styles['nextSteps']}>
          {steps.map((step) => (
            <li key={step.id}>
              <div>
                {may.tick ? (
                  <Checkbox
                    label={step.text}
                    checked={!!step.doneAt}
                    disabled={ticking.fetching}
                    onChange={(event) => void set(step, event.currentTarget.checked)}
                  />
                ) : (
                  step.text
                )}
                <StepDay step={step} />
              </div>
              {may.change && !step.doneAt ? (
                <Button
                  variant="subtle"
                  loading={dropping.fetching}
                  onClick={() => void takeOff(step)}
                  aria-label={t`拿掉：${step.text}`}
                >
                  <Trans>拿掉</Trans>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {may.change ? (
        <Suspense fallback={<LoadingState lines={2} />}>
          <AddNextStep companionshipId={companionshipId} done={reload} />
        </Suspense>
      ) : null}
    </>
  );
}

function StepDay({ step: { dueOn, doneAt } }: { readonly step: NextStepShown }) {
  const format = useFormat();
  const { today } = useViewer().agency;
  if (doneAt) {
    return (
      <p className={styles['quiet']}>
        <Trans>{format.dayOf(doneAt)} 做到的</Trans>
      </p>
    );
  }
  if (!dueOn) return null;
  return (
    <p className={styles['quiet']} data-late={dueOn < today}>
      {dueOn < today ? (
        <Trans>本来想在 {format.day(dueOn)} 以前，不着急，再商量</Trans>
      ) : (
        <Trans>{format.day(dueOn)} 以前</Trans>
      )}
    </p>
  );
}
