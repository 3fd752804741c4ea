import { localDate } from '@tongxing/shared/kernel';
import { groupsOf, inputOf, missing, usualEnd, type ConsentDraft } from './consent-draft.js';

const DRAFT: ConsentDraft = {
  purpose: 'ACTIVITY',
  audience: 'VOLUNTEER',
  occasion: '',
  until: '2027-06-30',
  guardianId: 'mother',
  method: 'SIGNATURE',
  saidOn: '',
  answers: { AGE_BAND: 'YES', INTERESTS: 'NO' },
  signature: 'M1 1L2 2',
  witnessName: '',
  childAnswers: { AGE_BAND: 'YES', INTERESTS: 'YES' },
  childNotAble: false,
  childNote: '',
  childSignature: '',
  readAloud: true,
};
const FACTS = {
  childId: 'child',
  requestId: 'request-1',
  language: 'ZH',
  textHash: 'hash',
  workerName: '林老师',
  paperIds: ['paper'],
} as const;

describe('a sitting on the worker’s device', () => {
  it('lacks each answer and each proof until it is there', () => {
    const empty = { ...DRAFT, guardianId: '', answers: {}, signature: '', childAnswers: { AGE_BAND: 'YES' } } as const;
    expect(missing(empty, 9, 0)).toEqual(['guardian', 'answers', 'proof', 'childAnswers']);
    expect(missing({ ...DRAFT, method: 'THUMBPRINT' }, 9, 0)).toEqual(['papers']);
    expect(missing({ ...DRAFT, method: 'WITNESSED' }, 9, 0)).toEqual(['proof']);
    expect(missing(DRAFT, 14, 0)).toEqual(['childProof']);
    expect(missing({ ...DRAFT, childNotAble: true }, 9, 0)).toEqual(['childNote']);
    expect(missing({ ...DRAFT, purpose: 'PUBLIC_STORY', audience: 'PUBLIC' }, 5, 0)).toEqual(['occasion', 'answers']);
    expect(missing(DRAFT, 9, 0)).toEqual([]);
  });

  it('asks a small child nothing, and nobody but a grown person', () => {
    expect(inputOf(DRAFT, { ...FACTS, age: 7 }).child).toBeNull();
    expect(inputOf({ ...DRAFT, childSignature: 'M1 1L2 2' }, { ...FACTS, age: 18 }).guardian).toBeNull();
  });

  it('sends every answer, and only the proof that belongs to the way it was given', () => {
    const input = inputOf(DRAFT, { ...FACTS, age: 9 });
    expect(input.paperIds).toEqual([]);
    expect(input.guardian?.answers).toEqual([
      { group: 'AGE_BAND', answer: 'YES' },
      { group: 'INTERESTS', answer: 'NO' },
    ]);
    expect(input.child).toMatchObject({ method: 'WITNESSED', witnessName: '林老师', signature: null });
    const print = inputOf({ ...DRAFT, method: 'THUMBPRINT' }, { ...FACTS, age: 9 });
    expect(print).toMatchObject({ paperIds: ['paper'], guardian: { signature: null } });
  });

  it('holds a year where nobody says otherwise, and never offers what no audience may see', () => {
    expect(usualEnd(localDate('2026-11-22'))).toBe('2027-11-22');
    expect(groupsOf({ purpose: 'PUBLIC_STORY', audience: 'PUBLIC' })).not.toContain('REGION');
  });
});
