// What a row says of somebody whom the agency has: which columns it would change, by which cells.
import type { ChildValues } from './child-row.js';
import type { RosterCell } from './open-row.js';
import { SAID_BY_NUMBER, type PeopleKind } from './roster-fields.js';
import type { StaffValues } from './staff-row.js';
import type { ValuesByKind } from './values-by-kind.js';
import type { VolunteerValues } from './volunteer-row.js';

/** Which row of the agency a column belongs to. */
export type ChangeSubject = 'PERSON' | 'VOLUNTEER' | 'CHILD';

/** One column as the row has it; sealed columns as their text. */
export interface WantedColumn {
  readonly subject: ChangeSubject;
  readonly column: string;
  readonly value: unknown;
  /** The cell that says so; empty for what follows from others. */
  readonly field: string;
}
/** What names stand for at the agency. */
export interface UpdateLookUps {
  readonly supervisors: ReadonlyMap<string, string>;
}

/** A blank cell, or one that could not be read, changes nothing. */
export function wantedColumns<K extends PeopleKind>(
  kind: K,
  values: ValuesByKind[K],
  cells: readonly RosterCell[],
  lookUps: UpdateLookUps,
): readonly WantedColumn[] {
  const filled = new Set(cells.filter(({ raw, problem }) => raw.trim() !== '' && !problem).map(({ field }) => field));
  const wanted = [...ofPerson(values), ...OF_KIND[kind](values, lookUps)];
  const says = ({ field }: WantedColumn) =>
    filled.has(field) || (SAID_BY_NUMBER.includes(field) && filled.has('idNumber'));
  return wanted.filter((one) => one.value !== undefined && says(one));
}

const ofPerson = ({ gender, birthDate, idNumber }: ValuesByKind[PeopleKind]): WantedColumn[] => [
  { subject: 'PERSON', column: 'gender', field: 'gender', value: gender },
  { subject: 'PERSON', column: 'birthDate', field: 'birthDate', value: birthDate },
  { subject: 'PERSON', column: 'idNumberSealed', field: 'idNumber', value: idNumber },
];

const OF_KIND: {
  readonly [K in PeopleKind]: (values: ValuesByKind[K], lookUps: UpdateLookUps) => readonly WantedColumn[];
} = { VOLUNTEERS: ofVolunteer, CHILDREN: ofChild, STAFF: ofColleague };

function ofColleague({ email }: StaffValues): WantedColumn[] {
  return [{ subject: 'PERSON', column: 'emailSealed', field: 'email', value: email }];
}

function ofVolunteer(values: VolunteerValues, { supervisors }: UpdateLookUps): WantedColumn[] {
  const own = (field: string, value: unknown, column = field): WantedColumn => ({
    ...{ subject: 'VOLUNTEER', column, field, value },
  });
  return [
    own('languages', values.languages),
    own('skills', values.skills),
    own('freeTimes', values.freeTimes),
    own('area', values.area, 'areaCode'),
    own('places', values.places),
    own('supervisorName', supervisors.get(values.supervisorName ?? ''), 'supervisorId'),
  ];
}

function ofChild(values: ChildValues): WantedColumn[] {
  const own = (field: string, value: unknown, column = field): WantedColumn => ({
    ...{ subject: 'CHILD', column, field, value },
  });
  return [
    own('school', values.school, 'schoolSealed'),
    own('guardianName', values.guardian?.name, 'guardianNameSealed'),
    own('guardianPhone', values.guardian?.phone, 'guardianPhoneSealed'),
    own('guardianRelation', values.guardian?.relation, 'guardianRelationSealed'),
    own('area', values.area, 'areaCode'),
    own('languages', values.languages),
    own('needs', values.needs),
    own('freeTimes', values.freeTimes),
    own('priority', values.priority),
    own('waitingSince', values.waitingSince),
    own('companionGender', values.companionGender),
    own('schoolStage', values.intake.schoolStage),
    own('registration', values.intake.registration),
    own('categories', values.intake.categories),
    own('difficultyLevel', values.intake.difficultyLevel),
    own('discoveryChannel', values.intake.channel),
    own('discoveredOn', values.intake.discoveredOn),
    own('referrer', values.intake.referrer, 'referrerSealed'),
    own('needs', values.needPriorities, 'needPriorities'),
  ];
}
