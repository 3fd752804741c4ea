// Decides whether dated facts carry a service date, and what a confirmation of imported ones would change.
import { addDays, daysBetween, type LocalDate } from '../kernel/index.js';
import type { DatedFact, EligibilityFinding, EligibilityOutcome } from './eligibility.types.js';

/** How long a fact of one kind counts. */
export interface Validity {
  readonly days: number;
  /** True where the fact's own end may only shorten the days (the record check, §7.1.3). */
  readonly capped: boolean;
  readonly renewalWindowDays: number;
}
export type Window = Pick<EligibilityFinding, 'outcome' | 'since' | 'until'>;

/** The last day on which a fact counts. */
export function lastDay(fact: DatedFact, validity: Validity): LocalDate {
  const byRule = addDays(fact.on, validity.days);
  if (fact.until === undefined) return byRule;
  return validity.capped && byRule < fact.until ? byRule : fact.until;
}

/** What the facts say on a service date: the one that counts longest decides; one from after that day says nothing. */
export function windowOn(facts: readonly DatedFact[], serviceDate: LocalDate, validity: Validity): Window {
  let best: { since: LocalDate; until: LocalDate } | undefined;
  for (const fact of facts) {
    if (fact.on > serviceDate) continue;
    const until = lastDay(fact, validity);
    if (!best || until > best.until || (until === best.until && fact.on > best.since)) best = { since: fact.on, until };
  }
  if (!best) return { outcome: 'MISSING' };
  if (best.until < serviceDate) return { outcome: 'EXPIRED', ...best };
  const due = daysBetween(serviceDate, best.until) <= validity.renewalWindowDays;
  return { outcome: due ? 'RENEWAL_DUE' : 'VALID', ...best };
}

const STRENGTH: Readonly<Record<EligibilityOutcome, number>> = {
  STOPPED: 0,
  MISSING: 1,
  EXPIRED: 1,
  RENEWAL_DUE: 2,
  EXEMPT: 3,
  VALID: 3,
};

/** Whether confirming the imported facts would lift the outcome: then that is the remedy, before any new paper. */
export function confirmationHelps(confirmed: Window, all: Window): boolean {
  return STRENGTH[all.outcome] > STRENGTH[confirmed.outcome];
}
