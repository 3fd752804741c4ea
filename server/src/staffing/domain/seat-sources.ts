/** Who proposed a seat: the engine, or a worker by hand. */
export const SEAT_SOURCES = ['RUN', 'HAND'] as const;
export type SeatSource = (typeof SEAT_SOURCES)[number];
