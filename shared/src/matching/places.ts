// Places that are left with volunteers and supervisors once the decided pairs have taken theirs.
import { bump } from './ints.js';
import type { MatchSnapshot } from './types.js';

/** `supervisorOf` holds the supervisor's index, or one of these. */
export const UNSUPERVISED = -1;
/** Named, but not among the snapshot's supervisors: nobody can carry the companionship. */
export const UNKNOWN_SUPERVISOR = -2;

export interface PlacesLeft {
  readonly volunteer: Int32Array;
  readonly supervisor: Int32Array;
  readonly supervisorOf: Int32Array;
  /** Children who have a decided companion and wait for none. */
  readonly accompanied: ReadonlySet<string>;
}

/** Counts down from the places in all; never below 0, since a decided pair stays even where places were cut later. */
export function placesLeft(snapshot: MatchSnapshot): PlacesLeft {
  const volunteerAt = new Map(snapshot.volunteers.map((v, i) => [v.id, i]));
  const supervisorAt = new Map(snapshot.supervisors.map((s, i) => [s.id, i]));
  const volunteer = Int32Array.from(snapshot.volunteers, (v) => v.places);
  const supervisor = Int32Array.from(snapshot.supervisors, (s) => s.places);
  const supervisorOf = Int32Array.from(snapshot.volunteers, (v) =>
    v.supervisorId === undefined ? UNSUPERVISED : (supervisorAt.get(v.supervisorId) ?? UNKNOWN_SUPERVISOR),
  );
  for (const lock of snapshot.locks) {
    const index = volunteerAt.get(lock.volunteerId);
    if (index === undefined) continue;
    takeOne(volunteer, index);
    takeOne(supervisor, supervisorOf[index] ?? UNSUPERVISED);
  }
  return { volunteer, supervisor, supervisorOf, accompanied: new Set(snapshot.locks.map((lock) => lock.childId)) };
}

function takeOne(places: Int32Array, index: number): void {
  if ((places[index] ?? 0) > 0) bump(places, index, -1);
}
