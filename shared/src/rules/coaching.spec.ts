import { localDate } from '../kernel/index.js';
import { coachStep, type CoachedFacts } from './coaching.js';

const TODAY = localDate('2026-11-23');
const NOTHING: CoachedFacts = {
  ...{ training: 'MISSING', until: undefined, next: undefined, lessonsWanted: false, lessonsDone: 0 },
  ...{ lessonsFinished: false, lessonTries: 0, freeSession: true },
};
const step = (facts: Partial<CoachedFacts>) => coachStep({ ...NOTHING, ...facts }, TODAY, 60);

it('leaves in peace whoever is trained for long, exempt without an end, or stopped', () => {
  expect(step({ training: 'VALID', until: localDate('2027-02-01') })).toBeUndefined();
  expect(step({ training: 'EXEMPT' })).toBeUndefined();
  expect(step({ training: 'STOPPED' })).toBeUndefined();
});

it('tells of whoever has not begun, and whether there is a session at all', () => {
  expect(step({})).toEqual({ step: 'NOT_BEGUN', on: undefined });
  expect(step({ freeSession: false })).toEqual({ step: 'NO_SESSION', on: undefined });
});

it('tells of the session in which somebody has a seat, or waits for one', () => {
  const on = localDate('2026-11-30');
  expect(step({ next: { waits: false, on } })).toEqual({ step: 'ENROLLED', on });
  expect(step({ next: { waits: true, on }, training: 'EXPIRED' })).toEqual({ step: 'WAITING', on });
});

it('tells of lessons: begun, wanted after a session, and questions that were answered again and again', () => {
  expect(step({ lessonsDone: 2, lessonTries: 3 })?.step).toBe('HALF_WAY');
  expect(step({ lessonsDone: 2, lessonTries: 6 })?.step).toBe('QUIZ');
  expect(step({ lessonsWanted: true })?.step).toBe('LESSONS_OPEN');
});

it('tells of an end sixty days before it, and after it', () => {
  const last = localDate('2027-01-22');
  expect(step({ training: 'VALID', until: last })).toEqual({ step: 'ENDS_SOON', on: last });
  expect(step({ training: 'VALID', until: localDate('2027-01-23') })).toBeUndefined();
  const ended = localDate('2026-11-22');
  expect(step({ training: 'EXPIRED', until: ended })).toEqual({ step: 'ENDED', on: ended });
});
