// Which pairs of a list, for the finder and as text.
import { LessThan, Raw, type FindOptionsWhere } from 'typeorm';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { CompanionshipState } from '@tongxing/shared/states';
import type { Condition, Rows } from '../../platform/access/index.js';
import { rowConditionOfChild } from '../../platform/database/index.js';
import type { Companionship } from './companionship.entity.js';

/** Which pairs of a list. */
export interface PairFilter {
  readonly state?: CompanionshipState | undefined;
  /** Only those whose next contact should have been made before this day. */
  readonly contactDueBefore?: LocalDate | undefined;
  /** Only those whose child waits to be told of a stop. */
  readonly toTell?: boolean | undefined;
  /** Only those whose companion is away, and nobody stands in. */
  readonly uncovered?: boolean | undefined;
}

const TO_TELL = 'SELECT openCompanionshipId FROM telling WHERE openCompanionshipId IS NOT NULL';
const UNCOVERED_IDS = `SELECT away.id FROM companionship away LEFT JOIN companionship inside ON inside.standsInForId = away.id
  WHERE away.state = 'PAUSED' AND away.absentOn IS NOT NULL AND away.familyStoppedAt IS NULL AND away.coversId IS NULL
  AND inside.id IS NULL`;

export function whereOf({ state, contactDueBefore, toTell, uncovered }: PairFilter): FindOptionsWhere<Companionship> {
  return {
    ...(state ? { state } : {}),
    // While a pair rests nobody is late.
    ...(contactDueBefore ? { state: 'ACTIVE' as const, nextContactOn: LessThan(contactDueBefore) } : {}),
    ...(toTell ? { id: Raw((column) => `${column} IN (${TO_TELL})`) } : {}),
    ...(uncovered ? { id: Raw((column) => `${column} IN (${UNCOVERED_IDS})`) } : {}),
  };
}

/** The same as text. */
export function conditionOf(within: Rows, { state, contactDueBefore, toTell, uncovered }: PairFilter): Condition {
  const { sql, parameters } = rowConditionOfChild(within);
  const parts: (readonly [string, ...string[]])[] = [
    ...(state ? [['state = ?', state] as const] : []),
    ...(contactDueBefore ? [["state = 'ACTIVE' AND nextContactOn < ?", contactDueBefore] as const] : []),
    ...(toTell ? [[`id IN (${TO_TELL})`] as const] : []),
    ...(uncovered ? [[`id IN (${UNCOVERED_IDS})`] as const] : []),
  ];
  return {
    sql: [sql, ...parts.map(([text]) => text)].join(' AND '),
    parameters: [...parameters, ...parts.flatMap(([, ...values]) => values)],
  };
}
