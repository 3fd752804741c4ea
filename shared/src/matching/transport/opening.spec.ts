// Opening prices beside the same market written down plainly: lists of offers, sorted, and no numbers kept between.
import { Seeded } from '../testing/small-problem.js';
import { AT_HAND, Network, NOTHING } from './network.js';
import { openGroups } from './opening.js';
import { NONE, type TransportProblem } from './problem.js';

const ROUNDS = 6;
const PROBLEMS = 200;

/** Rows of few enough edges to have all of them at hand. */
function invent(random: Seeded): TransportProblem {
  const columns = 2 + random.next(AT_HAND - 1);
  const groups = 1 + random.next(4);
  const start = [0];
  const column: number[] = [];
  for (let row = 1 + random.next(30); row > 0; row--) {
    for (let at = 0; at < columns; at++) if (random.chance(70)) column.push(at);
    start.push(column.length);
  }
  return {
    start: Int32Array.from(start),
    column: Int32Array.from(column),
    value: Int32Array.from(column, () => random.next(random.chance(50) ? 900 : 9)),
    capacity: Int32Array.from({ length: columns }, () => random.next(8)),
    group: Int32Array.from({ length: columns }, () => random.next(groups)),
    groupCapacity: Int32Array.from({ length: groups }, () => random.next(7)),
  };
}

function opened(problem: TransportProblem): Network {
  const net = new Network(problem);
  for (let row = 0; row < net.rows; row++) net.readRow(row);
  openGroups(net);
  return net;
}

/** Of each row, what its edges are worth and to which group they lead, the dearest first. */
function wishes({ start, column, value, group }: TransportProblem) {
  return [...start.keys()].slice(1).map((row) =>
    [...column.keys()]
      .slice(start[row - 1], start[row])
      .map((edge) => ({ worth: value[edge] ?? 0, group: group[column[edge] ?? 0] ?? NONE }))
      .sort((a, b) => b.worth - a.worth),
  );
}

/** The price of each group; nothing where no group is short of places. */
function market(problem: TransportProblem): { readonly prices: number[]; readonly opening: number } | undefined {
  const places = [...problem.groupCapacity].map((most, group) => {
    const ofColumns = [...problem.capacity].filter((_, column) => problem.group[column] === group);
    return ofColumns.reduce((sum, one) => sum + one, 0) > most ? most : undefined;
  });
  const rows = wishes(problem);
  const first = (group: number) => rows.filter(([top]) => top?.group === group).length;
  if (!places.some((most, group) => most !== undefined && first(group) > most)) return undefined;
  const total = places.reduce<number>((sum, most) => sum + (most ?? 0), 0);
  const allSold = !places.includes(undefined) && !problem.group.includes(NONE) && total < rows.length;
  const bests = rows.map(([top]) => top?.worth ?? 0).sort((a, b) => b - a);
  const opening = allSold ? (bests[total] ?? 0) : 0;
  let prices = places.map((most) => (most === undefined ? 0 : opening));
  for (let round = 0; round < ROUNDS; round++) {
    const offers = rows.flatMap((row) => offersOf(row, prices));
    prices = prices.map((price, group) => {
      const most = places[group];
      if (most === undefined) return price;
      const sorted = offers.filter((one) => one.group === group).map(({ price: offer }) => offer);
      const filling = Math.max(0, sorted.sort((a, b) => b - a)[most] ?? 0);
      return filling === 0 ? 0 : Math.floor((price + filling) / 2);
    });
  }
  return { prices, opening };
}

/** Up to which price a row would stay with its best group, and from which down it would come to its second best. */
function offersOf(row: ReturnType<typeof wishes>[number], prices: readonly number[]) {
  const priced = (group: number) => prices[group] ?? 0;
  const byGroup = new Map<number, number>();
  for (const { worth, group } of row) {
    byGroup.set(group, Math.max(byGroup.get(group) ?? -Infinity, worth - priced(group)));
  }
  const [best, second] = [...byGroup].sort((a, b) => b[1] - a[1]);
  if (!best) return [];
  const without = Math.max(0, second?.[1] ?? 0);
  const stays = best[1] > 0 ? best[1] - without : best[1];
  const offers = [{ group: best[0], price: priced(best[0]) + stays }];
  if (second) offers.push({ group: second[0], price: priced(second[0]) + second[1] - Math.max(0, best[1]) });
  return offers.filter(({ group }) => group !== NONE);
}

describe('opening prices', () => {
  it(`are those of the market of places, a hundredth below, on ${PROBLEMS} problems`, () => {
    let short = 0;
    for (let seed = 0; short < PROBLEMS; seed++) {
      const random = new Seeded(seed);
      const drawn = invent(random);
      // No two are worth the same, so that no row has two best.
      const values = random.shuffle(Array.from({ length: drawn.column.length }, (_, edge) => 7 * edge));
      const problem = { ...drawn, value: Int32Array.from(values) };
      const found = market(problem);
      const net = opened(problem);
      const margin = Math.ceil(values.reduce((most, one) => Math.max(most, one), 0) / 100);
      const expected = (found?.prices ?? [...problem.groupCapacity].map(() => 0)).map((price) =>
        found ? Math.max(0, price - margin) : 0,
      );
      expect({ seed, prices: [...net.groupPrice] }).toEqual({ seed, prices: expected });
      expect([...net.place]).toEqual([...problem.group].map((group) => (group === NONE ? 0 : expected[group])));
      // All edges are at hand; what bounds the others sank as far as every price rose.
      const rose = Math.min(found?.opening ?? 0, ...expected);
      expect([...net.bound]).toEqual(Array.from({ length: net.rows }, () => NOTHING - rose));
      short += found ? 1 : 0;
    }
  });
});
