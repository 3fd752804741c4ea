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
}

const TO_TELL = 'SELECT openCompanionshipId FROM telling WHERE openCompanionshipId IS NOT NULL';

export function whereOf({ state, contactDueBefore, toTell }: PairFilter): FindOptionsWhere<Companionship> {
  return {
    ...(state ? { state } : {}),
    // While a pair rests nobody is late.
    ...(contactDueBefore ? { state: 'ACTIVE' as const, nextContactOn: LessThan(contactDueBefore) } : {}),
    ...(toTell ? { id: Raw((column) => `${column} IN (${TO_TELL})`) } : {}),
  };
}

/** The same as text. */
export function conditionOf(within: Rows, { state, contactDueBefore, toTell }: PairFilter): Condition {
  const { sql, parameters } = rowConditionOfChild(within);
  const parts: (readonly [string, ...string[]])[] = [
    ...(state ? [['state = ?', state] as const] : []),
    ...(contactDueBefore ? [["state = 'ACTIVE' AND nextContactOn < ?", contactDueBefore] as const] : []),
    ...(toTell ? [[`id IN (${TO_TELL})`] as const] : []),
  ];
  return {
    sql: [sql, ...parts.map(([text]) => text)].join(' AND '),
    parameters: [...parameters, ...parts.flatMap(([, ...values]) => values)],
  };
}
