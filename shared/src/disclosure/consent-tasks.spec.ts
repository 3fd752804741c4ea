import { addDays, localDate, type LocalDate } from '../kernel/index.js';
import { consentTasks, type ConsentFact } from './index.js';

const YES: ConsentFact = {
  giver: 'GUARDIAN',
  giverId: 'mother',
  standing: 'COUNTS',
  group: 'PROGRESS',
  purpose: 'SPONSORSHIP',
  audience: 'DONOR',
  answer: 'YES',
  from: localDate('2026-06-01'),
  until: localDate('2027-05-31'),
  at: '2026-06-01T02:00:00.000Z',
};
const CHILD: ConsentFact = { ...YES, giver: 'CHILD', giverId: 'CHILD' };
const NINE = localDate('2017-05-04');
const kinds = (facts: readonly ConsentFact[], today: string, birth: LocalDate = NINE) =>
  consentTasks(facts, birth, localDate(today)).map(({ kind, dueOn }) => [kind, dueOn]);

describe('what a worker has to see to', () => {
  it('is nothing while a consent holds, and nothing where a family said no', () => {
    expect(kinds([YES, CHILD], '2026-09-01')).toEqual([]);
    expect(kinds([{ ...YES, answer: 'NO' }, CHILD], '2026-09-01')).toEqual([]);
    expect(kinds([YES, { ...CHILD, answer: 'NO' }], '2026-09-01')).toEqual([]);
  });

  it('is to ask again from thirty days before the end, and for sixty days after', () => {
    const both = [YES, CHILD];
    const due = ['ENDS_SOON', '2027-06-01'];
    expect(kinds(both, '2027-04-30')).toEqual([]);
    expect(kinds(both, '2027-05-01')).toEqual([due]);
    expect(kinds(both, '2027-05-31')).toEqual([due]);
    expect(kinds(both, '2027-07-30')).toEqual([due]);
    expect(kinds(both, '2027-07-31')).toEqual([]);
    const renewed = { until: localDate('2028-05-31'), from: localDate('2027-05-10'), at: '2027-05-10T00:00:00.000Z' };
    expect(kinds([...both, { ...YES, ...renewed }, { ...CHILD, ...renewed }], '2027-05-20')).toEqual([]);
  });

  it('is a talk with two guardians who disagree', () => {
    const father: ConsentFact = { ...YES, giverId: 'father', answer: 'NO', at: '2026-07-01T00:00:00.000Z' };
    expect(kinds([YES, CHILD, father], '2026-09-01')).toEqual([['GUARDIANS_DISAGREE', '2026-09-01']]);
    expect(kinds([YES, CHILD, { ...father, standing: 'FORMER' }], '2026-09-01')).toEqual([]);
  });

  it('is a new question where whoever said yes does not count any more', () => {
    for (const standing of ['FORMER', 'BARRED'] as const) {
      expect(kinds([{ ...YES, standing }, CHILD], '2026-09-01')).toEqual([['GIVER_NOT_COUNTED', '2026-09-01']]);
    }
  });
});

describe('before the fourteenth birthday', () => {
  const birth = localDate('2012-12-10');
  const both = [YES, CHILD];

  it('a task stands open for sixty days, until the child was asked anew', () => {
    const due = [['OWN_WORD_DUE', '2026-12-10']];
    expect(kinds(both, '2026-10-10', birth)).toEqual([]);
    for (const today of ['2026-10-11', '2026-12-09', '2026-12-10', '2027-01-20']) {
      expect([today, kinds(both, today, birth)]).toEqual([today, due]);
    }
    const anew = { ...CHILD, from: localDate('2026-10-11'), at: '2026-10-11T03:00:00.000Z' };
    expect(kinds([...both, anew], '2026-10-11', birth)).toEqual([]);
    expect(kinds([...both, anew], '2026-12-10', birth)).toEqual([]);
  });

  it('there is none where the consent ends before that day', () => {
    const short = both.map((fact) => ({ ...fact, until: addDays(localDate('2026-12-10'), -1) }));
    expect(kinds(short, '2026-10-20', birth)).toEqual([]);
    expect(kinds(short, '2026-11-20', birth)).toEqual([['ENDS_SOON', '2026-12-10']]);
  });
});
