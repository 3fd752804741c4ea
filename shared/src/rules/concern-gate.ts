// What stands against a step on a concern although it would follow: who may, and what must be there first (H5, H9, H17, H18).
import type { ConcernState } from '../states/index.js';
import { CONCERN_STEP_KINDS, stateAfter, type ConcernStepKind } from './concern-steps.js';

export const CONCERN_BLOCKERS = [
  /** Somebody says first what it is about. */
  'TRIAGE_MISSING',
  /** Safety actions, the report of a dropout, or the second look at crisis work are not done. */
  'TASKS_OPEN',
  /** H9: the authority's reference, or a second person. */
  'REFERENCE_OR_SECOND_PERSON',
  'SECOND_PERSON_NEEDED',
  'SUPERVISOR_NEEDED',
  /** H17: the child has told it once. */
  'ACCOUNT_STANDS',
  'NOTHING_ASKED',
  'ASKED_ALREADY',
  'NO_SUCH_TASK',
  /** A step that only the platform writes. */
  'NOT_BY_HAND',
  'REPORT_MISSING',
] as const;
export type ConcernBlocker = (typeof CONCERN_BLOCKERS)[number];

export interface OpenTask {
  readonly id: string;
  readonly kind: 'SAFETY_ACTION' | 'DROPOUT_TASK' | 'CRISIS_WORK';
  readonly by: string;
}
/** What has been written so far, as far as the gate asks. */
export interface ConcernFacts {
  readonly state: ConcernState;
  readonly triaged: boolean;
  readonly reported: boolean;
  /** Whether a reference of the authority is written down. */
  readonly referenced: boolean;
  readonly openTasks: readonly OpenTask[];
  /** Accounts of harm by the child, in this concern and in every other open one about the same child. */
  readonly accounts: number;
  /** Who asked for another account and waits for the answer. */
  readonly accountAskedBy: string | undefined;
  /** A supervisor said yes, and nothing has been written by it yet. */
  readonly accountAllowed: boolean;
  readonly closeAskedBy: string | undefined;
}
export interface ConcernWriter {
  readonly id: string;
  /** Supervisor or director. */
  readonly leads: boolean;
}

/** Every reason against the step, not only the first; `taskId` where it is about a task. */
export function concernBlockers(
  kind: ConcernStepKind,
  facts: ConcernFacts,
  writer: ConcernWriter,
  taskId?: string,
): ConcernBlocker[] {
  switch (kind) {
    case 'DROPOUT_TASK':
      return ['NOT_BY_HAND'];
    case 'TASK_DONE':
      return taskBlockers(facts, writer, taskId);
    case 'ACCOUNT':
      return facts.accounts > 0 && !facts.accountAllowed ? ['ACCOUNT_STANDS'] : [];
    case 'ACCOUNT_ASKED':
      if (facts.accountAskedBy !== undefined || facts.accountAllowed) return ['ASKED_ALREADY'];
      return facts.accounts === 0 ? ['NOTHING_ASKED'] : [];
    case 'ACCOUNT_ALLOWED':
    case 'ACCOUNT_REFUSED':
      if (facts.accountAskedBy === undefined) return ['NOTHING_ASKED'];
      return secondLead(facts.accountAskedBy, writer);
    case 'REFERENCE':
      return facts.reported ? [] : ['REPORT_MISSING'];
    case 'REVIEWED':
      return [...(facts.triaged ? [] : (['TRIAGE_MISSING'] as const)), ...open(facts)];
    case 'CLOSE_ASKED':
      if (facts.state !== 'REVIEWED' || facts.referenced) return ['NOTHING_ASKED'];
      return facts.closeAskedBy === undefined ? open(facts) : ['ASKED_ALREADY'];
    case 'CLOSED':
      return [...open(facts), ...closers(facts, writer)];
    case 'TRIAGED':
    case 'SAFETY_ACTION':
    case 'CRISIS_WORK':
    case 'REPORTED':
    case 'AUTHORITY_LED':
    case 'SUPPORT':
      return [];
  }
}

/** What this person may write now, in the order of the work. */
export function openSteps(facts: ConcernFacts, writer: ConcernWriter): ConcernStepKind[] {
  return CONCERN_STEP_KINDS.filter((kind) => {
    if (stateAfter(facts.state, kind) === undefined) return false;
    if (kind !== 'TASK_DONE') return concernBlockers(kind, facts, writer).length === 0;
    return facts.openTasks.some(({ id }) => concernBlockers(kind, facts, writer, id).length === 0);
  });
}

const open = ({ openTasks }: ConcernFacts): ConcernBlocker[] => (openTasks.length > 0 ? ['TASKS_OPEN'] : []);

function closers({ referenced, closeAskedBy }: ConcernFacts, writer: ConcernWriter): ConcernBlocker[] {
  if (referenced) return [];
  return closeAskedBy === undefined ? ['REFERENCE_OR_SECOND_PERSON'] : secondLead(closeAskedBy, writer);
}

function taskBlockers({ openTasks }: ConcernFacts, writer: ConcernWriter, taskId?: string): ConcernBlocker[] {
  const task = openTasks.find(({ id }) => id === taskId);
  if (!task) return ['NO_SUCH_TASK'];
  // Help in a crisis begins on one person's word, and is looked at by another (H5).
  return task.kind === 'CRISIS_WORK' ? secondLead(task.by, writer) : [];
}

function secondLead(first: string, { id, leads }: ConcernWriter): ConcernBlocker[] {
  return [
    ...(leads ? [] : (['SUPERVISOR_NEEDED'] as const)),
    ...(id === first ? (['SECOND_PERSON_NEEDED'] as const) : []),
  ];
}
