// What a roster of children says of the home a child lives in, and of how the child came to the agency.
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import {
  CHILD_CATEGORIES,
  codeOf,
  DIFFICULTY_LEVELS,
  DISCOVERY_CHANNELS,
  EDUCATION_LEVELS,
  FAMILY_FORMS,
  HOUSEHOLD_RELATIONS,
  MAJOR_EVENTS,
  REGISTRATIONS,
  SCHOOL_STAGES,
  type ChildCategory,
  type Code,
  type DifficultyLevel,
  type DiscoveryChannel,
  type EducationLevel,
  type FamilyForm,
  type HouseholdRelation,
  type MajorEventKind,
  type Registration,
  type SchoolStage,
} from '@tongxing/shared/rules';
import type { CellProblem } from './cell-problem.js';
import { cleanText } from './cell-text.js';
import type { CellReader, OpenRow } from './open-row.js';
import { pastDay, readName, readPhone, textUpTo, type RosterContext } from './person-cells.js';
import { readFamilyNeeds, type FamilyNeedValue } from './read-needs.js';
import { readCodes } from './read-words.js';
import type { ChildField } from './roster-fields.js';

export interface IntakeValues {
  readonly schoolStage?: SchoolStage | undefined;
  readonly registration?: Registration | undefined;
  readonly categories?: readonly ChildCategory[] | undefined;
  readonly difficultyLevel?: DifficultyLevel | undefined;
  readonly channel?: DiscoveryChannel | undefined;
  readonly discoveredOn?: LocalDate | undefined;
  readonly referrer?: string | undefined;
}
export interface HouseholdValues {
  /** As the file numbers its families: it groups the rows of one file and is not kept. */
  readonly number?: string | undefined;
  readonly address?: string | undefined;
  readonly form?: FamilyForm | undefined;
  readonly size?: number | undefined;
  readonly originProvince?: string | undefined;
  readonly events: readonly MajorEventKind[];
  /** Missing in what was staged before rosters were read for them. */
  readonly needs?: readonly FamilyNeedValue[] | undefined;
  readonly caregiver?: {
    readonly name: string;
    readonly phone?: string | undefined;
    readonly relation: HouseholdRelation;
    readonly education?: EducationLevel | undefined;
  };
  readonly guardianRelation: HouseholdRelation;
  readonly guardianEducation?: EducationLevel | undefined;
}

const LARGEST_FAMILY = 30;
/** Any of these cells makes a household of the row; a guardian alone does not. */
const OF_THE_HOME: readonly ChildField[] = [
  'householdNumber',
  'householdAddress',
  'familyForm',
  'familySize',
  'originProvince',
  'majorEvents',
  'familyNeeds',
  'caregiverName',
  'caregiverEducation',
  'guardianEducation',
];

/** Every intake has exactly one channel, and somebody who referred the child (P02). */
export function readIntake(row: OpenRow<ChildField>, context: RosterContext): IntakeValues {
  const channel = row.read('discoveryChannel', oneOf<DiscoveryChannel>(DISCOVERY_CHANNELS, 'CHANNEL_UNKNOWN'));
  const referrer = row.read('referrer', textUpTo(60));
  if (channel !== undefined && row.text('referrer') === undefined) row.mark('referrer', 'REFERRER_MISSING');
  if (referrer !== undefined && row.text('discoveryChannel') === undefined) {
    row.mark('discoveryChannel', 'CHANNEL_MISSING');
  }
  return {
    schoolStage: row.read('schoolStage', oneOf<SchoolStage>(SCHOOL_STAGES, 'SCHOOL_STAGE_UNKNOWN')),
    registration: row.read('registration', oneOf<Registration>(REGISTRATIONS, 'REGISTRATION_UNKNOWN')),
    categories: row.read('categories', severalOf<ChildCategory>(CHILD_CATEGORIES, 'CATEGORY_UNKNOWN')),
    difficultyLevel: row.read('difficultyLevel', oneOf<DifficultyLevel>(DIFFICULTY_LEVELS, 'LEVEL_UNKNOWN')),
    channel,
    discoveredOn: row.read('discoveredOn', pastDay(context)),
    referrer,
  };
}

export function readHousehold(row: OpenRow<ChildField>): HouseholdValues | undefined {
  if (OF_THE_HOME.every((field) => row.text(field) === undefined)) return undefined;
  const education = oneOf<EducationLevel>(EDUCATION_LEVELS, 'EDUCATION_UNKNOWN');
  const relation = oneOf<HouseholdRelation>(HOUSEHOLD_RELATIONS, 'RELATION_UNKNOWN');
  const name = row.read('caregiverName', readName);
  const caregiver = {
    phone: row.read('caregiverPhone', readPhone),
    relation: row.read('caregiverRelation', relation) ?? 'OTHER',
    education: row.read('caregiverEducation', education),
  };
  return {
    number: row.read('householdNumber', textUpTo(30)),
    address: row.read('householdAddress', textUpTo(200)),
    form: row.read('familyForm', oneOf<FamilyForm>(FAMILY_FORMS, 'FAMILY_FORM_UNKNOWN')),
    size: row.read('familySize', readSize),
    originProvince: row.read('originProvince', textUpTo(20)),
    events: row.read('majorEvents', severalOf<MajorEventKind>(MAJOR_EVENTS, 'EVENT_UNKNOWN')) ?? [],
    needs: readFamilyNeeds(row),
    ...(name === undefined ? {} : { caregiver: { name, ...caregiver } }),
    // A word of the child's row that the table lacks stands there as it is; in the household it is "another".
    guardianRelation: codeOf(HOUSEHOLD_RELATIONS, row.text('guardianRelation') ?? '') ?? 'OTHER',
    guardianEducation: row.read('guardianEducation', education),
  };
}

/** One word of a table. */
export const oneOf =
  <C extends string>(table: readonly Code[], unknown: CellProblem): CellReader<C> =>
  (raw) => {
    const code = codeOf(table, cleanText(raw));
    return code === undefined ? err(unknown) : ok(code as C);
  };

const severalOf =
  <C extends string>(table: readonly Code[], unknown: CellProblem): CellReader<readonly C[]> =>
  (raw) =>
    readCodes(table, raw, unknown) as Result<readonly C[], CellProblem>;

const readSize: CellReader<number> = (raw) => {
  const digits = /^(\d{1,2})(\.0)? ?[人口]?$/.exec(cleanText(raw))?.[1];
  const size = Number(digits ?? NaN);
  return size >= 1 && size <= LARGEST_FAMILY ? ok(size) : err('FAMILY_SIZE_RANGE');
};
