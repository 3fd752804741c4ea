import type { TeamBookingState } from '../../gql/graphql.js';
import { bookingGroups } from './bookings-view.js';

const booking = (id: string, state: TeamBookingState, onDate: string, startMinute = 540, secondsLeft?: number) => ({
  ...{ id, state, secondsLeft: secondsLeft ?? null, when: { onDate, startMinute } },
});
const ids = (group: readonly { readonly id: string }[]) => group.map(({ id }) => id);

describe('bookings of a coordinator', () => {
  const groups = bookingGroups(
    [
      booking('asked', 'REQUESTED', '2027-01-30'),
      booking('afternoon', 'CONFIRMED', '2027-01-16', 840),
      booking('morning', 'ROSTER_LOCKED', '2027-01-16', 540),
      booking('late', 'WAITLISTED', '2027-03-01'),
      booking('soon', 'WAITLISTED', '2027-02-01'),
      booking('long ago', 'ATTENDED', '2026-03-01'),
      booking('called off', 'CANCELLED', '2027-01-02'),
      booking('run out', 'HELD', '2027-05-01', 540, 0),
      booking('an hour', 'HELD', '2027-01-03', 540, 3600),
      booking('minutes', 'OFFERED', '2027-04-03', 540, 600),
    ],
    ({ when }) => when,
  );

  it('come by their day and hour, what runs out first at the top', () => {
    expect(ids(groups.yours)).toEqual(['minutes', 'an hour']);
    expect(ids(groups.coming)).toEqual(['morning', 'afternoon', 'asked']);
    expect(ids(groups.waiting)).toEqual(['soon', 'late']);
  });

  it('go with the last day first, those that ran out among them', () => {
    expect(ids(groups.past)).toEqual(['run out', 'called off', 'long ago']);
  });
});
