import { localDate } from '../kernel/index.js';
import { mayEnrol, programmeFindings, type EnrolmentFacts, type ProgrammeTerms } from './programme-criteria.js';

const DESK: ProgrammeTerms = {
  criteria: {
    minAge: 6,
    maxAge: 15,
    schoolStages: ['PRIMARY', 'JUNIOR'],
    allowOutOfSchool: true,
    registrations: ['RURAL'],
    categoriesAny: ['MIGRANT'],
  },
  startsOn: localDate('2026-01-01'),
  endsOn: localDate('2027-06-30'),
};
const FITS: EnrolmentFacts = {
  birthDate: localDate('2017-03-04'),
  schoolStage: 'PRIMARY',
  registration: 'RURAL',
  categories: ['MIGRANT'],
};
const ON = localDate('2026-11-22');
const unmet = (facts: EnrolmentFacts, terms = DESK, on = ON) =>
  programmeFindings(terms, facts, on).filter(({ outcome }) => outcome !== 'MET');

describe('a place is not given', () => {
  it('where nothing is known: every finding says what to write down, not only the first', () => {
    expect(unmet({}).map(({ criterion, outcome, remedy }) => [criterion, outcome, remedy])).toEqual([
      ['AGE', 'UNKNOWN', 'RECORD_FACT'],
      ['SCHOOL_STAGE', 'UNKNOWN', 'RECORD_FACT'],
      ['REGISTRATION', 'UNKNOWN', 'RECORD_FACT'],
      ['CATEGORY', 'UNKNOWN', 'RECORD_FACT'],
    ]);
    expect(mayEnrol(programmeFindings(DESK, {}, ON))).toBe(false);
  });

  it('to a child who is too young, who is told from which birthday on', () => {
    expect(unmet({ ...FITS, birthDate: localDate('2020-11-23') })).toMatchObject([
      { criterion: 'AGE', remedy: 'WAIT_UNTIL', from: '2026-11-23', found: ['5'], wanted: ['6', '15'] },
    ]);
    expect(unmet({ ...FITS, birthDate: localDate('2020-11-22') })).toEqual([]);
    const leap = { ...FITS, birthDate: localDate('2020-02-29') };
    const before = { ...DESK, startsOn: localDate('2020-01-01') };
    expect(unmet(leap, before, localDate('2026-02-28'))).toMatchObject([{ from: '2026-03-01' }]);
    expect(unmet(leap, before, localDate('2026-03-01'))).toEqual([]);
  });

  it('to one who has outgrown it, nor after its last day: there waiting does not help', () => {
    expect(unmet({ ...FITS, birthDate: localDate('2010-11-22') })).toMatchObject([{ remedy: 'OTHER_PROGRAMME' }]);
    expect(unmet({ ...FITS, birthDate: localDate('2010-11-23') })).toEqual([]);
    expect(unmet(FITS, DESK, localDate('2027-07-01'))).toMatchObject([
      { criterion: 'PERIOD', remedy: 'OTHER_PROGRAMME' },
    ]);
    expect(unmet(FITS, DESK, localDate('2025-12-31'))).toMatchObject([
      { criterion: 'PERIOD', remedy: 'WAIT_UNTIL', from: '2026-01-01' },
    ]);
  });

  it('where something else stands on the page: correct it, or another programme', () => {
    expect(unmet({ ...FITS, registration: 'URBAN', schoolStage: 'SENIOR', categories: ['LEFT_BEHIND'] })).toMatchObject(
      [
        { criterion: 'SCHOOL_STAGE', remedy: 'CORRECT_OR_OTHER', wanted: ['PRIMARY', 'JUNIOR', 'OUT_OF_SCHOOL'] },
        { criterion: 'REGISTRATION', remedy: 'CORRECT_OR_OTHER', wanted: ['RURAL'], found: ['URBAN'] },
        { criterion: 'CATEGORY', remedy: 'CORRECT_OR_OTHER', wanted: ['MIGRANT'], found: ['LEFT_BEHIND'] },
      ],
    );
  });

  it('to a child out of school where the programme does not say so', () => {
    const strict = { ...DESK, criteria: { ...DESK.criteria, allowOutOfSchool: false } };
    const out = { ...FITS, schoolStage: 'OUT_OF_SCHOOL' };
    expect(unmet(out, strict)).toMatchObject([{ criterion: 'SCHOOL_STAGE' }]);
    expect(unmet(out)).toEqual([]);
  });
});

it('a place is given where all is met, and a programme that asks nothing asks only its days', () => {
  expect(mayEnrol(programmeFindings(DESK, FITS, ON))).toBe(true);
  const open = { criteria: {}, startsOn: ON };
  expect(programmeFindings(open, {}, ON)).toMatchObject([{ criterion: 'PERIOD', outcome: 'MET', remedy: 'NONE' }]);
});
