// What an activity would offer at given prices: as many seats of each role as pay, its minimum counted in.
import { at } from '../ints.js';
import { SCALE, type SeatsModel } from './model.js';

/**
 * An activity asks its prices for each seat that it fills and pays the penalty for each that is missing of a minimum.
 * Missing are the seats of each role below its own minimum, and of what the activity's minimum asks beyond those, the
 * seats that no role fills beyond its own. Both gains fall with the number of seats, so taking the best seat next is
 * exact.
 */
export class Supply {
  readonly #model: SeatsModel;
  readonly #penalty: number;
  /** Seats of each role that the answer found last offers. */
  readonly offered: Int32Array;

  constructor(model: SeatsModel) {
    this.#model = model;
    this.#penalty = SCALE * model.problem.rules.penalty;
    this.offered = new Int32Array(model.activityOfSeat.length);
  }

  /** The activity's best worth, in parts; of equally good offers the one nearest to what is wanted. */
  best(activity: number, price: Float64Array, wanted: Int32Array): number {
    const { activities, seatStart, closed } = this.#model;
    const from = at(seatStart, activity);
    const to = at(seatStart, activity + 1);
    if (closed[activity] === 1) {
      // only who is locked comes, and no minimum counts: its seats have no price
      for (let seat = from; seat < to; seat++) this.offered[seat] = at(wanted, seat);
      return 0;
    }
    const asked = activities[activity];
    if (!asked) return 0;
    let free = asked.most;
    let extraLeast = Math.max(0, asked.least - sumOfLeast(asked.roles));
    let worth = -this.#penalty * (sumOfLeast(asked.roles) + extraLeast);
    this.offered.fill(0, from, to);
    for (; free > 0; free--) {
      let gain = -1;
      let best = -1;
      let bestIsWanted = false;
      for (let seat = from; seat < to; seat++) {
        const role = asked.roles[seat - from];
        const taken = at(this.offered, seat);
        if (!role || taken >= role.seats) continue;
        const needed = taken < role.least || extraLeast > 0;
        const here = (price[seat] as number) + (needed ? this.#penalty : 0);
        const asWanted = taken < at(wanted, seat);
        if (here < 0 || (here === 0 && !asWanted)) continue;
        if (here < gain || (here === gain && (bestIsWanted || !asWanted))) continue;
        gain = here;
        best = seat;
        bestIsWanted = asWanted;
      }
      if (best < 0) break;
      if (at(this.offered, best) >= (asked.roles[best - from]?.least ?? 0) && extraLeast > 0) extraLeast -= 1;
      this.offered[best] = at(this.offered, best) + 1;
      worth += gain;
    }
    return worth;
  }
}

const sumOfLeast = (roles: readonly { readonly least: number }[]) => roles.reduce((sum, { least }) => sum + least, 0);
