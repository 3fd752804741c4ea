// Turns candidate pairs into integer scores, and tells of each pair which fact earned which points.
import type { Csr } from './candidates.js';
import { UNMAPPED } from './candidates.js';
import { at, bump, item, sharedCount } from './ints.js';
import type { Criterion, MatchChild, MatchVolunteer, MatchWeights, ScorePart } from './types.js';
import { checkWeights, refuseTable } from './weight-problems.js';

export interface ScoredEdges {
  /** For each candidate pair, the sum of its parts; always positive. */
  readonly weight: Int32Array;
  /** The parts of one pair, in the order of the table of weights; criteria of weight 0 are left out. */
  parts(edge: number): ScorePart[];
}

/** Scores every candidate pair. Throws `BadProblem` on a table that `checkWeights` refuses. */
export function score(csr: Csr, weights: MatchWeights): ScoredEdges {
  refuseTable(checkWeights(weights));
  const facts = gather(csr);
  const used = weights.criteria.filter((row) => row.weight > 0);
  const weight = weigh(facts, new Map(used.map((row) => [row.criterion, row.weight])));
  return { weight, parts: partsOf(() => facts, weights) };
}

/** Candidate pairs whose worth under these weights is known already; their parts are worked out when asked for. */
export function scoredAs(csr: Csr, weights: MatchWeights, weight: Int32Array): ScoredEdges {
  let facts: Facts | undefined;
  return { weight, parts: partsOf(() => (facts ??= gather(csr)), weights) };
}

function partsOf(facts: () => Facts, { criteria }: MatchWeights): ScoredEdges['parts'] {
  const used = criteria.filter((row) => row.weight > 0);
  return (edge) =>
    used.map(({ criterion, weight }) => ({
      criterion,
      points: weight * CRITERIA[criterion].grade(facts(), edge),
      fact: CRITERIA[criterion].fact(facts(), edge),
    }));
}

/**
 * All pairs at once: the same sums as `parts`, pair by pair, but by tables of what minutes, metres and shared codes
 * earn, and with the child's own points added once a child.
 */
function weigh(facts: Facts, weights: ReadonlyMap<Criterion, number>): Int32Array {
  const { csr, children, volunteers } = facts;
  const of = (criterion: Criterion) => weights.get(criterion) ?? 0;
  const [hours, travel, gender] = [of('sharedHours'), of('travel'), of('sameGender')];
  const needs = masked(facts.needs, facts.serves);
  const spoken = masked(facts.spokenByChild, facts.spokenByVolunteer);
  const weight = new Int32Array(csr.volunteer.length);
  const genderOf = volunteers.map((volunteer) => volunteer.gender);
  for (let row = 0; row < children.length; row++) {
    const child = item(children, row);
    const own = of('priority') * gradeOfPriority(child) + of('waiting') * gradeOfWaiting(child);
    for (let edge = at(csr.rowStart, row); edge < at(csr.rowStart, row + 1); edge++) {
      const volunteer = at(csr.volunteer, edge);
      weight[edge] =
        own +
        hours * gradeOfMinutes(at(csr.minutes, edge)) +
        travel * gradeOfMetres(at(csr.metres, edge)) +
        (genderOf[volunteer] === child.gender ? gender * 100 : 0);
    }
    addShared(weight, csr, row, needs, of('skillsForNeeds'));
    addShared(weight, csr, row, spoken, of('sharedLanguage'));
  }
  for (const edge of facts.earlier) bump(weight, edge, 100 * of('continuity'));
  return weight;
}

/** Codes of children and volunteers as bits, or as lists where there are more codes than bits. */
interface Masked {
  readonly ofChild: readonly Int32Array[];
  readonly ofVolunteer: readonly Int32Array[];
  readonly bitsOfChild: Int32Array;
  readonly bitsOfVolunteer: Int32Array;
  readonly inBits: boolean;
}

const MOST_BITS = 30;

function masked(ofChild: readonly Int32Array[], ofVolunteer: readonly Int32Array[]): Masked {
  const most = [...ofChild, ...ofVolunteer].reduce((greatest, codes) => Math.max(greatest, codes.at(-1) ?? 0), 0);
  const bits = (codes: Int32Array) => codes.reduce((mask, code) => mask | (1 << code), 0);
  return {
    ofChild,
    ofVolunteer,
    bitsOfChild: Int32Array.from(ofChild, bits),
    bitsOfVolunteer: Int32Array.from(ofVolunteer, bits),
    inBits: most < MOST_BITS,
  };
}

function addShared(weight: Int32Array, csr: Csr, row: number, codes: Masked, points: number): void {
  const own = item(codes.ofChild, row);
  if (points === 0 || own.length === 0) return;
  const worth = Int32Array.from({ length: own.length + 1 }, (_, count) => points * gradeOfShare(count, own.length));
  const bits = at(codes.bitsOfChild, row);
  for (let edge = at(csr.rowStart, row); edge < at(csr.rowStart, row + 1); edge++) {
    const volunteer = at(csr.volunteer, edge);
    const count = codes.inBits
      ? bitCount(bits & at(codes.bitsOfVolunteer, volunteer))
      : sharedCount(own, item(codes.ofVolunteer, volunteer));
    weight[edge] = at(weight, edge) + at(worth, count);
  }
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const gradeOfMinutes = (minutes: number): number =>
  Math.min(100, Math.ceil((100 * minutes) / WEEKLY_MINUTES_FOR_FULL_GRADE));
const gradeOfMetres = (metres: number): number =>
  metres === UNMAPPED ? 0 : Math.max(0, 100 - Math.floor(metres / METRES_A_POINT));
const gradeOfPriority = (child: MatchChild): number => 20 * child.priority;
const gradeOfWaiting = (child: MatchChild): number =>
  Math.min(100, Math.floor((100 * child.waitingDays) / DAYS_FOR_FULL_GRADE));
/** How much of what the child needs or speaks the volunteer answers. */
const gradeOfShare = (count: number, of: number): number => (of === 0 ? 0 : Math.floor((100 * count) / of));

interface Facts {
  readonly csr: Csr;
  readonly rowOf: Int32Array;
  readonly children: readonly MatchChild[];
  readonly volunteers: readonly MatchVolunteer[];
  readonly needs: readonly Int32Array[];
  readonly serves: readonly Int32Array[];
  readonly spokenByChild: readonly Int32Array[];
  readonly spokenByVolunteer: readonly Int32Array[];
  /** Edges whose two people accompanied each other before. */
  readonly earlier: ReadonlySet<number>;
}

interface Measure {
  /** 0 to 100, a whole number. */
  readonly grade: (facts: Facts, edge: number) => number;
  readonly fact: (facts: Facts, edge: number) => string;
}

const WEEKLY_MINUTES_FOR_FULL_GRADE = 600;
const DAYS_FOR_FULL_GRADE = 180;
const METRES_A_POINT = 100;

const CRITERIA: Readonly<Record<Criterion, Measure>> = {
  sharedHours: {
    grade: ({ csr }, edge) => gradeOfMinutes(at(csr.minutes, edge)),
    fact: ({ csr }, edge) => String(at(csr.minutes, edge)),
  },
  travel: {
    grade: ({ csr }, edge) => gradeOfMetres(at(csr.metres, edge)),
    fact: ({ csr }, edge) => (at(csr.metres, edge) === UNMAPPED ? 'UNMAPPED' : String(at(csr.metres, edge))),
  },
  skillsForNeeds: {
    grade: (facts, edge) => percent(item(facts.needs, row(facts, edge)), item(facts.serves, column(facts, edge))),
    fact: (facts, edge) => shared(childOf(facts, edge).needs, volunteerOf(facts, edge).serves ?? []),
  },
  sharedLanguage: {
    grade: (facts, edge) =>
      percent(item(facts.spokenByChild, row(facts, edge)), item(facts.spokenByVolunteer, column(facts, edge))),
    fact: (facts, edge) => shared(childOf(facts, edge).languages, volunteerOf(facts, edge).languages),
  },
  sameGender: {
    grade: (facts, edge) => (volunteerOf(facts, edge).gender === childOf(facts, edge).gender ? 100 : 0),
    fact: (facts, edge) => {
      const { gender } = volunteerOf(facts, edge);
      if (gender === undefined) return 'UNKNOWN';
      return gender === childOf(facts, edge).gender ? 'SAME' : 'OTHER';
    },
  },
  priority: {
    grade: (facts, edge) => gradeOfPriority(childOf(facts, edge)),
    fact: (facts, edge) => String(childOf(facts, edge).priority),
  },
  waiting: {
    grade: (facts, edge) => gradeOfWaiting(childOf(facts, edge)),
    fact: (facts, edge) => String(childOf(facts, edge).waitingDays),
  },
  continuity: {
    grade: ({ earlier }, edge) => (earlier.has(edge) ? 100 : 0),
    fact: ({ earlier }, edge) => (earlier.has(edge) ? 'BEFORE' : 'NEW'),
  },
};

function gather(csr: Csr): Facts {
  const { children, volunteers, earlierPairs } = csr.snapshot;
  const rowOf = new Int32Array(csr.volunteer.length);
  for (let child = 0; child < children.length; child++) {
    rowOf.fill(child, at(csr.rowStart, child), at(csr.rowStart, child + 1));
  }
  const codes = new Map<string, number>();
  const numbers = (list: readonly string[]) => ascending(list.map((code) => numberOf(codes, code)));
  const volunteerAt = new Map(volunteers.map((v, i) => [v.id, i]));
  const childAt = new Map(children.map((c, i) => [c.id, i]));
  const earlier = new Set<number>();
  for (const pair of earlierPairs) {
    const edge = edgeOf(csr, childAt.get(pair.childId), volunteerAt.get(pair.volunteerId));
    if (edge !== undefined) earlier.add(edge);
  }
  return {
    csr,
    rowOf,
    children,
    volunteers,
    needs: children.map((child) => numbers(child.needs)),
    serves: volunteers.map((volunteer) => numbers(volunteer.serves ?? [])),
    spokenByChild: children.map((child) => numbers(child.languages)),
    spokenByVolunteer: volunteers.map((volunteer) => numbers(volunteer.languages)),
    earlier,
  };
}

const ascending = (list: number[]): Int32Array => Int32Array.from(list.length > 1 ? list.sort((a, b) => a - b) : list);

/** The candidate pair of these two indices; undefined where they are none. */
export function edgeOf(
  csr: Pick<Csr, 'rowStart' | 'volunteer'>,
  child: number | undefined,
  volunteer: number | undefined,
): number | undefined {
  if (child === undefined || volunteer === undefined) return undefined;
  const edge = csr.volunteer.subarray(at(csr.rowStart, child), at(csr.rowStart, child + 1)).indexOf(volunteer);
  return edge < 0 ? undefined : at(csr.rowStart, child) + edge;
}

const row = (facts: Facts, edge: number): number => at(facts.rowOf, edge);
const column = (facts: Facts, edge: number): number => at(facts.csr.volunteer, edge);
const childOf = (facts: Facts, edge: number): MatchChild => item(facts.children, row(facts, edge));
const volunteerOf = (facts: Facts, edge: number): MatchVolunteer => item(facts.volunteers, column(facts, edge));

const percent = (ofChild: Int32Array, ofVolunteer: Int32Array): number =>
  gradeOfShare(sharedCount(ofChild, ofVolunteer), ofChild.length);

function shared(ofChild: readonly string[], ofVolunteer: readonly string[]): string {
  return ofChild.filter((code) => ofVolunteer.includes(code)).join(',');
}

function numberOf(codes: Map<string, number>, code: string): number {
  const known = codes.get(code) ?? codes.size;
  codes.set(code, known);
  return known;
}
