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
  | 'CONDUCT_NOT_ACCEPTED'
  | 'OUTSIDE_COVER_DAYS'
  | 'FIRST_COMPANION_MEETS';
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
  /** Only of somebody who stands in for the child's companion (ADR 0044). */
  readonly cover?: CoverFacts | undefined;
}
/** Standing in has its days, and everything has to hold until the last of them. */
export interface CoverFacts {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** The companion whose place it is does not meet the child now: one active companion per child (P20). */
  readonly firstRests: boolean;
  /** The stand-in's eligibility at `until`. */
  readonly eligibilityAtEnd: Eligibility;
}

/** All that still stands between a companionship and Active on its start date; empty where nothing does. */
export function companionshipGate(facts: CompanionshipFacts): Blocker[] {
  if (facts.eligibility.serviceDate !== facts.startsOn) {
    throw new Error('BUG: eligibility was judged at another day than the start of the companionship');
  }
  if (facts.cover && facts.cover.eligibilityAtEnd.serviceDate !== facts.cover.until) {
    throw new Error('BUG: eligibility was judged at another day than the last of standing in');
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
  const notReady = [facts.eligibility, facts.cover?.eligibilityAtEnd].find((judged) => judged && !judged.ready);
  if (notReady) block('VOLUNTEER_NOT_ELIGIBLE', 'H26', undefined, openFindings(notReady));
  if (!by(facts.conductAcceptedOn)) block('CONDUCT_NOT_ACCEPTED', 'H25', '§7.5');
  const { cover } = facts;
  if (cover && (facts.startsOn < cover.from || facts.startsOn > cover.until)) block('OUTSIDE_COVER_DAYS', 'P20');
  if (cover && !cover.firstRests) block('FIRST_COMPANION_MEETS', 'P20');
  return blockers;
}

function consentBlocker({ consent, startsOn, cover }: CompanionshipFacts): BlockerCode | undefined {
  if (!consent) return 'CONSENT_MISSING';
  // withdrawn counts at once, whatever day it names (H21)
  if (consent.withdrawnOn !== undefined) return 'CONSENT_WITHDRAWN';
  if (consent.givenOn > startsOn) return 'CONSENT_MISSING';
  return consent.validUntil < (cover?.until ?? startsOn) ? 'CONSENT_EXPIRED' : undefined;
}

function openFindings({ findings }: Eligibility): EligibilityFinding[] {
  return findings.filter(({ outcome }) => outcome === 'EXPIRED' || outcome === 'MISSING' || outcome === 'STOPPED');
}
