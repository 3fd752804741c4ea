import { consentInput, consentProblems, emptyConsent, type ConsentValues } from './consent-form.js';

const TODAY = '2026-11-22';
const GOOD: ConsentValues = {
  guardianName: '王芳',
  relation: '奶奶',
  method: 'SIGNATURE',
  witnessName: '',
  serviceAgreementSignedOn: '2026-11-20',
  givenOn: '2026-11-22',
  validUntil: '2027-11-21',
  childAnswer: 'YES',
  childAnsweredOn: '2026-11-22',
  papers: [],
};
const problems = (change: Partial<ConsentValues>) => consentProblems({ ...GOOD, ...change }, TODAY);

describe('consentProblems', () => {
  it.each<[string, Partial<ConsentValues>, readonly string[]]>([
    ['no guardian', { guardianName: '  ' }, ['guardianName']],
    ['no relation', { relation: '' }, ['relation']],
    ['a thumbprint of tomorrow', { method: 'THUMBPRINT', givenOn: '2026-11-23' }, ['givenOn']],
    ['a witness without a name', { method: 'WITNESSED', witnessName: ' ' }, ['witnessName']],
    ['no service agreement', { serviceAgreementSignedOn: '' }, ['serviceAgreementSignedOn']],
    ['an agreement not yet signed', { serviceAgreementSignedOn: '2026-12-01' }, ['serviceAgreementSignedOn']],
    ['an end before the beginning', { validUntil: '2026-11-22' }, ['validUntil']],
    ['an answer of the child without its day', { childAnswer: 'NO', childAnsweredOn: '' }, ['childAnsweredOn']],
    ['a day that does not exist', { givenOn: '2026-02-30' }, ['givenOn']],
  ])('refuses %s', (_, change, fields) => expect(problems(change)).toEqual(fields));

  it('lets pass what is complete, and a child who was not asked yet', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ childAnswer: 'NOT_ASKED', childAnsweredOn: '' })).toEqual([]);
    expect(problems({ method: 'WITNESSED', witnessName: '李老师' })).toEqual([]);
  });
});

describe('a new form', () => {
  it('takes no answer of the child for granted', () => {
    expect(emptyConsent(TODAY, 365).childAnswer).toBe('NOT_ASKED');
  });

  it('lasts as many days as the agency set, today included', () => {
    expect(emptyConsent(TODAY, 365).validUntil).toBe('2027-11-21');
  });
});

describe('consentInput', () => {
  it('sends no witness and no day that no longer belong to the choice', () => {
    const input = consentInput({ ...GOOD, witnessName: '李老师', childAnswer: 'NOT_ASKED' });
    expect([input.witnessName, input.childAnsweredOn]).toEqual([null, null]);
  });

  it('names the papers by their ids and sends nothing else of them', () => {
    const paper = { id: 'p1', path: '/files/p1', name: '同意书.jpg', kind: 'IMAGE', bytes: 9 } as const;
    const input = consentInput({ ...GOOD, papers: [paper] });
    expect([input.paperIds, 'papers' in input]).toEqual([['p1'], false]);
  });
});
