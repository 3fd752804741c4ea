// By what a row is known to mean the same person as another one, or as somebody of the agency.
import type { ActivityValues } from './activity-row.js';
import type { CellProblem } from './cell-problem.js';
import type { FieldOf, RosterKind } from './roster-fields.js';
import type { ChildValues } from './child-row.js';
import type { ValuesByKind } from './values-by-kind.js';

/** A key with the kind of fact in front: any one that two rows share makes them one person, activity or team. */
export type DuplicateKey = `${'phone' | 'id' | 'child' | 'activity' | 'team'}:${string}`;

const KEYS: { readonly [K in RosterKind]: (values: ValuesByKind[K]) => DuplicateKey[] } = {
  VOLUNTEERS: ({ phone, idNumber }) => [`phone:${phone}`, ...byNumber(idNumber)],
  STAFF: ({ phone, idNumber }) => [`phone:${phone}`, ...byNumber(idNumber)],
  CHILDREN: (values) => [...byNumber(values.idNumber), `child:${identityOf(values)}`],
  ACTIVITIES: (values) => [`activity:${activityKey(values)}`],
  TEAMS: ({ name }) => [`team:${name.toLowerCase()}`],
};
/** The cell that carries the mark of a duplicate. */
export const KEY_FIELD: { readonly [K in RosterKind]: FieldOf<K> } = {
  VOLUNTEERS: 'phone',
  CHILDREN: 'name',
  STAFF: 'phone',
  ACTIVITIES: 'theme',
  TEAMS: 'teamName',
};
const OF_PEOPLE = { inFile: 'DUPLICATE_IN_FILE', known: 'ALREADY_REGISTERED' } as const;
/** What the mark says, by where the other one stands. */
export const TWICE: Readonly<Record<RosterKind, Readonly<Record<'inFile' | 'known', CellProblem>>>> = {
  VOLUNTEERS: OF_PEOPLE,
  CHILDREN: OF_PEOPLE,
  STAFF: OF_PEOPLE,
  ACTIVITIES: { inFile: 'ACTIVITY_TWICE', known: 'ACTIVITY_KNOWN' },
  TEAMS: { inFile: 'TEAM_TWICE', known: 'TEAM_KNOWN' },
};

/** A volunteer's or colleague's phone or identity number; a child's identity number, or name, birth date and guardian's phone. */
export function duplicateKeys<K extends RosterKind>(kind: K, values: ValuesByKind[K]): readonly DuplicateKey[] {
  return KEYS[kind](values);
}

/** What finds the same child in a second roster that has no identity numbers. */
export const identityOf = ({ name, birthDate, guardian }: ChildValues): string =>
  JSON.stringify([name.toLowerCase(), birthDate, guardian?.phone ?? '']);

/** What finds the same activity again: title, day, beginning, venue. */
export const activityKey = ({
  theme,
  onDate,
  startMinute,
  venue,
}: Pick<ActivityValues, 'theme' | 'onDate' | 'startMinute' | 'venue'>): string =>
  JSON.stringify([theme.toLowerCase(), onDate, startMinute, venue.toLowerCase()]);

const byNumber = (idNumber: string | undefined): DuplicateKey[] => (idNumber === undefined ? [] : [`id:${idNumber}`]);
