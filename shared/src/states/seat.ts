// A volunteer's seat at an activity: proposed by the engine or a worker, told to the volunteer, answered, ended.
import type { Machine } from './machine.js';

export const SEAT_STATES = ['PROPOSED', 'PUBLISHED', 'DECLINED', 'ENDED'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

/** Whoever declined, or was taken off, may be asked again by a worker who talked with them. */
export const SEAT_MACHINE: Machine<SeatState> = {
  PROPOSED: { to: ['PUBLISHED', 'ENDED'] },
  PUBLISHED: { to: ['DECLINED', 'ENDED'] },
  DECLINED: { to: ['PROPOSED'] },
  ENDED: { to: ['PROPOSED'] },
};

/** A seat of these is nobody else's. */
export const SEAT_TAKEN: readonly SeatState[] = ['PROPOSED', 'PUBLISHED'];
