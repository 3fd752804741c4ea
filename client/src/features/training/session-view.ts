// How many come, wait and were there.
import type { TrainingPlaceState } from '../../gql/graphql.js';

export interface Counted {
  readonly seated: number;
  readonly waiting: number;
  readonly there: number;
}

export function countPeople(people: readonly { readonly state: TrainingPlaceState }[]): Counted {
  const of = (...states: TrainingPlaceState[]) => people.filter(({ state }) => states.includes(state)).length;
  return { seated: of('ENROLLED', 'ATTENDED'), waiting: of('WAITING'), there: of('ATTENDED') };
}

/** 15:30 as minutes since midnight. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
