import { EMPTY_STEP, shows, stepBody } from './step-form.js';

const clock = () => Date.parse('2026-11-22T02:00:00.000Z');

describe('the form of a step', () => {
  it('shows what the step asks for, and nothing else', () => {
    expect(shows('SAFETY_ACTION', 'assigneeId')).toBe(true);
    expect(shows('SUPPORT', 'assigneeId')).toBe(false);
    expect(shows('REPORTED', 'reference')).toBe(true);
  });

  it('sends no field of another step, and none that was left empty', () => {
    const values = { ...EMPTY_STEP, words: '陪着', reference: '1', assigneeId: 'x' };
    expect(stepBody('SUPPORT', values, undefined, clock)).toEqual({ kind: 'SUPPORT', words: '陪着' });
    expect(stepBody('REPORTED', EMPTY_STEP, undefined, clock)).toEqual({ kind: 'REPORTED', authority: 'POLICE' });
  });

  it('counts by when from now on, and knows a report of before by its day and hour', () => {
    const action = { ...EMPTY_STEP, words: '去', assigneeId: 'x', withinHours: '24' };
    expect(stepBody('SAFETY_ACTION', action, undefined, clock)).toMatchObject({ dueAt: '2026-11-23T02:00:00.000Z' });
    const before = { ...EMPTY_STEP, when: 'BEFORE', day: '2026-11-22', time: '09:30' } as const;
    const sent = stepBody('REPORTED', before, undefined, clock);
    expect(sent.happenedAt).toBe(new Date('2026-11-22T09:30').toISOString());
    expect(stepBody('REPORTED', { ...before, day: '' }, undefined, clock).happenedAt).toBeUndefined();
  });
});
