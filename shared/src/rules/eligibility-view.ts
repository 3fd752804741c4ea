// What readers make of one eligibility: a word for lists, what each reader may know of a hit, and why people are not ready.
import { ASSIGNABLE } from './eligibility.js';
import type {
  EligibilityFinding,
  Requirement,
  SeenEligibility,
  SeenFinding,
  SeenOutcome,
} from './eligibility.types.js';

/** READY and RENEWAL_DUE may be assigned; NOT_READY and STOPPED may not. */
export type Standing = 'READY' | 'RENEWAL_DUE' | 'NOT_READY' | 'STOPPED';

/** One word for lists and counts, decided by the weightiest finding. */
export function standingOf({ findings }: { readonly findings: readonly SeenFinding[] }): Standing {
  const has = (outcome: SeenOutcome) => findings.some((finding) => finding.outcome === outcome);
  if (has('STOPPED')) return 'STOPPED';
  if (!findings.every((finding) => (ASSIGNABLE as readonly SeenOutcome[]).includes(finding.outcome))) {
    return 'NOT_READY';
  }
  return has('RENEWAL_DUE') ? 'RENEWAL_DUE' : 'READY';
}

/**
 * The same for readers other than the checker and the director, who read "not available" and never "hit" (H8). Of
 * everybody whose work has stopped the check reads so, whatever it says: a hit is not to be guessed from a stop. That
 * work has stopped stays visible, without the cause and the day.
 */
export function withoutHit(full: SeenEligibility): SeenEligibility {
  return { ...full, findings: findingsWithoutHit(full.findings) };
}

export function findingsWithoutHit(findings: readonly SeenFinding[]): readonly SeenFinding[] {
  if (!findings.some(({ outcome }) => outcome === 'STOPPED')) return findings;
  return findings.map(({ requirement, rule, clause, ...finding }) => {
    const about = { requirement, rule, clause };
    if (requirement === 'RECORD_CHECK') return { ...about, outcome: 'NOT_AVAILABLE', remedy: 'ASK_DIRECTOR' };
    return { ...about, ...finding, ...(finding.outcome === 'STOPPED' ? { since: undefined } : {}) };
  });
}

/** Why somebody is not ready, or will not be for long: a requirement and how it stands. */
export interface Reason {
  readonly requirement: Requirement;
  readonly outcome: Exclude<SeenOutcome, 'VALID' | 'EXEMPT'>;
}

/** The outcomes that are a reason, in the order of lists. "Not available" only goes along with a stop, which is one. */
const REASONS: readonly SeenOutcome[] = ['STOPPED', 'MISSING', 'EXPIRED', 'RENEWAL_DUE'];
const REQUIREMENTS: readonly Requirement[] = ['RECORD_CHECK', 'TRAINING', 'VOLUNTEER_AGREEMENT', 'AGE', 'WORK_STATUS'];

export const isReason = (finding: Pick<SeenFinding, 'requirement' | 'outcome'>): finding is Reason =>
  REASONS.includes(finding.outcome);

export interface ReadinessCounts {
  readonly total: number;
  readonly standings: Readonly<Record<Standing, number>>;
  /** One person may count in several; what stops first, what ends soon last. */
  readonly reasons: readonly (Reason & { readonly people: number })[];
}

/** How many stand how, and for which reasons; of reasons only those that somebody has. */
export function readinessCounts(people: Iterable<{ readonly findings: readonly SeenFinding[] }>): ReadinessCounts {
  const standings: Record<Standing, number> = { READY: 0, RENEWAL_DUE: 0, NOT_READY: 0, STOPPED: 0 };
  const reasons = new Map<string, Reason & { people: number }>();
  let total = 0;
  for (const one of people) {
    total += 1;
    standings[standingOf(one)] += 1;
    for (const finding of one.findings) {
      if (!isReason(finding)) continue;
      const { requirement, outcome } = finding;
      const key = reasonKey(finding);
      const known = reasons.get(key) ?? { requirement, outcome, people: 0 };
      known.people += 1;
      reasons.set(key, known);
    }
  }
  const rank = ({ requirement, outcome }: Reason) =>
    REASONS.indexOf(outcome) * REQUIREMENTS.length + REQUIREMENTS.indexOf(requirement);
  return { total, standings, reasons: [...reasons.values()].sort((a, b) => rank(a) - rank(b)) };
}

/** A reason as addresses carry it. */
export const reasonKey = ({
  requirement,
  outcome,
}: Pick<EligibilityFinding, 'requirement'> & Pick<Reason, 'outcome'>) => `${requirement}-${outcome}`;

/** Reads a reason of an address; undefined for anything else. */
export function parseReason(text: string): Reason | undefined {
  for (const requirement of REQUIREMENTS) {
    for (const outcome of REASONS) {
      const reason = { requirement, outcome };
      if (isReason(reason) && reasonKey(reason) === text) return reason;
    }
  }
  return undefined;
}
