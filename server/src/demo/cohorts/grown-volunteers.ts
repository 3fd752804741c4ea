// The role records of D7: volunteers grown from service until the end of 2013, and decoys that must not count.
import { at, repeated, type Chance } from './chance.js';

/** Until the end of 2013: 541 role records. */
const UNTIL_2013 = { CORE_CHILD: 18, PARENT: 7, CORPORATE: 380, SPONSOR: 136 } as const;
/** Begun in 2014: on top, never counted by the end of 2013. */
const IN_2014 = { CORE_CHILD: 6, PARENT: 3, CORPORATE: 40, SPONSOR: 12 } as const;
/** Corporate volunteers who became sponsors too: one person, two role records. */
const BOTH = 11;
/** Left and came back: two rows of one role, which count once. */
const CAME_BACK = 9;
const DAYS_A_MONTH = 28;

export type CohortRole = keyof typeof UNTIL_2013;
export const SERVED_ROLES: readonly CohortRole[] = ['CORE_CHILD', 'PARENT'];

export interface RoleRecord {
  /** Numbered from 0; somebody with two roles has one number. */
  readonly person: number;
  readonly role: CohortRole;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export function grownVolunteers(dice: Chance): RoleRecord[] {
  const before = recordsOf(dice, repeated(UNTIL_2013), [2007, 2013], 0);
  const shared = shareOne(before);
  const persons = 1 + Math.max(...shared.map(({ person }) => person));
  return [...shared, ...comeBack(shared), ...recordsOf(dice, repeated(IN_2014), [2014, 2014], persons)];
}

function recordsOf(
  dice: Chance,
  roles: readonly CohortRole[],
  [from, to]: readonly [number, number],
  first: number,
): RoleRecord[] {
  return roles.map((role, index) => {
    const startsOn = day(dice.between(from, to), dice.between(1, 12), dice.between(1, DAYS_A_MONTH));
    return { person: first + index, role, startsOn, endsOn: null };
  });
}

/** The first sponsors are people who stand among the corporate volunteers already. */
function shareOne(records: readonly RoleRecord[]): RoleRecord[] {
  const corporate = records.filter(({ role }) => role === 'CORPORATE');
  const sponsors = records.filter(({ role }) => role === 'SPONSOR').slice(0, BOTH);
  return records.map((record) => {
    const rank = sponsors.indexOf(record);
    return rank === -1 ? record : { ...record, person: at(corporate, rank).person };
  });
}

/** Ends the rows of a few until 2012 and begins them anew in 2013, as dated rows do. */
function comeBack(records: RoleRecord[]): RoleRecord[] {
  const early = records.filter(({ role, startsOn }) => role === 'CORPORATE' && startsOn < '2011').slice(0, CAME_BACK);
  for (const record of early) records[records.indexOf(record)] = { ...record, endsOn: '2012-06-30' };
  return early.map((record) => ({ ...record, startsOn: '2013-03-05', endsOn: null }));
}

const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
