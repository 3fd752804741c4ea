// Where places are short, in whole children: what a supervisor can be told, and asked for.
import { at, bump, item } from './ints.js';
import { solutionOf, transportOf } from './solve.js';
import { Detours } from './detours.js';
import type { Problem } from './problem.js';
import { FAR } from './residual.js';
import type { MatchState } from './state.js';
import { BadProblem } from './transport/problem.js';
import { Transport } from './transport/transport.js';

/** What one more place with somebody would be worth. */
export interface ScarcePlace {
  /** By the proven prices: nobody's one more place is worth more than this. */
  readonly price: number;
  /** What the whole would gain, exactly. */
  readonly gain: number;
  /** Children more who would have a companion, exactly: 1, or 0 where the place only serves others better. */
  readonly wouldPlace: number;
}

export interface Scarcities {
  /** Supervisors whose places have a price, the dearest first. */
  readonly supervisors: readonly ({ readonly supervisorId: string } & ScarcePlace)[];
  /** The dearest volunteers' places; the supervisor's price comes on top of theirs. */
  readonly volunteers: readonly ({ readonly volunteerId: string } & ScarcePlace)[];
  /** `extraPlaces` for this state. */
  readonly extraPlaces: (places: number) => ExtraPlaces;
}

/** What more places of supervisors would do, each found by solving again. */
export interface ExtraPlaces {
  readonly places: number;
  /** So many more places in all, each with the supervisor where it helps the whole most. */
  readonly wherever: {
    readonly wouldPlace: number;
    readonly gain: number;
    readonly supervisors: readonly { readonly supervisorId: string; readonly places: number }[];
  };
  /** So many more places with each supervisor. */
  readonly each: { readonly wouldPlace: number; readonly gain: number };
}

const MOST_VOLUNTEERS = 20;
const MOST_EXTRA = 100;

/** Which places are short, and what one more of each would do. */
export function scarcity(state: MatchState): Scarcities {
  const { problem, solution } = state;
  return {
    supervisors: supervisorsGains(problem, state.detours())
      .flatMap((gain, supervisor) => {
        const price = at(solution.prices.supervisor, supervisor);
        return price > 0 ? [{ supervisorId: item(problem.supervisorIds, supervisor), price, ...gain }] : [];
      })
      .sort((a, b) => b.price - a.price || b.gain - a.gain),
    volunteers: dearest(solution.prices.volunteer, MOST_VOLUNTEERS).map((volunteer) => ({
      volunteerId: item(problem.volunteerIds, volunteer),
      price: at(solution.prices.volunteer, volunteer),
      ...volunteersGain(problem, state.detours(), volunteer),
    })),
    extraPlaces: (places) => extraPlaces(state, places),
  };
}

/**
 * What so many more places of supervisors, from 1 to 100, would do. Placed one by one where each helps most: the worth
 * of places is M-natural-concave (Murota 2003), so that nothing is lost by not looking ahead.
 */
export function extraPlaces({ problem, solution, detours }: MatchState, places: number): ExtraPlaces {
  if (!Number.isSafeInteger(places)) throw new BadProblem('NOT_A_WHOLE_NUMBER', 'places');
  if (places < 1) throw new BadProblem('NEGATIVE', 'places');
  if (places > MOST_EXTRA) throw new BadProblem('TOO_LARGE', `places, above ${MOST_EXTRA}`);
  const transport = new Transport(transportOf(problem));
  const larger = { ...problem, supervisorPlaces: problem.supervisorPlaces.slice() };
  const added = new Int32Array(problem.supervisorIds.length);
  let here = detours();
  for (let place = 0; place < places; place++) {
    const best = greatestGain(supervisorsGains(larger, here));
    if (best === undefined) break;
    bump(added, best, 1);
    bump(larger.supervisorPlaces, best, 1);
    transport.setGroupCapacity(best, at(larger.supervisorPlaces, best));
    here = new Detours(larger, solutionOf(larger, transport.solution()), here.pairs);
  }
  const wherever = solutionOf(larger, transport.solution());
  problem.supervisorPlaces.forEach((has, supervisor) => transport.setGroupCapacity(supervisor, has + places));
  const each = solutionOf(
    { ...problem, supervisorPlaces: problem.supervisorPlaces.map((has) => has + places) },
    transport.solution(),
  );
  const more = ({ pairs, certificate }: typeof each) => ({
    wouldPlace: pairs.length - solution.pairs.length,
    gain: certificate.objective - solution.certificate.objective,
  });
  return {
    places,
    wherever: {
      ...more(wherever),
      supervisors: [...added].flatMap((count, supervisor) =>
        count > 0 ? [{ supervisorId: item(problem.supervisorIds, supervisor), places: count }] : [],
      ),
    },
    each: more(each),
  };
}

interface Gain {
  readonly gain: number;
  readonly wouldPlace: number;
}

/** The cheapest way in which a place given up, or a child who waits, comes to use a place more with each supervisor. */
function supervisorsGains(problem: Problem, detours: Detours): Gain[] {
  const { residual, prices, fromOutside, fromWaiting } = detours;
  return problem.supervisorIds.map((_, supervisor) => {
    const node = residual.supervisorNode + supervisor;
    return gainOf(at(prices.supervisor, supervisor), at(fromOutside, node), at(fromWaiting, node));
  });
}

/** As for supervisors; where the supervisor's places are all taken, the place must come from the same team. */
function volunteersGain(problem: Problem, detours: Detours, volunteer: number): Gain {
  const { residual, prices, fromWaiting, fromOutside } = detours;
  const node = residual.volunteerNode + volunteer;
  const price = at(prices.volunteer, volunteer);
  const supervisor = at(problem.supervisorOf, volunteer);
  if (supervisor < 0 || residual.supervisorHasRoom(supervisor)) {
    return gainOf(price, at(fromOutside, node), at(fromWaiting, node));
  }
  const distance = residual.unreached();
  const from = [residual.supervisorNode + supervisor];
  residual.search({ from, forward: true, distance, limit: price, settled: (reached) => reached === node });
  return gainOf(price, at(distance, node), FAR);
}

function gainOf(price: number, nearest: number, nearestWaiting: number): Gain {
  const gain = Math.max(0, price - nearest);
  return { gain, wouldPlace: gain > 0 && nearestWaiting === nearest ? 1 : 0 };
}

function greatestGain(gains: readonly Gain[]): number | undefined {
  let best: number | undefined;
  gains.forEach(({ gain, wouldPlace }, supervisor) => {
    const least = best === undefined ? { gain: 0, wouldPlace: 0 } : item(gains, best);
    if (gain > least.gain || (gain === least.gain && wouldPlace > least.wouldPlace)) best = supervisor;
  });
  return best;
}

function dearest(prices: Int32Array, most: number): number[] {
  const priced: number[] = [];
  prices.forEach((price, index) => {
    if (price > 0) priced.push(index);
  });
  return priced.sort((a, b) => at(prices, b) - at(prices, a) || a - b).slice(0, most);
}
