// H26: what must stand before a companionship becomes active, by any path.
import type { LocalDate } from '../kernel/index.js';
import type { Eligibility, EligibilityFinding } from './eligibility.types.js';

export type BlockerCode =
  | 'SERVICE_AGREEMENT_MISSING'
  | 'CONSENT_MISSING'
  | 'CONSENT_EXPIRED'
  | 'CONSENT_WITHDRAWN'
  | 'CHILD_ANSWER_MISSING'
  | 'CHILD_SAID_NO'
  | 'FAMILY_SAID_STOP'
  | 'PLAN_MISSING'
  | 'VOLUNTEER_NOT_ELIGIBLE'
  | 'CONDUCT_NOT_ACCEPTED';
export interface Blocker {
  readonly code: BlockerCode;
  readonly rule: string;
  readonly clause?: string | undefined;
  /** The volunteer's open findings where the volunteer is the blocker; empty otherwise. */
  readonly findings: readonly EligibilityFinding[];
}
export interface CompanionshipFacts {
  readonly startsOn: LocalDate;
  readonly serviceAgreementSignedOn?: LocalDate | undefined;
  /** The guardian's latest consent to this companionship. */
  readonly consent?:
    | { readonly givenOn: LocalDate; readonly validUntil: LocalDate; readonly withdrawnOn?: LocalDate | undefined }
    | undefined;
  /** The child's own recorded answer to this companion; missing where the child was not asked. */
  readonly childAnswer?: { readonly answer: 'YES' | 'NO'; readonly on: LocalDate } | undefined;
  /** Child or family said stop, and have not been asked again since. */
  readonly familySaidStop?: boolean | undefined;
  readonly plan?: { readonly approvedBy: string; readonly approvedOn: LocalDate } | undefined;
  /** The volunteer's eligibility at `startsOn`. */
  readonly eligibility: Eligibility;
  readonly conductAcceptedOn?: LocalDate | undefined;
}

/** All that still stands between a companionship and Active on its start date; empty where nothing does. */
export function companionshipGate(facts: CompanionshipFacts): Blocker[] {
  if (facts.eligibility.serviceDate !== facts.startsOn) {
    throw new Error('BUG: eligibility was judged at another day than the start of the companionship');
  }
  const by = (day: LocalDate | undefined) => day !== undefined && day <= facts.startsOn;
  const blockers: Blocker[] = [];
  const block = (code: BlockerCode, rule: string, clause?: string, findings: readonly EligibilityFinding[] = []) =>
    blockers.push({ code, rule, clause, findings });

  if (!by(facts.serviceAgreementSignedOn)) block('SERVICE_AGREEMENT_MISSING', 'H5', '§6.1.2');
  const consent = consentBlocker(facts);
  if (consent) block(consent, 'H21');
  if (facts.childAnswer?.answer === 'NO') block('CHILD_SAID_NO', 'H26', '§4.5');
  else if (!by(facts.childAnswer?.on)) block('CHILD_ANSWER_MISSING', 'H26', '§4.5');
  if (facts.familySaidStop) block('FAMILY_SAID_STOP', 'H26', '§4.5');
  if (!by(facts.plan?.approvedOn) || facts.plan?.approvedBy.trim() === '') block('PLAN_MISSING', 'H13');
  if (!facts.eligibility.ready) {
    block('VOLUNTEER_NOT_ELIGIBLE', 'H26', undefined, openFindings(facts.eligibility));
  }
  if (!by(facts.conductAcceptedOn)) block('CONDUCT_NOT_ACCEPTED', 'H25', '§7.5');
  return blockers;
}

function consentBlocker({ consent, startsOn }: CompanionshipFacts): BlockerCode | undefined {
  if (!consent) return 'CONSENT_MISSING';
  // withdrawn counts at once, whatever day it names (H21)
  if (consent.withdrawnOn !== undefined) return 'CONSENT_WITHDRAWN';
  if (consent.givenOn > startsOn) return 'CONSENT_MISSING';
  return consent.validUntil < startsOn ? 'CONSENT_EXPIRED' : undefined;
}

function openFindings({ findings }: Eligibility): EligibilityFinding[] {
  return findings.filter(({ outcome }) => outcome === 'EXPIRED' || outcome === 'MISSING' || outcome === 'STOPPED');
}
