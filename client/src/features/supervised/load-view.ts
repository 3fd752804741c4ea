// What a volunteer carries now: places taken and free, what rests, and how much time there is in a week.
import { HOLDS_PLACE, type CompanionshipState } from '@tongxing/shared/states';

export interface LoadPair {
  readonly id: string;
  readonly state: CompanionshipState;
  readonly nextContactOn?: string | null | undefined;
}
export interface Carried<Pair extends LoadPair> {
  readonly places: number;
  readonly freeTimes: readonly { readonly startMinute: number; readonly endMinute: number }[];
  readonly companionships: readonly Pair[];
}
export interface Load<Pair extends LoadPair> {
  /** Pairs that take a place, those that rest first, then those whose contact is late. */
  readonly held: readonly Pair[];
  readonly free: number;
  readonly paused: number;
  readonly late: number;
  /** Free minutes of a week. */
  readonly minutes: number;
}

const isLate = ({ state, nextContactOn }: LoadPair, today: string): boolean =>
  state === 'ACTIVE' && nextContactOn != null && nextContactOn < today;

export function loadOf<Pair extends LoadPair>(carried: Carried<Pair>, today: string): Load<Pair> {
  const held = carried.companionships.filter(({ state }) => HOLDS_PLACE.includes(state));
  const urgency = (pair: Pair): number => (pair.state === 'PAUSED' ? 0 : isLate(pair, today) ? 1 : 2);
  return {
    held: [...held].sort((a, b) => urgency(a) - urgency(b)),
    free: Math.max(0, carried.places - held.length),
    paused: held.filter(({ state }) => state === 'PAUSED').length,
    late: held.filter((pair) => isLate(pair, today)).length,
    minutes: carried.freeTimes.reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0),
  };
}

/** Whoever may need a talk comes first: somebody rests, a contact is late; then those who carry most. */
export function inOrderOfNeed<One extends Carried<LoadPair>>(all: readonly One[], today: string): readonly One[] {
  const keyOf = (one: One): readonly number[] => {
    const { paused, late, held } = loadOf(one, today);
    return [-paused, -late, -held.length];
  };
  return all
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => a.key.map((part, at) => part - (b.key[at] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ one }) => one);
}
