// The yearly compliance evidence (未成年人网络保护条例 37), counted from the facts of the audit chain: no name, no id, no small cell.
import { forOutside, SMALLEST_CELL } from './small-cells.js';
import { RIGHTS, type Right } from './rights.js';
import type { BreachStep } from './breach.js';

/** One row of the chain, with its facts read. */
export interface ChainFact {
  readonly action: string;
  readonly subjectId: string | null;
  readonly at: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
/** How often something stands in the chain, and by how many different actors. */
export interface Times {
  readonly times: number;
  readonly actors: number;
}

export const EVIDENCE_SECTIONS = [
  'CONSENT',
  'RIGHTS',
  'CONCERNS',
  'BREACHES',
  'DRILLS',
  'TRAINING',
  'READS',
  'RELEASE',
  'ACCESS',
] as const;
export type EvidenceSection = (typeof EVIDENCE_SECTIONS)[number];

/** A number that is simply counted: these actions, this often. `people`: it tells of persons, so a small one is withheld. */
interface Counted {
  readonly section: EvidenceSection;
  readonly actions: readonly string[];
  readonly people: boolean;
}
const persons = (section: EvidenceSection, ...actions: readonly string[]): Counted => ({
  ...{ section, actions },
  people: true,
});
const things = (section: EvidenceSection, ...actions: readonly string[]): Counted => ({
  ...{ section, actions },
  people: false,
});
const reads = (thing: string): Counted => persons('READS', `${thing}.read`, `${thing}.listed`);

/** In the order of the paper. The actions are named on it, so that anybody can count again. */
export const EVIDENCE_COUNTS = {
  consentAsked: persons('CONSENT', 'disclosure.asked', 'guardianLink.created'),
  consentAnswered: persons('CONSENT', 'disclosure.answered', 'consent.recorded'),
  consentTakenBack: persons('CONSENT', 'disclosure.takenBack', 'consent.withdrawn'),
  guardianBarred: persons('CONSENT', 'guardian.barred'),
  copiesTaken: persons('RIGHTS', 'rights.fileTaken'),
  personsErased: persons('RIGHTS', 'person.erased'),
  concernsEscalated: things('CONCERNS', 'concern.escalated'),
  readsOfChildren: reads('child'),
  readsOfHouseholds: reads('household'),
  readsOfConcerns: persons('READS', 'concern.read', 'concern.listed', 'concernFile.read', 'concernFile.listed'),
  readsOfConsents: reads('consent'),
  readsOfCards: reads('progressCard'),
  readsOfVolunteers: reads('volunteer'),
  readsOfPapers: persons('READS', 'paper.opened', 'storedFile.read', 'storedFile.listed'),
  closedPartsOpened: persons('READS', 'file.opened', 'file.approved'),
  cardsWritten: things('RELEASE', 'progress.written'),
  cardsReturned: things('RELEASE', 'progress.returned'),
  cardsReviewed: things('RELEASE', 'progress.reviewed'),
  cardsReleased: things('RELEASE', 'progress.released'),
  cardsWithdrawn: things('RELEASE', 'progress.withdrawn'),
  cardsFrozen: things('RELEASE', 'progress.frozen'),
  releaseChecks: things('RELEASE', 'release.checked'),
  releaseSecondLooks: things('RELEASE', 'release.checkedAgain'),
  accessRefused: things('ACCESS', 'access.refused'),
  attemptsThrottled: things('ACCESS', 'attempts.throttled'),
  workStopped: persons('ACCESS', 'work.stopped', 'work.paused'),
  listsExported: things('ACCESS', 'list.exported', 'audit.exported'),
} as const satisfies Readonly<Record<string, Counted>>;
export type EvidenceCount = keyof typeof EVIDENCE_COUNTS;
export const EVIDENCE_COUNT_CODES = Object.keys(EVIDENCE_COUNTS) as readonly EvidenceCount[];

/** Actions of which single rows are read, since times between them, or a fact in them, make the number. */
export const EVIDENCE_ROW_ACTIONS = [
  'rights.asked',
  'rights.given',
  'rights.refused',
  'rights.takenBack',
  'concern.raised',
  'concern.step',
  'breach.opened',
  'breach.stepDone',
  'incident.started',
  'incident.ended',
  'fact.recorded',
  'fact.takenBack',
] as const;

export const RIGHTS_OUTCOMES = [
  'GIVEN',
  'GIVEN_LATE',
  'REFUSED',
  'REFUSED_LATE',
  'WITHDRAWN',
  'WAITING',
  'LATE',
] as const;
export type RightsOutcome = (typeof RIGHTS_OUTCOMES)[number];
export const CONCERN_OUTCOMES = ['REPORTED', 'REPORTED_LATE', 'NOT_REPORTED'] as const;
export type ConcernOutcome = (typeof CONCERN_OUTCOMES)[number];

/** A number, or null where it is small enough to tell of somebody. */
export type Told = number | null;
export interface EvidenceLine {
  readonly code: EvidenceCount;
  readonly times: Told;
  /** Different people who did it. */
  readonly actors: Told;
}
export interface EvidencePart<Code extends string> {
  readonly code: Code;
  readonly count: Told;
}
export interface EvidenceParts<Code extends string> {
  readonly total: Told;
  readonly parts: readonly EvidencePart<Code>[];
}
/** A breach or an exercise of one: minutes from when it was noticed until each step; null where it was not done. */
export interface EvidenceBreach {
  readonly drill: boolean;
  readonly noticedAt: string;
  readonly minutes: Readonly<Record<BreachStep, number | null>>;
}
/** Something that happened, or was practised, with its measured time. */
export interface EvidenceDrill {
  readonly drill: boolean;
  readonly scenario: string;
  readonly startedAt: string;
  readonly minutes: number | null;
}
export interface EvidenceFigures {
  readonly counts: readonly EvidenceLine[];
  readonly rights: EvidenceParts<RightsOutcome>;
  readonly rightsByKind: EvidenceParts<Right>;
  /** Days until the answer: half were quicker. Null where fewer than five were answered. */
  readonly medianDays: Told;
  readonly longestDays: Told;
  readonly concerns: EvidenceParts<ConcernOutcome>;
  readonly breaches: readonly EvidenceBreach[];
  readonly drills: readonly EvidenceDrill[];
  /** Trainings written down, and how many different people had one. */
  readonly trainings: Told;
  readonly trained: Told;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface EvidenceSpan {
  /** ISO; rows after it are of no account. */
  readonly asOf: string;
  /** Within so many days a request is to be answered, where nothing else was promised when it was asked. */
  readonly rightsDays: number;
}

/**
 * The figures of a span. `rows`: those of EVIDENCE_ROW_ACTIONS in the order of the chain; what was asked within the span may
 * have been answered after it, so answers are looked for up to `asOf`.
 */
export function evidenceFigures(
  counted: Readonly<Record<EvidenceCount, Times>>,
  rows: readonly ChainFact[],
  answers: readonly ChainFact[],
  span: EvidenceSpan,
): EvidenceFigures {
  const asked = rows.filter(({ action }) => action === 'rights.asked');
  const outcomes = asked.map((row) => rightsOutcome(row, answers, span));
  const days = outcomes.flatMap(({ days: taken }) => taken ?? []).sort((one, other) => one - other);
  const raised = rows.filter(({ action }) => action === 'concern.raised');
  const trainings = trainingsOf(rows);
  return {
    counts: EVIDENCE_COUNT_CODES.map((code) => lineOf(code, counted[code])),
    rights: partsOf(
      RIGHTS_OUTCOMES,
      outcomes.map(({ code }) => code),
    ),
    rightsByKind: partsOf(
      RIGHTS,
      asked.map(({ facts }) => facts['right'] as Right),
    ),
    medianDays: days.length < SMALLEST_CELL ? null : (days[Math.floor((days.length - 1) / 2)] ?? null),
    longestDays: days.length < SMALLEST_CELL ? null : (days.at(-1) ?? null),
    concerns: partsOf(
      CONCERN_OUTCOMES,
      raised.map((row) => concernOutcome(row, answers)),
    ),
    breaches: rows.filter(({ action }) => action === 'breach.opened').map((row) => breachOf(row, answers)),
    drills: rows.filter(({ action }) => action === 'incident.started').map((row) => drillOf(row, answers)),
    trainings: told(trainings.length),
    trained: told(new Set(trainings).size),
  };
}

const told = (count: number): Told => (count > 0 && count < SMALLEST_CELL ? null : count);

function lineOf(code: EvidenceCount, { times, actors }: Times): EvidenceLine {
  return { code, times: EVIDENCE_COUNTS[code].people ? told(times) : times, actors: told(actors) };
}

function partsOf<Code extends string>(codes: readonly Code[], found: readonly Code[]): EvidenceParts<Code> {
  const parts = codes.map((code) => ({ code, count: found.filter((one) => one === code).length }));
  if (found.length === 0) return { total: 0, parts };
  // That something never happened tells of nobody, and need not hide what did.
  const some = parts.filter(({ count }) => count > 0);
  const open = forOutside({ denominator: found.length, oneEach: true, parts: some });
  const shown = new Map(open.parts.map(({ code, count }) => [code, count ?? null]));
  return {
    total: open.denominator ?? null,
    parts: codes.map((code) => ({ code, count: shown.get(code) ?? (shown.has(code) ? null : 0) })),
  };
}

const after = (answers: readonly ChainFact[], { subjectId }: ChainFact, ...actions: readonly string[]) =>
  answers.find((row) => row.subjectId === subjectId && actions.includes(row.action));

function rightsOutcome(
  row: ChainFact,
  answers: readonly ChainFact[],
  { asOf, rightsDays }: EvidenceSpan,
): { readonly code: RightsOutcome; readonly days?: number } {
  const end = after(answers, row, 'rights.given', 'rights.refused', 'rights.takenBack');
  const days = Math.floor((Date.parse(end?.at ?? asOf) - Date.parse(row.at)) / DAY_MS);
  const promised = row.facts['days'];
  const late = days > (typeof promised === 'number' ? promised : rightsDays);
  if (!end) return { code: late ? 'LATE' : 'WAITING' };
  if (end.action === 'rights.takenBack') return { code: 'WITHDRAWN' };
  if (end.action === 'rights.given') return { code: late ? 'GIVEN_LATE' : 'GIVEN', days };
  return { code: late ? 'REFUSED_LATE' : 'REFUSED', days };
}

function concernOutcome({ subjectId }: ChainFact, answers: readonly ChainFact[]): ConcernOutcome {
  const report = answers.find(
    (row) => row.action === 'concern.step' && row.subjectId === subjectId && row.facts['kind'] === 'REPORTED',
  );
  if (!report) return 'NOT_REPORTED';
  return report.facts['late'] === true ? 'REPORTED_LATE' : 'REPORTED';
}

const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

function breachOf({ subjectId, at, facts }: ChainFact, answers: readonly ChainFact[]): EvidenceBreach {
  const noticedAt = typeof facts['noticedAt'] === 'string' ? facts['noticedAt'] : at;
  const minutes = (step: BreachStep): number | null => {
    const done = answers.find(
      (row) => row.action === 'breach.stepDone' && row.subjectId === subjectId && row.facts['step'] === step,
    );
    return done ? minutesBetween(noticedAt, done.at) : null;
  };
  return {
    drill: facts['drill'] === true,
    noticedAt,
    minutes: {
      CONTAIN: minutes('CONTAIN'),
      TELL_AUTHORITY: minutes('TELL_AUTHORITY'),
      TELL_AFFECTED: minutes('TELL_AFFECTED'),
      CLOSE: minutes('CLOSE'),
    },
  };
}

function drillOf(row: ChainFact, answers: readonly ChainFact[]): EvidenceDrill {
  const ended = after(answers, row, 'incident.ended');
  return {
    drill: row.facts['kind'] === 'DRILL',
    scenario: String(row.facts['scenario']),
    startedAt: row.at,
    minutes: ended ? minutesBetween(row.at, ended.at) : null,
  };
}

/** Whose training was written down, once for each; one that was taken back as a mistake counts no more. */
function trainingsOf(rows: readonly ChainFact[]): readonly (string | null)[] {
  const ofTraining = rows.filter(({ facts }) => facts['kind'] === 'TRAINING');
  const left = ofTraining.filter(({ action }) => action === 'fact.recorded').map(({ subjectId }) => subjectId);
  for (const { subjectId } of ofTraining.filter(({ action }) => action === 'fact.takenBack')) {
    const at = left.indexOf(subjectId);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}
