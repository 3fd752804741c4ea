import type { LocalDate } from '@tongxing/shared/kernel';
import type { Gender } from '@tongxing/shared/matching';
import { ADULT_AGE, type NeedCode } from '@tongxing/shared/rules';
import { readHousehold, readIntake, type HouseholdValues, type IntakeValues } from './household-cells.js';
import type { OpenRow } from './open-row.js';
import {
  pastDay,
  readIdentity,
  readName,
  readPerson,
  readPhone,
  textUpTo,
  type PersonValues,
  type RosterContext,
} from './person-cells.js';
import { readNeeds } from './read-needs.js';
import { readPriority, readWantedGender } from './read-words.js';
import type { ChildField } from './roster-fields.js';

/** One child of a roster, normalised. */
export interface ChildValues extends PersonValues {
  readonly gender: Gender;
  readonly birthDate: LocalDate;
  readonly school?: string | undefined;
  /** The most pressing first. */
  readonly needs: readonly NeedCode[];
  /** 1 to 5 by need, where the roster says so. */
  readonly needPriorities?: Readonly<Partial<Record<NeedCode, number>>> | undefined;
  readonly intake: IntakeValues;
  /** Missing where the row says nothing of the home. */
  readonly household?: HouseholdValues | undefined;
  /** 1 (least pressing) to 5; 3 where the roster does not say. */
  readonly priority: number;
  readonly waitingSince?: LocalDate | undefined;
  readonly companionGender?: Gender | undefined;
  readonly guardian?: {
    readonly name?: string | undefined;
    readonly phone?: string | undefined;
    readonly relation?: string | undefined;
  };
}

/** The values of a row; undefined where something required is missing or wrong. Problems stay in the row. */
export function readChild(row: OpenRow<ChildField>, context: RosterContext): ChildValues | undefined {
  const person = readPerson<ChildField>(row, context);
  const identity = readIdentity<ChildField>(row, context, {
    ages: [0, ADULT_AGE - 1],
    needs: ['gender', 'birthDate'],
  });
  const { gender, birthDate: born } = identity;
  const values = {
    school: row.read('school', textUpTo(100)),
    ...readNeeds(row),
    intake: readIntake(row, context),
    household: readHousehold(row),
    priority: row.read('priority', readPriority) ?? 3,
    waitingSince: row.read('waitingSince', pastDay(context)),
    companionGender: row.read('companionGender', (raw) => readWantedGender(raw, gender)),
    guardian: {
      name: row.read('guardianName', readName),
      phone: row.read('guardianPhone', readPhone),
      relation: row.read('guardianRelation', textUpTo(30)),
    },
  };
  if (row.isBad || person.name === undefined || gender === undefined || born === undefined) return undefined;
  return { ...person, idNumber: identity.idNumber, name: person.name, gender, birthDate: born, ...values };
}
