// Between how somebody wants an activity repeated and what the server takes.
import { parseLocalDate } from '@tongxing/shared/kernel';
import { SERIES_LIMITS } from '@tongxing/shared/rules';
import type { RepeatInput } from '../../gql/graphql.js';
import type { PlanField, TypedPlan } from './activity-form.js';

type TypedRepeat = Pick<TypedPlan, 'every' | 'ends' | 'times' | 'until' | 'keep' | 'onDate'>;

/** The fields that need another look; none where it is not repeated. */
export function repeatFaults({ every, ends, times, until, onDate }: TypedRepeat): readonly PlanField[] {
  if (every === '') return [];
  if (ends === 'UNTIL') return parseLocalDate(until) && until > onDate ? [] : ['until'];
  const count = /^\d{1,2}$/.test(times.trim()) ? Number(times) : 0;
  return count >= SERIES_LIMITS.least && count <= SERIES_LIMITS.most ? [] : ['times'];
}

/** What the server takes; undefined where it is not repeated. Only for what has no faults. */
export function repeatOf({ every, ends, times, until, keep }: TypedRepeat): RepeatInput | undefined {
  if (every === '') return undefined;
  return { every, ...(ends === 'UNTIL' ? { until } : { times: Number(times) }), keep: [...keep] };
}
