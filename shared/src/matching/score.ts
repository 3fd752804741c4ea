// Turns candidate pairs into integer scores, and tells of each pair which fact earned which points.
import type { Csr } from './candidates.js';
import { UNMAPPED } from './candidates.js';
import { at, bump, item, sharedCount } from './ints.js';
import type { Criterion, MatchChild, MatchVolunteer, MatchWeights, ScorePart } from './types.js';

/** A weight beyond this could not be told from a hard rule; it also keeps every score within 32 bits. */
const MOST_WEIGHT = 10_000;

export interface ScoredEdges {
  /** For each candidate pair, the sum of its parts; always positive. */
  readonly weight: Int32Array;
  /** The parts of one pair, in the order of the table of weights; criteria of weight 0 are left out. */
  parts(edge: number): ScorePart[];
}

/** Scores every candidate pair. Throws on a table that `checkWeights` refuses. */
export function score(csr: Csr, weights: MatchWeights): ScoredEdges {
  const problems = checkWeights(weights);
  if (problems.length > 0) throw new Error(`BUG: table of weights refused: ${problems.join('; ')}`);
  const facts = gather(csr);
  const used = weights.criteria.filter((row) => row.weight > 0);
  const weight = new Int32Array(csr.volunteer.length);
  for (const row of used) {
    const { grade } = CRITERIA[row.criterion];
    for (let edge = 0; edge < weight.length; edge++) bump(weight, edge, row.weight * grade(facts, edge));
  }
  return {
    weight,
    parts: (edge) =>
      used.map(({ criterion, weight: points }) => ({
        criterion,
        points: points * CRITERIA[criterion].grade(facts, edge),
        fact: CRITERIA[criterion].fact(facts, edge),
      })),
  };
}

/**
 * What is wrong with a table of weights; empty where nothing is. Tables come from an agency's settings, so the
 * names are checked here too: ethnicity, religion, income or looks are no criteria and can never become one.
 */
export function checkWeights(weights: MatchWeights): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { criterion, weight, why } of weights.criteria) {
    if (!Object.hasOwn(CRITERIA, criterion)) problems.push(`${criterion} is no criterion`);
    if (seen.has(criterion)) problems.push(`${criterion} stands twice`);
    if (!Number.isSafeInteger(weight) || weight < 0 || weight > MOST_WEIGHT) {
      problems.push(`${criterion} weighs ${weight}, not a whole number from 0 to ${MOST_WEIGHT}`);
    }
    if (why.trim() === '') problems.push(`${criterion} has no reason`);
    seen.add(criterion);
  }
  const positive = weights.criteria.some((row) => row.weight > 0 && ALWAYS_POSITIVE.has(row.criterion));
  if (!positive) problems.push('sharedHours or priority must weigh something, or a good pair could be worth nothing');
  return problems;
}

/** Criteria whose grade is at least 1 for every candidate pair. */
const ALWAYS_POSITIVE: ReadonlySet<Criterion> = new Set<Criterion>(['sharedHours', 'priority']);

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
    grade: ({ csr }, edge) => Math.min(100, Math.ceil((100 * at(csr.minutes, edge)) / WEEKLY_MINUTES_FOR_FULL_GRADE)),
    fact: ({ csr }, edge) => String(at(csr.minutes, edge)),
  },
  travel: {
    grade: ({ csr }, edge) => {
      const metres = at(csr.metres, edge);
      return metres === UNMAPPED ? 0 : Math.max(0, 100 - Math.floor(metres / METRES_A_POINT));
    },
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
    grade: (facts, edge) => 20 * childOf(facts, edge).priority,
    fact: (facts, edge) => String(childOf(facts, edge).priority),
  },
  waiting: {
    grade: (facts, edge) => Math.min(100, Math.floor((100 * childOf(facts, edge).waitingDays) / DAYS_FOR_FULL_GRADE)),
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
  const numbers = (list: readonly string[]) => Int32Array.from(list, (code) => numberOf(codes, code)).sort();
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

/** How much of what the child needs or speaks the volunteer answers. */
function percent(ofChild: Int32Array, ofVolunteer: Int32Array): number {
  return ofChild.length === 0 ? 0 : Math.floor((100 * sharedCount(ofChild, ofVolunteer)) / ofChild.length);
}

function shared(ofChild: readonly string[], ofVolunteer: readonly string[]): string {
  return ofChild.filter((code) => ofVolunteer.includes(code)).join(',');
}

function numberOf(codes: Map<string, number>, code: string): number {
  const known = codes.get(code) ?? codes.size;
  codes.set(code, known);
  return known;
}
