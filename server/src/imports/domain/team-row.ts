import { TEAM_KINDS, TEAM_NAME_LIMITS, type Code, type TeamKind } from '@tongxing/shared/rules';
import { oneOf } from './household-cells.js';
import type { OpenRow } from './open-row.js';
import { plainText, readEmail, readName } from './person-cells.js';
import type { TeamField } from './roster-fields.js';

/** One company or other team of a list, normalised. */
export interface TeamValues {
  readonly name: string;
  readonly shortName: string;
  readonly kind: TeamKind;
  /** Who will book for it: invited once a second person has confirmed the list. */
  readonly coordinator?: { readonly name: string; readonly email: string };
}

const ALSO: Readonly<Record<TeamKind, readonly string[]>> = {
  COMPANY: ['公司', '民企', '国企', '外企', '私企', '商业', 'business', 'firm', 'corporate'],
  GOVERNMENT: ['机关', '政府', '政府部门', '事业单位', '街道', 'government', 'public office'],
  UNIVERSITY: ['大学', '学校', '院校', 'school', 'college'],
  CLUB: ['社会团体', '协会', '俱乐部', '社团组织', 'association', 'society'],
};
const KINDS: readonly Code[] = TEAM_KINDS.map(({ code, zh, en }) => ({ code, zh, en, also: ALSO[code] }));
const LEGAL_FORM = /(股份)?有限(责任)?公司$|\s*(co\.?,? ?ltd\.?|ltd\.?|inc\.?)$/i;

/** The values of a row; undefined where something required is missing or wrong. Problems stay in the row. */
export function readTeam(row: OpenRow<TeamField>): TeamValues | undefined {
  const name = row.read('teamName', plainText(TEAM_NAME_LIMITS.name), 'TEAM_NAME_MISSING');
  const shortName = row.read('shortName', plainText(TEAM_NAME_LIMITS.shortName)) ?? shortOf(name ?? '');
  const kind = row.read('kind', oneOf<TeamKind>(KINDS, 'TEAM_KIND_UNKNOWN')) ?? 'COMPANY';
  const who = row.read('coordinatorName', readName);
  const email = row.read('coordinatorEmail', readEmail);
  if (row.text('coordinatorEmail') !== undefined && row.text('coordinatorName') === undefined) {
    row.mark('coordinatorName', 'COORDINATOR_MISSING');
  }
  if (row.text('coordinatorName') !== undefined && row.text('coordinatorEmail') === undefined) {
    row.mark('coordinatorEmail', 'COORDINATOR_EMAIL_MISSING');
  }
  if (row.isBad || name === undefined) return undefined;
  const coordinator = who === undefined || email === undefined ? {} : { coordinator: { name: who, email } };
  return { name, shortName, kind, ...coordinator };
}

/** The name without its legal form, as far as there is room. */
const shortOf = (name: string): string =>
  (name.replace(LEGAL_FORM, '').trim() || name).slice(0, TEAM_NAME_LIMITS.shortName).trim();
