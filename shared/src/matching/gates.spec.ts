import { candidates } from './candidates.js';
import { reasonCounts, whyNot } from './gates.js';
import { REJECTION_RULES } from './rejection-rules.js';
import { inventSnapshot, RULES } from './testing/invented-snapshot.js';
import { Seeded } from './testing/small-problem.js';
import type { MatchChild, MatchRules, MatchSnapshot, MatchVolunteer, RejectionCode } from './types.js';

const SATURDAY = [{ weekday: 6, startMinute: 540, endMinute: 720 }];
const VOLUNTEER: MatchVolunteer = {
  id: 'v1',
  gender: 'FEMALE',
  languages: ['MANDARIN'],
  skills: [],
  freeTimes: SATURDAY,
  area: 'north',
  place: { x: 0, y: 0 },
  travelBudget: 5000,
  places: 1,
  supervisorId: 's1',
  eligible: true,
};
const CHILD: MatchChild = {
  id: 'c1',
  gender: 'FEMALE',
  languages: ['MANDARIN', 'WU'],
  needs: [],
  freeTimes: SATURDAY,
  area: 'south',
  place: { x: 3000, y: 4000 },
  priority: 3,
  waitingDays: 10,
};
const SNAPSHOT: MatchSnapshot = {
  serviceDate: '2026-12-01',
  volunteers: [VOLUNTEER],
  children: [CHILD],
  supervisors: [{ id: 's1', places: 1 }],
  locks: [],
  vetoes: [],
};

interface Case {
  readonly volunteer?: Partial<MatchVolunteer>;
  readonly child?: Partial<MatchChild>;
  readonly snapshot?: Partial<MatchSnapshot>;
  readonly rules?: Partial<MatchRules>;
}

function reasons({ volunteer, child, snapshot, rules }: Case): RejectionCode[] {
  const all: MatchSnapshot = {
    ...SNAPSHOT,
    volunteers: [{ ...VOLUNTEER, ...volunteer }],
    children: [{ ...CHILD, ...child }],
    ...snapshot,
  };
  const found = whyNot(all, { ...RULES, ...rules }, 'v1', 'c1');
  const isCandidate = candidates(all, { ...RULES, ...rules }).csr.volunteer.length === 1;
  expect({ found, isCandidate }).toEqual({ found, isCandidate: found.length === 0 });
  return found;
}

describe('who may accompany whom', () => {
  it.each<[string, Case, RejectionCode[]]>([
    ['a volunteer who is not eligible', { volunteer: { eligible: false } }, ['NOT_ELIGIBLE']],
    ['a volunteer without a free place', { volunteer: { places: 0 } }, ['NO_PLACE']],
    ['a supervisor without a place', { snapshot: { supervisors: [{ id: 's1', places: 0 }] } }, ['NO_SUPERVISOR_PLACE']],
    ['a supervisor nobody knows', { volunteer: { supervisorId: 's9' } }, ['NO_SUPERVISOR_PLACE']],
    [
      'no supervisor where the agency requires one',
      { volunteer: { supervisorId: undefined }, rules: { supervisionRequired: true } },
      ['NO_SUPERVISOR_PLACE'],
    ],
    ['the other gender where the agency does not allow it', { volunteer: { gender: 'MALE' } }, ['GENDER_RULE']],
    ['a volunteer whose gender is unknown', { volunteer: { gender: undefined } }, ['GENDER_RULE']],
    [
      'the gender that the family did not ask for, though the agency allows it',
      { child: { companionGender: 'MALE' }, rules: { allowOtherGender: true } },
      ['GENDER_RULE'],
    ],
    ['no common language', { volunteer: { languages: ['HAKKA'] } }, ['NO_COMMON_LANGUAGE']],
    ['no language known', { child: { languages: [] } }, ['NO_COMMON_LANGUAGE']],
    ['one metre too far', { volunteer: { travelBudget: 4999 } }, ['TOO_FAR']],
    [
      'no common time',
      { child: { freeTimes: [{ weekday: 7, startMinute: 540, endMinute: 720 }] } },
      ['NO_COMMON_TIME'],
    ],
    [
      'one common minute too few',
      { child: { freeTimes: [{ weekday: 6, startMinute: 661, endMinute: 900 }] } },
      ['NO_COMMON_TIME'],
    ],
    [
      'times that only touch, where the agency asks for no minutes',
      { child: { freeTimes: [{ weekday: 6, startMinute: 720, endMinute: 900 }] }, rules: { minimumCommonMinutes: 0 } },
      ['NO_COMMON_TIME'],
    ],
    ['a pair that a worker declined', { snapshot: { vetoes: [{ volunteerId: 'v1', childId: 'c1' }] } }, ['VETOED']],
    [
      'a volunteer whose place a decided pair took',
      { snapshot: { locks: [{ volunteerId: 'v1', childId: 'c2' }] } },
      ['NO_PLACE', 'NO_SUPERVISOR_PLACE'],
    ],
  ])('refuses %s', (_, given, expected) => {
    expect(reasons(given)).toEqual(expected);
  });

  it('gives every reason, not the first', () => {
    const given: Case = {
      volunteer: { eligible: false, places: 0, gender: 'MALE', languages: [], travelBudget: 0, freeTimes: [] },
      snapshot: { supervisors: [], vetoes: [{ volunteerId: 'v1', childId: 'c1' }] },
    };
    expect([...reasons(given)].sort()).toEqual(Object.keys(REJECTION_RULES).sort());
  });

  it.each<[string, Case]>([
    ['just within the travel budget and with just enough common time', {}],
    ['exactly the minutes asked for', { rules: { minimumCommonMinutes: 180 } }],
    [
      'the other gender where the agency allows it',
      { volunteer: { gender: 'MALE' }, rules: { allowOtherGender: true } },
    ],
    [
      'the other gender where the family asked for it',
      { volunteer: { gender: 'MALE' }, child: { companionGender: 'MALE' } },
    ],
    ['an unmapped area', { volunteer: { place: undefined, travelBudget: 0 } }],
    ['nobody above, where the agency does not require it', { volunteer: { supervisorId: undefined } }],
    [
      'a place beside a decided pair',
      {
        volunteer: { places: 2 },
        snapshot: { supervisors: [{ id: 's1', places: 2 }], locks: [{ volunteerId: 'v1', childId: 'c2' }] },
      },
    ],
  ])('allows %s', (_, given) => {
    expect(reasons(given)).toEqual([]);
  });

  it('adds up minutes of several meetings, counting none twice', () => {
    const freeTimes = [
      { weekday: 6, startMinute: 540, endMinute: 570 },
      { weekday: 6, startMinute: 550, endMinute: 570 },
      { weekday: 6, startMinute: 600, endMinute: 629 },
    ];
    expect(reasons({ child: { freeTimes } })).toEqual(['NO_COMMON_TIME']);
    expect(reasons({ child: { freeTimes }, rules: { minimumCommonMinutes: 59 } })).toEqual([]);
  });

  it('counts each volunteer under each of their reasons', () => {
    const volunteers = [
      { ...VOLUNTEER, eligible: false, gender: 'MALE' as const },
      { ...VOLUNTEER, id: 'v2', gender: 'MALE' as const },
      { ...VOLUNTEER, id: 'v3' },
    ];
    expect(reasonCounts({ ...SNAPSHOT, volunteers }, RULES, 'c1')).toEqual([
      { code: 'GENDER_RULE', volunteers: 2 },
      { code: 'NOT_ELIGIBLE', volunteers: 1 },
    ]);
  });

  it('throws for people whom the snapshot does not have', () => {
    expect(() => whyNot(SNAPSHOT, RULES, 'v9', 'c1')).toThrow('BUG: the snapshot has no v9');
    expect(() => reasonCounts(SNAPSHOT, RULES, 'c9')).toThrow('BUG: the snapshot has no c9');
  });
});

it('finds by index exactly the pairs against which no reason stands, on 150 invented rosters', () => {
  let found = 0;
  for (let seed = 0; seed < 150; seed++) {
    const random = new Seeded(seed);
    const snapshot = inventSnapshot(random, {
      volunteers: random.next(70),
      children: random.next(30),
      supervisors: random.next(4),
      city: random.pick([1, 3_000, 40_000]),
      travelBudget: random.pick([100, 8_000, 100_000]),
    });
    const rules = { minimumCommonMinutes: random.pick([0, 45, 120]), allowOtherGender: random.chance(50) };
    const { csr, rejected, left } = candidates(snapshot, rules);
    const expected = csr.snapshot.children.map((child) =>
      left.accompanied.has(child.id)
        ? []
        : csr.snapshot.volunteers.flatMap((v, at) => (rejected.whyNot(v.id, child.id).length === 0 ? [at] : [])),
    );
    const rows = csr.snapshot.children.map((_, row) => [
      ...csr.volunteer.subarray(csr.rowStart[row], csr.rowStart[row + 1]),
    ]);
    expect({ seed, rows }).toEqual({ seed, rows: expected });
    found += csr.volunteer.length;
  }
  expect(found).toBeGreaterThan(2_000);
});
