// Which of the bookings at the desk want what of it, in the order in which it looks at them.
import type { TeamBookingState } from '@tongxing/shared/states';

export interface Listed {
  readonly state: TeamBookingState;
  readonly day: { readonly onDate: string; readonly startMinute: number };
  readonly inLine?: number | null | undefined;
  readonly steps: readonly { readonly at: string; readonly state: TeamBookingState }[];
}
export interface Desk<Booking extends Listed> {
  /** Somebody waits for our answer, whoever waits longest first. */
  readonly toAnswer: readonly Booking[];
  /** They wait for places, or think about places they were offered or hold; by day, then by line. */
  readonly waiting: readonly Booking[];
  /** They come. */
  readonly coming: readonly Booking[];
  /** Their day is over, and nobody has written down that they came. */
  readonly unrecorded: readonly Booking[];
}

const COMING: readonly TeamBookingState[] = ['CONFIRMED', 'ROSTER_LOCKED'];
const WAITING: readonly TeamBookingState[] = ['OFFERED', 'HELD', 'WAITLISTED'];

/** Since when the team waits for an answer: from its first request on, whatever it changed afterwards. */
export const askedAt = ({ steps }: Pick<Listed, 'steps'>): string =>
  steps.find(({ state }) => state === 'REQUESTED')?.at ?? '';

export function deskOf<Booking extends Listed>(bookings: readonly Booking[], today: string): Desk<Booking> {
  const of = (states: readonly TeamBookingState[]) => bookings.filter(({ state }) => states.includes(state));
  const byDay = (a: Booking, b: Booking) =>
    `${a.day.onDate} ${String(a.day.startMinute).padStart(4, '0')}`.localeCompare(
      `${b.day.onDate} ${String(b.day.startMinute).padStart(4, '0')}`,
    );
  const byLine = (a: Booking, b: Booking) =>
    byDay(a, b) || WAITING.indexOf(a.state) - WAITING.indexOf(b.state) || (a.inLine ?? 0) - (b.inLine ?? 0);
  const agreed = of(COMING).sort(byDay);
  return {
    toAnswer: of(['REQUESTED']).sort((a, b) => askedAt(a).localeCompare(askedAt(b))),
    waiting: of(WAITING).sort(byLine),
    coming: agreed.filter(({ day }) => day.onDate >= today),
    unrecorded: agreed.filter(({ day }) => day.onDate < today),
  };
}
