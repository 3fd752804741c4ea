// Between another time as it is typed and what the server takes.
import { parseLocalDate } from '@tongxing/shared/kernel';
import type { ActivityMoveInput } from '../../gql/graphql.js';
import { minuteOf } from './activity-form.js';

/** An activity as the calendar or its own page knows it. */
export interface MovableActivity {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly theme: string;
  readonly themeEn?: string | null;
  readonly onDate: string;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly venue: { readonly id: string };
}
export interface TypedMove {
  readonly onDate: string;
  readonly from: string;
  readonly to: string;
  readonly venueId: string;
  readonly reason: string;
}
export type MoveField = keyof TypedMove;

/** Whether it may be offered another time at all. */
export const canMove = ({ state, onDate }: Pick<MovableActivity, 'state' | 'onDate'>, today: string): boolean =>
  state === 'OPEN' && onDate >= today;

/** The fields that need another look before anything is asked. */
export function moveFaults({ onDate, from, to }: TypedMove, today: string): readonly MoveField[] {
  const [starts, ends] = [minuteOf(from), minuteOf(to)];
  const wrong = {
    onDate: !parseLocalDate(onDate) || onDate < today,
    from: starts === undefined,
    to: ends === undefined || ends <= (starts ?? 0),
  };
  return (['onDate', 'from', 'to'] as const).filter((field) => wrong[field]);
}

/** What is asked of the server; undefined as long as it is no other time, or none. */
export function moveInput(activity: MovableActivity, typed: TypedMove, today: string): ActivityMoveInput | undefined {
  if (moveFaults(typed, today).length > 0) return undefined;
  const input = {
    ...{ activityId: activity.id, onDate: typed.onDate, venueId: typed.venueId },
    ...{ startMinute: minuteOf(typed.from) ?? 0, endMinute: minuteOf(typed.to) ?? 0 },
  };
  const same =
    input.onDate === activity.onDate &&
    input.startMinute === activity.startMinute &&
    input.endMinute === activity.endMinute &&
    input.venueId === activity.venue.id;
  return same ? undefined : input;
}

/** The time that it has, to go back to. */
export const timeOfNow = ({ id, onDate, startMinute, endMinute, venue }: MovableActivity): ActivityMoveInput => ({
  ...{ activityId: id, onDate, startMinute, endMinute, venueId: venue.id },
});
