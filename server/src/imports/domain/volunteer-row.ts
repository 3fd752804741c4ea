import { err, ok, type LocalDate } from '@tongxing/shared/kernel';
import type { Gender } from '@tongxing/shared/matching';
import { SKILLS, type SkillCode } from '@tongxing/shared/rules';
import { cleanText } from './cell-text.js';
import type { OpenRow } from './open-row.js';
import { pastDay, readIdentity, readPerson, readPhone, type PersonValues, type RosterContext } from './person-cells.js';
import { readDate } from './read-date.js';
import { readCheckResult, readCodes, readPlaces } from './read-words.js';
import type { VolunteerField } from './roster-fields.js';

/** One volunteer of a roster, normalised. The dated facts count only after a second person has confirmed the batch. */
export interface VolunteerValues extends PersonValues {
  readonly phone: string;
  readonly gender?: Gender | undefined;
  readonly birthDate: LocalDate;
  readonly skills: readonly SkillCode[];
  readonly places: number;
  readonly supervisorName?: string | undefined;
  readonly trainedOn?: LocalDate | undefined;
  readonly agreement?: { readonly signedOn: LocalDate; readonly until?: LocalDate | undefined } | undefined;
  readonly recordCheck?: { readonly checkedOn: LocalDate; readonly result: 'CLEAR' | 'HIT' } | undefined;
}

/** The values of a row; undefined where something required is missing or wrong. Problems stay in the row. */
export function readVolunteer(row: OpenRow<VolunteerField>, context: RosterContext): VolunteerValues | undefined {
  const person = readPerson<VolunteerField>(row, context);
  const phone = row.read('phone', readPhone, 'PHONE_MISSING');
  const identity = readIdentity<VolunteerField>(row, context, { ages: [10, 100], needs: ['birthDate'] });
  const values = {
    skills: row.read('skills', (raw) => readCodes(SKILLS, raw, 'SKILL_UNKNOWN')) ?? [],
    places: row.read('places', readPlaces) ?? 1,
    supervisorName: supervisor(row, context),
    trainedOn: row.read('trainedOn', pastDay(context)),
    agreement: agreement(row, context),
    recordCheck: recordCheck(row, context),
  };
  if (row.isBad || person.name === undefined || phone === undefined || identity.birthDate === undefined)
    return undefined;
  return { ...person, ...identity, name: person.name, phone, birthDate: identity.birthDate, ...values };
}

function supervisor(row: OpenRow<VolunteerField>, { supervisors }: RosterContext): string | undefined {
  return row.read('supervisorName', (raw) => {
    const name = cleanText(raw).replace(/ ?\(?(督导|老师|supervisor)\)?$/i, '');
    return supervisors && !supervisors.includes(name) ? err('SUPERVISOR_UNKNOWN') : ok(name);
  });
}

function agreement(row: OpenRow<VolunteerField>, context: RosterContext): VolunteerValues['agreement'] {
  const signedOn = row.read('agreementSignedOn', pastDay(context));
  const until = row.read('agreementUntil', readDate);
  if (until !== undefined && row.text('agreementSignedOn') === undefined) {
    row.mark('agreementSignedOn', 'START_DATE_MISSING');
  }
  if (signedOn === undefined) return undefined;
  if (until !== undefined && until < signedOn) row.mark('agreementUntil', 'END_BEFORE_START');
  return { signedOn, until };
}

function recordCheck(row: OpenRow<VolunteerField>, context: RosterContext): VolunteerValues['recordCheck'] {
  const checkedOn = row.read('recordCheckedOn', pastDay(context));
  const result = row.read('recordCheckResult', readCheckResult);
  const [hasDate, hasResult] = [row.text('recordCheckedOn') !== undefined, row.text('recordCheckResult') !== undefined];
  if (hasDate && !hasResult) row.mark('recordCheckResult', 'CHECK_RESULT_MISSING');
  if (result !== undefined && !hasDate) row.mark('recordCheckedOn', 'CHECK_DATE_MISSING');
  return checkedOn !== undefined && result !== undefined ? { checkedOn, result } : undefined;
}
