// What one person of a team still needs, named; and thirty of whom twenty-five have no check.
import { localDate } from '../kernel/index.js';
import { countsForTask } from './courses.js';
import { dayAgreement } from './day-agreement.js';
import { eligibility } from './eligibility.js';
import { DEFAULT_ELIGIBILITY_SETTINGS as SETTINGS } from './eligibility-settings.js';
import type { EligibilityFacts } from './eligibility.types.js';
import { rosterNeeds, rosterSplit } from './roster-clearance.js';

const DAY = localDate('2027-03-20');
const before = { on: localDate('2027-03-01'), confirmed: true };
const CLEARED: EligibilityFacts = {
  birthDate: localDate('1990-05-01'),
  trainings: [{ ...before, kind: 'PRE_SERVICE', tasks: ['TEAM_DAY'] }],
  agreements: [{ ...before, until: DAY }],
  recordChecks: [{ ...before, result: 'CLEAR' }],
  exemptions: [],
};
const needs = (change: Partial<EligibilityFacts>, tasks: 'WITH_CHILDREN' | 'WITHOUT_CHILDREN' = 'WITH_CHILDREN') =>
  rosterNeeds(eligibility({ ...CLEARED, ...change }, DAY, SETTINGS, 'TEAM_DAY').findings, tasks);

it('names everything that is missing, not only the first', () => {
  expect(needs({ trainings: [], agreements: [], recordChecks: [] })).toEqual(['TRAINING', 'AGREEMENT', 'RECORD_CHECK']);
  expect(needs({})).toEqual([]);
});

it('asks for a check where children are met, for the lesson and the agreement everywhere', () => {
  expect(needs({ recordChecks: [] }, 'WITHOUT_CHILDREN')).toEqual([]);
  expect(needs({ trainings: [], recordChecks: [] }, 'WITHOUT_CHILDREN')).toEqual(['TRAINING']);
});

it('lets a minor come for the other tasks only', () => {
  const sixteen = localDate('2010-06-01');
  expect(needs({ birthDate: sixteen, recordChecks: [] })).toEqual(['ASK_AGENCY']);
  expect(needs({ birthDate: sixteen, recordChecks: [] }, 'WITHOUT_CHILDREN')).toEqual([]);
});

it('takes the lesson of one day for that day, and for nothing more', () => {
  expect(countsForTask(['TEAM_DAY'], 'TEAM_DAY')).toBe(true);
  expect(countsForTask(['GROUP_ACTIVITY'], 'TEAM_DAY')).toBe(true);
  expect(countsForTask(['COMPANIONSHIP'], 'TEAM_DAY')).toBe(false);
  expect(countsForTask(['TEAM_DAY'], 'GROUP_ACTIVITY')).toBe(false);
  expect(countsForTask(['TEAM_DAY'], 'COMPANIONSHIP')).toBe(false);
});

it('with 25 of 30 not checked the day still runs: 5 with children, 25 with other tasks', () => {
  const members = Array.from({ length: 30 }, (_, at) => ({
    ...{ id: String(at), tasks: 'WITH_CHILDREN' as const },
    findings: eligibility({ ...CLEARED, recordChecks: at < 5 ? CLEARED.recordChecks : [] }, DAY, SETTINGS, 'TEAM_DAY')
      .findings,
  }));
  const { clear, otherTasks, notClear } = rosterSplit(members, true);
  expect([clear.length, otherTasks.length, notClear.length]).toEqual([5, 25, 0]);
  expect(rosterSplit(members, false).notClear).toHaveLength(25);
});

it('says the same in both languages, with the same day', () => {
  const facts = { agencyName: '同路', personName: '林一', teamName: '远山', onDate: '2027-03-20' };
  const [zh, en] = [dayAgreement(facts, 'zh-CN').split('\n'), dayAgreement(facts, 'en').split('\n')];
  expect(zh).toHaveLength(en.length);
  for (const [line] of [zh, en]) expect(line).toContain('2027-03-20');
});
