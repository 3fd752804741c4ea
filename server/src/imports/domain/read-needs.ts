// Needs with how pressing each is: "学业5、情绪", "学业(4)；安全：2".
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { HIGHEST_NEED_PRIORITY, LOWEST_NEED_PRIORITY, NEEDS, type NeedCode } from '@tongxing/shared/rules';
import type { CellProblem } from './cell-problem.js';
import type { OpenRow } from './open-row.js';
import { readCodes } from './read-words.js';
import type { ChildField } from './roster-fields.js';

type Priorities = Partial<Record<NeedCode, number>>;
export interface NeedValues {
  readonly needs: readonly NeedCode[];
  readonly needPriorities?: Readonly<Priorities> | undefined;
}

export function readNeeds(row: OpenRow<ChildField>): NeedValues {
  return row.read('needs', needsOf) ?? { needs: [] };
}

const NUMBERED = /^(.*?)\s*[(:]?\s*(\d)\s*[)级]?$/;

function needsOf(raw: string): Result<NeedValues, CellProblem> {
  const priorities: Priorities = {};
  const found: NeedCode[] = [];
  for (const part of raw.normalize('NFKC').split(/[、,;/|+&\r\n]+/)) {
    if (part.trim() === '') continue;
    const [, word = part, digit] = NUMBERED.exec(part.trim()) ?? [];
    const codes = readCodes(NEEDS, word, 'NEED_UNKNOWN');
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
  if (Object.keys(priorities).length === 0) return ok({ needs: found });
  // Without a word of its own a need stands in the middle.
  const pressing = (code: NeedCode) => priorities[code] ?? 3;
  return ok({ needs: found.toSorted((a, b) => pressing(b) - pressing(a)), needPriorities: priorities });
}
