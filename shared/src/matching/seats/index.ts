// Problem B: who takes which seat at which activity.
export { explainSeat, suggestSeats, type InTheWay, type SeatChoice, type SeatExplanation } from './explain-seat.js';
export { editSeats, reopenSeats, seatMoves, startSeats, type SeatsChange, type SeatsState } from './seats-state.js';
export { DEFAULT_EFFORT, solveSeats, type SeatsOptions } from './solve-seats.js';
export type { Effort } from './solve-plan.js';
export { checkSeatWeights } from './normalise-seats.js';
export { SeatsReading } from './seats-reading.js';
export { verifySeats } from './verify-seats.js';
export * from './types.js';
