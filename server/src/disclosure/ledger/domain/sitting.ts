// One sitting: what a guardian, a child or both said to one text, and everything in it that will not do.
import { addDays, ageOn, daysBetween, type LocalDate } from '@tongxing/shared/kernel';
import {
  ADULT_AGE,
  ASSENT_AGE,
  offerOf,
  type Audience,
  type ConsentAnswer,
  type DisclosurePurpose,
  type FieldGroup,
  type Giver,
  type TextLanguage,
} from '@tongxing/shared/disclosure';

/** What a consent is about. */
export interface About {
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  readonly occasion?: string | undefined;
}
export interface Answer {
  readonly group: FieldGroup;
  readonly answer: ConsentAnswer;
}
export type Method = 'SIGNATURE' | 'THUMBPRINT' | 'WITNESSED' | 'LINK' | 'PAPER';
/** One person's part in a sitting. */
export interface Said {
  readonly method: Method;
  /** Strokes as an SVG path of moves and lines. */
  readonly signature?: string | undefined;
  readonly witnessName?: string | undefined;
  readonly note?: string | undefined;
  readonly answers: readonly Answer[];
}
export interface Sitting extends About {
  readonly requestId: string;
  readonly language: TextLanguage;
  /** Fingerprint of the text that was shown and read out. */
  readonly textHash: string;
  readonly readAloud: boolean;
  /** The day on the paper; today where it was said now. */
  readonly saidOn?: LocalDate | undefined;
  readonly until: LocalDate;
  readonly guardian?: (Said & { readonly guardianId: string }) | undefined;
  readonly child?: Said | undefined;
  readonly paperIds: readonly string[];
}
export interface SittingFacts {
  readonly today: LocalDate;
  readonly birthDate?: LocalDate | undefined;
  readonly textHash?: string | undefined;
  /** Whose word can be taken: guardians now, and those among them who are under suspicion. */
  readonly guardians: ReadonlySet<string>;
  readonly barred: ReadonlySet<string>;
}
export interface Problem {
  readonly field: string;
  readonly code: string;
}

export const LONGEST_DAYS = 730;
/** The public forgets nothing: such a consent is asked for again within the year. */
const LONGEST_PUBLIC_DAYS = 365;
const OLDEST_PAPER_DAYS = 90;
const LONGEST_OCCASION = 80;
const LONGEST_NAME = 60;
const LONGEST_NOTE = 500;
const LONGEST_SIGNATURE = 20_000;
export const MOST_PAGES = 3;
const REQUEST = /^[\w-]{8,36}$/;
const STROKES = /^M[\d. ML-]+$/;

export function sittingProblems(sitting: Sitting, facts: SittingFacts): Problem[] {
  const offer = offerOf(sitting.purpose, sitting.audience);
  if (!offer) return [{ field: 'audience', code: 'NOT_OFFERED' }];
  return [
    ...(REQUEST.test(sitting.requestId) ? [] : [problem('requestId', 'INVALID')]),
    ...aboutProblems(sitting),
    ...dayProblems(sitting, facts.today),
    // What they heard is not what stands here: shown again, and asked again.
    ...(facts.textHash === sitting.textHash ? [] : [problem('textHash', 'TEXT_CHANGED')]),
    ...whoProblems(sitting, facts),
    ...saidProblems('guardian', sitting.guardian, offer.groups, sitting.paperIds),
    ...saidProblems('child', sitting.child, offer.groups, sitting.paperIds),
    ...(sitting.paperIds.length > MOST_PAGES ? [problem('paperIds', 'TOO_MANY')] : []),
  ];
}

export function aboutProblems({ purpose, audience, occasion }: About): Problem[] {
  const offer = offerOf(purpose, audience);
  if (!offer) return [problem('audience', 'NOT_OFFERED')];
  if (!offer.perOccasion) return occasion === undefined ? [] : [problem('occasion', 'NOT_FOR_THIS')];
  if (occasion === undefined || occasion.trim() === '') return [problem('occasion', 'REQUIRED')];
  return occasion.length > LONGEST_OCCASION ? [problem('occasion', 'TOO_LONG')] : [];
}

export function untilProblems({ audience }: About, until: LocalDate, today: LocalDate): Problem[] {
  if (until <= today) return [problem('until', 'IN_THE_PAST')];
  const longest = audience === 'PUBLIC' ? LONGEST_PUBLIC_DAYS : LONGEST_DAYS;
  return daysBetween(today, until) > longest ? [problem('until', 'TOO_FAR_AHEAD')] : [];
}

function dayProblems(sitting: Sitting, today: LocalDate): Problem[] {
  const { saidOn = today } = sitting;
  const onPaper = [sitting.guardian, sitting.child].some((said) => said?.method === 'PAPER');
  const oldest = onPaper ? addDays(today, -OLDEST_PAPER_DAYS) : today;
  return [
    ...(saidOn > today ? [problem('saidOn', 'IN_THE_FUTURE')] : saidOn < oldest ? [problem('saidOn', 'TOO_OLD')] : []),
    ...untilProblems(sitting, sitting.until, today),
  ];
}

function whoProblems({ guardian, child }: Sitting, { birthDate, today, guardians, barred }: SittingFacts): Problem[] {
  const age = birthDate && ageOn(birthDate, today);
  const problems: Problem[] = [];
  if (!guardian && !child) problems.push(problem('guardian', 'REQUIRED'));
  if (guardian && !guardians.has(guardian.guardianId)) problems.push(problem('guardian.guardianId', 'NOT_A_GUARDIAN'));
  if (guardian && barred.has(guardian.guardianId)) problems.push(problem('guardian.guardianId', 'BARRED'));
  // Nobody else speaks for a grown person; and a child of eight or more is asked, or it is written down why not.
  if (guardian && age !== undefined && age >= ADULT_AGE) problems.push(problem('guardian', 'GROWN_UP'));
  if (guardian && !child && (age === undefined || (age >= ASSENT_AGE && age < ADULT_AGE))) {
    problems.push(problem('child', 'REQUIRED'));
  }
  return problems;
}

function saidProblems(
  who: Lowercase<Giver>,
  said: Said | undefined,
  groups: readonly FieldGroup[],
  paperIds: readonly string[],
): Problem[] {
  if (!said) return [];
  const at = (field: string, code: string) => problem(`${who}.${field}`, code);
  const notAble = said.answers.some(({ answer }) => answer === 'NOT_ABLE');
  return [
    ...answerProblems(said.answers, groups).map((code) => at('answers', code)),
    ...(notAble && who === 'guardian' ? [at('answers', 'INVALID')] : []),
    ...(notAble && (said.note ?? '').trim() === '' ? [at('note', 'REQUIRED')] : []),
    ...((said.note ?? '').length > LONGEST_NOTE ? [at('note', 'TOO_LONG')] : []),
    ...proofProblems(said, paperIds, notAble).map(({ field, code }) =>
      field === 'paperIds' ? problem(field, code) : at(field, code),
    ),
  ];
}

/** Each group that the text names is answered, once: silence is no answer. */
export function answerProblems(answers: readonly Answer[], groups: readonly FieldGroup[]): string[] {
  const answered = answers.map(({ group }) => group);
  if (new Set(answered).size !== answered.length) return ['TWICE'];
  if (answered.some((group) => !groups.includes(group))) return ['NOT_OFFERED'];
  return groups.every((group) => answered.includes(group)) ? [] : ['INCOMPLETE'];
}

function proofProblems(said: Said, paperIds: readonly string[], notAble: boolean): Problem[] {
  const { method, signature = '', witnessName = '' } = said;
  switch (method) {
    case 'SIGNATURE':
      if (notAble) return [];
      if (signature === '') return [problem('signature', 'REQUIRED')];
      return signature.length <= LONGEST_SIGNATURE && STROKES.test(signature) ? [] : [problem('signature', 'INVALID')];
    case 'WITNESSED':
      if (notAble) return [];
      if (witnessName.trim() === '') return [problem('witnessName', 'REQUIRED')];
      return witnessName.length > LONGEST_NAME ? [problem('witnessName', 'TOO_LONG')] : [];
    case 'THUMBPRINT':
    case 'PAPER':
      return paperIds.length > 0 ? [] : [problem('paperIds', 'REQUIRED')];
    case 'LINK':
      return [problem('method', 'ONLY_BY_LINK')];
  }
}

const problem = (field: string, code: string): Problem => ({ field, code });
