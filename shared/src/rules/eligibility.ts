// The one eligibility function: every gate of the product asks it, at the date of service.
import { addDays, ageOn, fromEpochDay, type LocalDate } from '../kernel/index.js';
import { countsForTask, type ServiceTask } from './courses.js';
import { RECORD_CHECK_LIMIT_DAYS } from './eligibility-settings.js';
import type {
  DatedFact,
  Eligibility,
  EligibilityFacts,
  EligibilityFinding,
  EligibilityOutcome,
  EligibilitySettings,
  Exemption,
  Remedy,
  TrainingFact,
} from './eligibility.types.js';
import { confirmationHelps, windowOn, type Validity } from './fact-window.js';

/** Outcomes with which somebody may serve. */
export const ASSIGNABLE: readonly EligibilityOutcome[] = ['VALID', 'RENEWAL_DUE', 'EXEMPT'];

/**
 * Who may accompany a child alone on a day: one finding for each requirement, passed or not (H6, H7, H8).
 * Imported facts count once confirmed; facts dated after the service date do not count; a training counts for the tasks
 * that it was for. `ready` is true only where every finding is valid, due for renewal or exempt.
 */
export function eligibility(
  facts: EligibilityFacts,
  serviceDate: LocalDate,
  settings: EligibilitySettings,
  task: ServiceTask = 'COMPANIONSHIP',
): Eligibility {
  const findings = [
    training(facts, serviceDate, settings, task),
    agreement(facts, serviceDate, settings),
    recordCheck(facts, serviceDate, settings),
    age(facts, serviceDate, settings),
    workStatus(facts, serviceDate),
  ];
  return { serviceDate, ready: findings.every((finding) => ASSIGNABLE.includes(finding.outcome)), findings };
}

const TRAINING = { requirement: 'TRAINING', rule: 'H6', clause: '§7.2.3' } as const;
const AGREEMENT = { requirement: 'VOLUNTEER_AGREEMENT', rule: 'H7' } as const;
const RECORD_CHECK = { requirement: 'RECORD_CHECK', rule: 'H8', clause: '§7.1.3' } as const;
const AGE = { requirement: 'AGE', rule: 'H8', clause: '§7.2.1' } as const;
const WORK_STATUS = { requirement: 'WORK_STATUS', rule: 'H8', clause: '§7.1.3' } as const;

type Verdict = Pick<EligibilityFinding, 'outcome' | 'remedy' | 'since' | 'until'>;

function training(
  facts: EligibilityFacts,
  on: LocalDate,
  settings: EligibilitySettings,
  task: ServiceTask,
): EligibilityFinding {
  const validity: Validity = {
    days: settings.trainingValidDays,
    capped: false,
    renewalWindowDays: settings.renewalWindowDays,
  };
  const matching = facts.trainings.filter(({ tasks }) => countsForTask(tasks, task));
  const verdict = judge(matching, on, validity, 'COMPLETE_TRAINING', 'RENEW_TRAINING', afterFirstTraining);
  return { ...TRAINING, ...orExempt(verdict, 'TRAINING', facts.exemptions, on) };
}

function agreement(facts: EligibilityFacts, on: LocalDate, settings: EligibilitySettings): EligibilityFinding {
  const validity: Validity = {
    days: settings.agreementValidDays,
    capped: false,
    renewalWindowDays: settings.renewalWindowDays,
  };
  const verdict = judge(facts.agreements, on, validity, 'SIGN_AGREEMENT', 'RENEW_AGREEMENT');
  return { ...AGREEMENT, ...orExempt(verdict, 'VOLUNTEER_AGREEMENT', facts.exemptions, on) };
}

function recordCheck(facts: EligibilityFacts, on: LocalDate, settings: EligibilitySettings): EligibilityFinding {
  const hit = firstHit(facts, on);
  // a later clear answer does not undo a hit: the director looks at both
  if (hit) return { ...RECORD_CHECK, outcome: 'STOPPED', since: hit, remedy: 'ASK_DIRECTOR' };
  const { birthDate } = facts;
  if (birthDate !== undefined && ageOn(birthDate, on) < settings.adultAge) {
    const minor = absent('SERVE_BESIDE_CLEARED_ADULT');
    return { ...RECORD_CHECK, ...minor, until: dayBeforeAge(birthDate, settings.adultAge) };
  }
  const clear = facts.recordChecks.filter((check) => check.result === 'CLEAR');
  const validity: Validity = {
    days: Math.min(settings.recordCheckValidDays, RECORD_CHECK_LIMIT_DAYS),
    capped: true,
    renewalWindowDays: settings.renewalWindowDays,
  };
  return { ...RECORD_CHECK, ...judge(clear, on, validity, 'REQUEST_RECORD_CHECK', 'RENEW_RECORD_CHECK') };
}

function age(facts: EligibilityFacts, on: LocalDate, settings: EligibilitySettings): EligibilityFinding {
  const { birthDate } = facts;
  if (birthDate === undefined) return { ...AGE, ...absent('ASK_DIRECTOR') };
  if (ageOn(birthDate, on) >= settings.minimumVolunteerAge) return { ...AGE, outcome: 'VALID', remedy: 'NONE' };
  return { ...AGE, ...absent('WAIT_FOR_AGE'), until: dayBeforeAge(birthDate, settings.minimumVolunteerAge) };
}

function workStatus(facts: EligibilityFacts, on: LocalDate): EligibilityFinding {
  const hit = firstHit(facts, on);
  const order = facts.stoppedSince !== undefined && facts.stoppedSince <= on ? facts.stoppedSince : undefined;
  const since = hit !== undefined && order !== undefined ? (hit < order ? hit : order) : (hit ?? order);
  if (since === undefined) return { ...WORK_STATUS, outcome: 'VALID', remedy: 'NONE' };
  return { ...WORK_STATUS, outcome: 'STOPPED', since, remedy: 'ASK_DIRECTOR' };
}

/** A hit stops work at once (H8), even before its import is confirmed: confirmation guards what lets people in. */
function firstHit(facts: EligibilityFacts, on: LocalDate): LocalDate | undefined {
  return facts.recordChecks
    .filter((check) => check.result === 'HIT' && check.on <= on)
    .map((check) => check.on)
    .sort()[0];
}

function judge<Fact extends DatedFact>(
  facts: readonly Fact[],
  on: LocalDate,
  validity: Validity,
  first: Remedy,
  renew: Remedy,
  counting: (facts: readonly Fact[]) => readonly Fact[] = (all) => all,
): Verdict {
  const confirmed = windowOn(counting(facts.filter((fact) => fact.confirmed)), on, validity);
  if (confirmationHelps(confirmed, windowOn(counting(facts), on, validity))) {
    return { ...confirmed, remedy: 'CONFIRM_IMPORTED_FACT' };
  }
  if (confirmed.outcome === 'MISSING') return { ...confirmed, remedy: first };
  return { ...confirmed, remedy: confirmed.outcome === 'VALID' ? 'NONE' : renew };
}

/** In-service learning renews a training, it never replaces the one before service (H6). */
function afterFirstTraining(trainings: readonly TrainingFact[]): readonly TrainingFact[] {
  const first = trainings
    .filter((training) => training.kind === 'PRE_SERVICE')
    .map((training) => training.on)
    .sort()[0];
  return first === undefined ? [] : trainings.filter((training) => training.on >= first);
}

function orExempt(
  verdict: Verdict,
  requirement: Exemption['requirement'],
  exemptions: readonly Exemption[],
  on: LocalDate,
): Verdict {
  if (ASSIGNABLE.includes(verdict.outcome)) return verdict;
  const standing = exemptions
    .filter((exemption) => exemption.requirement === requirement && exemption.approvedBy.trim() !== '')
    .filter(({ from, until }) => from <= on && until >= on)
    // The one that lasts longest; of two that end together the earlier.
    .sort((a, b) => (a.until === b.until ? (a.from < b.from ? -1 : 1) : a.until > b.until ? -1 : 1));
  const [longest] = standing;
  return longest ? { outcome: 'EXEMPT', since: longest.from, until: longest.until, remedy: 'NONE' } : verdict;
}

function absent(remedy: Remedy): Verdict {
  return { outcome: 'MISSING', remedy };
}

/** The last day on which somebody is younger than an age; a birthday on 29 February counts from 1 March. */
export function dayBeforeAge(birth: LocalDate, years: number): LocalDate {
  const [year, month, day] = birth.split('-').map(Number) as [number, number, number];
  const birthday = fromEpochDay(Math.round(Date.UTC(year + years, month - 1, day) / 86_400_000));
  return addDays(birthday, -1);
}
