import { ACTIVITY_MACHINE, ACTIVITY_STATES, ACTIVITY_TAKES_TIME } from './activity.js';
import { flawsOf } from './machine-proof.js';
import { mayMove, needsReason } from './machine.js';
import { TAKES_PLACES, TEAM_BOOKING_MACHINE, TEAM_BOOKING_STATES } from './team-booking.js';

describe('SM8', () => {
  it('is sound, and what is closed or called off stays so', () => {
    expect(flawsOf(ACTIVITY_MACHINE, 'DRAFT', ['CLOSED', 'CANCELLED'])).toEqual([]);
  });

  it('nothing opens whose risks nobody else has read', () => {
    expect(ACTIVITY_STATES.filter((from) => mayMove(ACTIVITY_MACHINE, from, 'OPEN'))).toEqual(['RISK_REVIEWED']);
  });

  it('is called off only with a reason, and not once it runs', () => {
    const ways = ACTIVITY_STATES.filter((from) => mayMove(ACTIVITY_MACHINE, from, 'CANCELLED'));
    expect(ways).toEqual(['DRAFT', 'RISK_REVIEWED', 'OPEN', 'ROSTER_LOCKED']);
    expect(ways.every((from) => needsReason(ACTIVITY_MACHINE, from, 'CANCELLED'))).toBe(true);
  });

  it('a draft and what is called off take nobody’s time', () => {
    expect(ACTIVITY_STATES.filter((state) => !ACTIVITY_TAKES_TIME.includes(state))).toEqual(['DRAFT', 'CANCELLED']);
  });
});

describe('SM5b', () => {
  it('is sound from both beginnings: a hold, or a place in line', () => {
    const ends = ['REPORTED', 'CANCELLED'] as const;
    expect(flawsOf(TEAM_BOOKING_MACHINE, 'HELD', ends)).toEqual([
      'WAITLISTED cannot be reached from HELD',
      'OFFERED cannot be reached from HELD',
    ]);
    expect(flawsOf(TEAM_BOOKING_MACHINE, 'WAITLISTED', ends)).toEqual([
      'HELD cannot be reached from WAITLISTED',
      'REQUESTED cannot be reached from WAITLISTED',
    ]);
  });

  it('nothing is confirmed that was neither asked for nor offered', () => {
    const ways = TEAM_BOOKING_STATES.filter((from) => mayMove(TEAM_BOOKING_MACHINE, from, 'CONFIRMED'));
    expect(ways).toEqual(['REQUESTED', 'OFFERED']);
  });

  it('who waits takes no place, and neither does who gave theirs back', () => {
    const none = TEAM_BOOKING_STATES.filter((state) => !TAKES_PLACES.includes(state));
    expect(none).toEqual(['WAITLISTED', 'CANCELLED']);
  });
});
