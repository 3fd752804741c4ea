import { err, ok, type LocalDate } from '@tongxing/shared/kernel';
import type { Gender } from '@tongxing/shared/matching';
import { STAFF_CREDENTIALS, type Code, type StaffCredentialKind } from '@tongxing/shared/rules';
import { cleanText } from './cell-text.js';
import { oneOf } from './household-cells.js';
import type { OpenRow } from './open-row.js';
import { readEmail, readIdentity, readName, readPhone, textUpTo, type RosterContext } from './person-cells.js';
import { readDate } from './read-date.js';
import { readCodes } from './read-words.js';
import type { StaffField } from './roster-fields.js';

/** Roles at the desk that a roster may bring, with the words that people use for them. */
const ROLE_WORDS = [
  role('SOCIAL_WORKER', '社工', 'Social worker', ['社会工作者', '一线社工', '专职社工', '项目社工', '社工助理']),
  role('SUPERVISOR', '督导', 'Supervisor', ['督导者', '督导老师', '社工督导']),
  role('DIRECTOR', '机构负责人', 'Director', ['负责人', '主任', '总干事', '理事长', '中心主任']),
  role('ARCHIVIST', '档案管理员', 'Archivist', ['档案', '档案员', '资料员']),
  role('FINANCE', '财务', 'Finance', ['会计', '出纳', '财务人员']),
] as const;
export type RosterRole = (typeof ROLE_WORDS)[number]['code'];

/** One colleague of a roster, normalised. The credential counts once a second person has confirmed the batch. */
export interface StaffValues {
  readonly name: string;
  readonly phone: string;
  /** As it is signed in with; an invitation goes there. */
  readonly email?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly gender?: Gender | undefined;
  readonly birthDate?: LocalDate | undefined;
  readonly roles: readonly RosterRole[];
  /** Name of the office; missing: the whole agency. */
  readonly office?: string | undefined;
  /** Missing: from the day of the import. */
  readonly startsOn?: LocalDate | undefined;
  readonly credential?: {
    readonly kind: StaffCredentialKind;
    readonly number?: string | undefined;
    readonly issuedBy?: string | undefined;
    readonly from: LocalDate;
    readonly until?: LocalDate | undefined;
  };
}

/** The values of a row; undefined where something required is missing or wrong. Problems stay in the row. */
export function readStaff(row: OpenRow<StaffField>, context: RosterContext): StaffValues | undefined {
  const name = row.read('name', readName, 'NAME_MISSING');
  const phone = row.read('phone', readPhone, 'PHONE_MISSING');
  const identity = readIdentity<StaffField>(row, context, { ages: [16, 100], needs: [] });
  const roles = row.read('roles', (raw) => readCodes(ROLE_WORDS, raw, 'ROLE_UNKNOWN'), 'ROLE_MISSING');
  if (roles?.length === 0) row.mark('roles', 'ROLE_MISSING');
  const values = {
    email: row.read('email', readEmail),
    office: office(row, context),
    startsOn: row.read('startsOn', readDate),
    credential: credential(row),
  };
  if (row.isBad || name === undefined || phone === undefined || roles === undefined) return undefined;
  const { credential: paper, ...plain } = values;
  return { name, phone, ...identity, roles, ...plain, ...(paper ? { credential: paper } : {}) };
}

const WHOLE_AGENCY = /^(全机构|机构|总部|全部|all|whole agency|head office)$/i;

function office(row: OpenRow<StaffField>, { offices }: RosterContext): string | undefined {
  const name = row.read('office', (raw) => {
    const text = cleanText(raw);
    if (WHOLE_AGENCY.test(text)) return ok('');
    return offices && !offices.includes(text) ? err('OFFICE_UNKNOWN') : ok(text);
  });
  return name === '' ? undefined : name;
}

const OF_A_CREDENTIAL: readonly StaffField[] = [
  'credentialNumber',
  'credentialIssuer',
  'credentialFrom',
  'credentialUntil',
];

function credential(row: OpenRow<StaffField>): StaffValues['credential'] {
  const kind = row.read('credentialKind', oneOf<StaffCredentialKind>(STAFF_CREDENTIALS, 'CREDENTIAL_UNKNOWN'));
  const number = row.read('credentialNumber', textUpTo(60));
  const issuedBy = row.read('credentialIssuer', textUpTo(100));
  const from = row.read('credentialFrom', readDate);
  const until = row.read('credentialUntil', readDate);
  const isNamed = row.text('credentialKind') !== undefined;
  if (!isNamed && OF_A_CREDENTIAL.some((field) => row.text(field) !== undefined)) {
    row.mark('credentialKind', 'CREDENTIAL_MISSING');
  }
  if (isNamed && row.text('credentialFrom') === undefined) row.mark('credentialFrom', 'CREDENTIAL_FROM_MISSING');
  if (from !== undefined && until !== undefined && until < from) row.mark('credentialUntil', 'END_BEFORE_START');
  return kind === undefined || from === undefined ? undefined : { kind, number, issuedBy, from, until };
}

function role<C extends string>(code: C, zh: string, en: string, also: readonly string[]): Code & { readonly code: C } {
  return { code, zh, en, also };
}
