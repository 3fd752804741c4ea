// From the rows of a concern to what the gate asks about it.
import type { ConcernFacts, OpenTask } from '@tongxing/shared/rules';
import type { ConcernState } from '@tongxing/shared/states';
import type { StepView } from './concern-steps.repository.js';

const TASKS: readonly string[] = ['SAFETY_ACTION', 'DROPOUT_TASK', 'CRISIS_WORK'] satisfies OpenTask['kind'][];

export const isTask = ({ kind }: Pick<StepView, 'kind'>): boolean => TASKS.includes(kind);

/** `steps`: all of the concern, the first one first. */
export function factsOf(state: ConcernState, steps: readonly StepView[], accounts: number): ConcernFacts {
  const done = new Set(steps.filter(({ kind }) => kind === 'TASK_DONE').map(({ taskId }) => taskId));
  const last = (...kinds: readonly StepView['kind'][]) => steps.findLast(({ kind }) => kinds.includes(kind));
  const asking = last('ACCOUNT_ASKED', 'ACCOUNT_ALLOWED', 'ACCOUNT_REFUSED', 'ACCOUNT');
  // Support taken up again withdraws the wish to close.
  const ending = last('CLOSE_ASKED', 'SUPPORT');
  return {
    ...{ state, accounts },
    triaged: last('TRIAGED') !== undefined,
    reported: last('REPORTED') !== undefined,
    referenced: steps.some(({ reference }) => reference !== undefined),
    openTasks: steps
      .filter((step) => isTask(step) && !done.has(step.id))
      .map(({ id, kind, by }) => ({ id, kind: kind as OpenTask['kind'], by })),
    accountAskedBy: asking?.kind === 'ACCOUNT_ASKED' ? asking.by : undefined,
    accountAllowed: asking?.kind === 'ACCOUNT_ALLOWED',
    closeAskedBy: ending?.kind === 'CLOSE_ASKED' ? ending.by : undefined,
  };
}
