// Needs with how pressing each is, a child's or a family's: "学业5、情绪", "住房(4)；工作：2".
import { err, ok, type Result } from '@tongxing/shared/kernel';
import {
  FAMILY_DOMAINS,
  HIGHEST_NEED_PRIORITY,
  LOWEST_NEED_PRIORITY,
  NEEDS,
  type Code,
  type FamilyDomain,
  type NeedCode,
} from '@tongxing/shared/rules';
import type { CellProblem } from './cell-problem.js';
import type { OpenRow } from './open-row.js';
import { readCodes } from './read-words.js';
import type { ChildField } from './roster-fields.js';

export interface NeedValues {
  readonly needs: readonly NeedCode[];
  readonly needPriorities?: Readonly<Partial<Record<NeedCode, number>>> | undefined;
}
export interface FamilyNeedValue {
  readonly domain: FamilyDomain;
  readonly priority: number;
}
/** Without a word of its own a need stands in the middle. */
const MIDDLE = 3;

export function readNeeds(row: OpenRow<ChildField>): NeedValues {
  const found = row.read('needs', (raw) => needsOf(NEEDS, raw));
  if (!found) return { needs: [] };
  const { codes, priorities } = found;
  if (Object.keys(priorities).length === 0) return { needs: codes };
  const pressing = (code: NeedCode) => priorities[code] ?? MIDDLE;
  return { needs: codes.toSorted((a, b) => pressing(b) - pressing(a)), needPriorities: priorities };
}

/** What the whole family needs, in the seven domains of its household. */
export function readFamilyNeeds(row: OpenRow<ChildField>): readonly FamilyNeedValue[] {
  const found = row.read('familyNeeds', (raw) => needsOf(FAMILY_DOMAINS, raw));
  return found?.codes.map((domain) => ({ domain, priority: found.priorities[domain] ?? MIDDLE })) ?? [];
}

const NUMBERED = /^(.*?)\s*[(:]?\s*(\d)\s*[)级]?$/;

interface Needs<C extends string> {
  readonly codes: readonly C[];
  readonly priorities: Readonly<Partial<Record<C, number>>>;
}

function needsOf<C extends string>(
  table: readonly (Code & { readonly code: C })[],
  raw: string,
): Result<Needs<C>, CellProblem> {
  const priorities: Partial<Record<C, number>> = {};
  const found: C[] = [];
  for (const part of raw.normalize('NFKC').split(/[、,;/|+&\r\n]+/)) {
    if (part.trim() === '') continue;
    const [, word = part, digit] = NUMBERED.exec(part.trim()) ?? [];
    const codes = readCodes(table, word, 'NEED_UNKNOWN');
    if (!codes.ok) return codes;
    const priority = digit === undefined ? undefined : Number(digit);
    if (priority !== undefined && !(priority >= LOWEST_NEED_PRIORITY && priority <= HIGHEST_NEED_PRIORITY)) {
      return err('PRIORITY_RANGE');
    }
    for (const code of codes.value) {
      if (!found.includes(code)) found.push(code);
      if (priority !== undefined) priorities[code] = priority;
    }
  }
  return ok({ codes: found, priorities });
}
