import { concernBlockers, openSteps, type ConcernFacts } from './concern-gate.js';
import { CONCERN_STEP_KINDS, CONCERN_STEPS, stateAfter } from './concern-steps.js';

const FACTS: ConcernFacts = {
  state: 'SEEN',
  triaged: false,
  reported: false,
  referenced: false,
  openTasks: [],
  accounts: 0,
  accountAskedBy: undefined,
  accountAllowed: false,
  closeAskedBy: undefined,
};
const worker = { id: 'worker', leads: false };
const lead = { id: 'lead', leads: true };

describe('closing (H9)', () => {
  const reviewed: ConcernFacts = { ...FACTS, state: 'REVIEWED', triaged: true };

  it('is refused without the authority’s reference and without a second person, to whoever asks', () => {
    for (const writer of [worker, lead]) {
      expect(concernBlockers('CLOSED', reviewed, writer)).toEqual(['REFERENCE_OR_SECOND_PERSON']);
    }
  });

  it('is refused to the one who asked for it, and to a second worker', () => {
    expect(concernBlockers('CLOSED', { ...reviewed, closeAskedBy: lead.id }, lead)).toEqual(['SECOND_PERSON_NEEDED']);
    expect(concernBlockers('CLOSED', { ...reviewed, closeAskedBy: lead.id }, worker)).toEqual(['SUPERVISOR_NEEDED']);
  });

  it('is refused while something is not done, even with a reference', () => {
    const task = { id: 't', kind: 'DROPOUT_TASK', by: 'worker' } as const;
    expect(concernBlockers('CLOSED', { ...reviewed, referenced: true, openTasks: [task] }, lead)).toEqual([
      'TASKS_OPEN',
    ]);
  });

  it('needs one of the two: the reference, or two people', () => {
    expect(concernBlockers('CLOSED', { ...reviewed, referenced: true }, worker)).toEqual([]);
    expect(concernBlockers('CLOSED', { ...reviewed, closeAskedBy: worker.id }, lead)).toEqual([]);
  });

  it('follows from a review alone', () => {
    const before = CONCERN_STEP_KINDS.filter((kind) => stateAfter('SUPPORT', kind) === 'CLOSED');
    expect(before).toEqual([]);
    expect(stateAfter('REVIEWED', 'CLOSED')).toBe('CLOSED');
    expect(CONCERN_STEP_KINDS.filter((kind) => stateAfter('CLOSED', kind) !== undefined)).toEqual([]);
  });
});

describe('an account of harm (H17)', () => {
  it('is taken once; a second needs a reason, and the yes of a supervisor who did not ask', () => {
    expect(concernBlockers('ACCOUNT', FACTS, worker)).toEqual([]);
    const told = { ...FACTS, accounts: 1 };
    expect(concernBlockers('ACCOUNT', told, lead)).toEqual(['ACCOUNT_STANDS']);
    expect(CONCERN_STEPS.ACCOUNT_ASKED.needs).toContain('words');
    const asked = { ...told, accountAskedBy: 'lead' };
    expect(concernBlockers('ACCOUNT_ALLOWED', told, lead)).toEqual(['NOTHING_ASKED']);
    expect(concernBlockers('ACCOUNT_ALLOWED', asked, worker)).toEqual(['SUPERVISOR_NEEDED']);
    expect(concernBlockers('ACCOUNT_ALLOWED', asked, lead)).toEqual(['SECOND_PERSON_NEEDED']);
    expect(concernBlockers('ACCOUNT_ALLOWED', { ...asked, accountAskedBy: 'worker' }, lead)).toEqual([]);
    expect(concernBlockers('ACCOUNT', { ...told, accountAllowed: true }, worker)).toEqual([]);
    expect(concernBlockers('ACCOUNT_ASKED', asked, worker)).toEqual(['ASKED_ALREADY']);
    expect(concernBlockers('ACCOUNT_ASKED', FACTS, worker)).toEqual(['NOTHING_ASKED']);
  });
});

describe('tasks', () => {
  it('of a dropout are made by the platform alone (H18)', () => {
    expect(concernBlockers('DROPOUT_TASK', FACTS, lead)).toEqual(['NOT_BY_HAND']);
  });

  it('hold the review up, and crisis work is looked at by a second person who leads', () => {
    const crisis = { id: 'c', kind: 'CRISIS_WORK', by: 'lead' } as const;
    const facts: ConcernFacts = { ...FACTS, state: 'SUPPORT', triaged: true, openTasks: [crisis] };
    expect(concernBlockers('REVIEWED', facts, worker)).toEqual(['TASKS_OPEN']);
    expect(concernBlockers('REVIEWED', { ...facts, triaged: false, openTasks: [] }, worker)).toEqual([
      'TRIAGE_MISSING',
    ]);
    expect(concernBlockers('TASK_DONE', facts, lead, 'c')).toEqual(['SECOND_PERSON_NEEDED']);
    expect(concernBlockers('TASK_DONE', facts, worker, 'c')).toEqual(['SUPERVISOR_NEEDED']);
    expect(concernBlockers('TASK_DONE', facts, { id: 'other', leads: true }, 'c')).toEqual([]);
    expect(concernBlockers('TASK_DONE', facts, lead, 'another')).toEqual(['NO_SUCH_TASK']);
  });
});

describe('help in a crisis', () => {
  it('waits for nothing: report, safety actions and crisis work are open as soon as somebody has said a word (H5)', () => {
    for (const state of ['RECEIVED', 'SEEN'] as const) {
      const steps = openSteps({ ...FACTS, state }, worker);
      expect(steps).toEqual(['TRIAGED', 'SAFETY_ACTION', 'CRISIS_WORK', 'REPORTED', 'ACCOUNT']);
    }
  });

  it('offers nothing any more once it is closed', () => {
    expect(openSteps({ ...FACTS, state: 'CLOSED' }, lead)).toEqual([]);
  });

  it('lets the authority’s reference follow a report, and only that', () => {
    expect(concernBlockers('REFERENCE', FACTS, worker)).toEqual(['REPORT_MISSING']);
    expect(concernBlockers('REFERENCE', { ...FACTS, reported: true }, worker)).toEqual([]);
    expect(stateAfter('SEEN', 'AUTHORITY_LED')).toBeUndefined();
    expect(stateAfter('AUTHORITY_LED', 'REPORTED')).toBe('AUTHORITY_LED');
    expect(stateAfter('SUPPORT', 'SAFETY_ACTION')).toBe('SUPPORT');
  });
});
