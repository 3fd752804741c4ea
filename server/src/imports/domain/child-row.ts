import type { LocalDate } from '@tongxing/shared/kernel';
import type { Gender } from '@tongxing/shared/matching';
import { ADULT_AGE, NEEDS, type NeedCode } from '@tongxing/shared/rules';
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
import { readCodes, readPriority, readWantedGender } from './read-words.js';
import type { ChildField } from './roster-fields.js';

/** One child of a roster, normalised. */
export interface ChildValues extends PersonValues {
  readonly gender: Gender;
  readonly birthDate: LocalDate;
  readonly school?: string | undefined;
  readonly needs: readonly NeedCode[];
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
    needs: row.read('needs', (raw) => readCodes(NEEDS, raw, 'NEED_UNKNOWN')) ?? [],
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
