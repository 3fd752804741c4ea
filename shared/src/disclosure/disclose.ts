// The disclosure policy: what one viewer may read of one child on one day. Pure; it fails closed (H10, H11, H21).
import { addDays, addMonths, ageOn, type LocalDate } from '../kernel/index.js';
import { offerOf, type Audience, type DisclosurePurpose, type FieldGroup } from './field-groups.js';

export const GIVERS = ['GUARDIAN', 'CHILD'] as const;
export type Giver = (typeof GIVERS)[number];

/** NOT_ABLE is said of a child only: the worker saw that the child cannot answer now, and wrote down why. */
export const CONSENT_ANSWERS = ['YES', 'NO', 'NOT_ABLE'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

/** A guardian who lost custody is FORMER; BARRED is one whom the agency suspects of harm (T13). */
export const STANDINGS = ['COUNTS', 'FORMER', 'BARRED'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One word of one person on one field group, as the ledger keeps it. */
export interface ConsentFact {
  readonly giver: Giver;
  /** Whose word it is: the same person's later word stands against the earlier one. */
  readonly giverId: string;
  /** How that person stands to the child today; a child's own word always counts. */
  readonly standing: Standing;
  readonly group: FieldGroup;
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  /** For a public story: the one occasion it was given for. */
  readonly occasion?: string | undefined;
  readonly answer: ConsentAnswer;
  readonly from: LocalDate;
  /** The last day on which it holds. */
  readonly until: LocalDate;
  /** The instant it was given, and the one it was taken back. */
  readonly at: string;
  readonly withdrawnAt?: string | undefined;
}

/** Whether the viewer stands to the child now as the purpose says: sponsors, accompanies, advises. */
export type ViewerRelation = 'CURRENT' | 'FORMER' | 'NONE';

export interface DisclosureInput {
  readonly consents: readonly ConsentFact[];
  readonly viewer: {
    readonly audience: Audience;
    readonly purpose: DisclosurePurpose;
    readonly relation: ViewerRelation;
    readonly occasion?: string | undefined;
  };
  /** A child without a known birth date is asked as the law asks for every age: guardian and child. */
  readonly child: { readonly birthDate?: LocalDate | undefined };
  readonly today: LocalDate;
}

/** From this birthday a child's own answer is sought; before it the guardian's stands alone (Civil Code 19). */
export const ASSENT_AGE = 8;
/** From this birthday nothing holds without the child's own word, given anew (PIPL 31). */
export const OWN_CONSENT_AGE = 14;
export const ADULT_AGE = 18;
/** So long before a birthday the child may be asked anew, and the task for it stands open. */
export const RENEWAL_DAYS = 60;

/** The groups that may be shown. Never empty: the initial of the pseudonym is the least. */
export function disclose({ consents, viewer, child, today }: DisclosureInput): ReadonlySet<FieldGroup> {
  const shown = new Set<FieldGroup>(['PSEUDONYM']);
  const offer = offerOf(viewer.purpose, viewer.audience);
  if (!offer) return shown;
  // The public stands in no relation to any child; everybody else only as long as the relation lasts.
  if (viewer.audience !== 'PUBLIC' && viewer.relation !== 'CURRENT') return shown;
  if (offer.perOccasion && !viewer.occasion) return shown;
  const about = consents.filter(
    (fact) =>
      fact.purpose === viewer.purpose &&
      fact.audience === viewer.audience &&
      (!offer.perOccasion || fact.occasion === viewer.occasion),
  );
  for (const group of offer.groups) {
    const words = about.filter((fact) => fact.group === group);
    if (verdict(words, child.birthDate, today) === 'SHOWN') shown.add(group);
  }
  return shown;
}

/** Whose word has to stand on a day. */
export interface NeededWords {
  readonly guardian: boolean;
  readonly child: boolean;
  /** The child's word counts from here: an answer of a nine-year-old does not bind at fourteen. */
  readonly childNotBefore?: LocalDate | undefined;
}

/** By age: the guardian's until 18, the child's own from 8, and that given anew around 14 and around 18. */
export function neededWords(birthDate: LocalDate | undefined, today: LocalDate): NeededWords {
  if (birthDate === undefined) return { guardian: true, child: true };
  const age = ageOn(birthDate, today);
  const around = age >= ADULT_AGE ? ADULT_AGE : age >= OWN_CONSENT_AGE ? OWN_CONSENT_AGE : undefined;
  return {
    guardian: age < ADULT_AGE,
    child: age >= ASSENT_AGE,
    childNotBefore: around === undefined ? undefined : renewalOpensOn(birthDate, around),
  };
}

/** The day of a birthday; 1 March for somebody born on a leap day, in other years, as `ageOn` counts. */
export function birthdayOf(birthDate: LocalDate, age: number): LocalDate {
  const day = addMonths(birthDate, age * 12);
  return day.slice(5) === birthDate.slice(5) ? day : addDays(day, 1);
}

/** From this day a word given counts beyond the birthday. */
export const renewalOpensOn = (birthDate: LocalDate, age: number): LocalDate =>
  addDays(birthdayOf(birthDate, age), -RENEWAL_DAYS);

/** Why a group is shown or not, for the people who ask families and for families themselves. */
export const VERDICTS = [
  'SHOWN',
  'NOT_ASKED',
  'GUARDIAN_SAID_NO',
  'CHILD_SAID_NO',
  'GUARDIAN_MISSING',
  'CHILD_MISSING',
  /** The child has come to an age at which it is asked anew. */
  'CHILD_ANEW',
  'ENDED',
  /** Whoever said yes is no guardian any more. */
  'GIVER_FORMER',
  'GIVER_BARRED',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The policy on one group: the words are all about it, one audience, one purpose and, if any, one occasion. */
export function verdict(facts: readonly ConsentFact[], birthDate: LocalDate | undefined, today: LocalDate): Verdict {
  if (facts.length === 0) return 'NOT_ASKED';
  const needs = neededWords(birthDate, today);
  const guardians = facts.filter(({ giver }) => giver === 'GUARDIAN');
  const child = facts.filter(({ giver }) => giver === 'CHILD');
  // A child's no, and that of any guardian, is enough: of two who disagree the careful one is followed. A guardian who
  // is suspected of harm can close, and never open: marking somebody shows nothing more.
  if (saysNo(child)) return 'CHILD_SAID_NO';
  if (needs.guardian) {
    if (people(guardians.filter(({ standing }) => standing !== 'FORMER')).some(saysNo)) return 'GUARDIAN_SAID_NO';
    const why = guardianVerdict(guardians, today);
    if (why !== 'SHOWN') return why;
  }
  return needs.child ? childVerdict(child, needs.childNotBefore, today) : 'SHOWN';
}

function guardianVerdict(guardians: readonly ConsentFact[], today: LocalDate): Verdict {
  const yes = guardians.filter(({ answer, withdrawnAt }) => answer === 'YES' && withdrawnAt === undefined);
  const now = yes.filter((fact) => holds(fact, today));
  if (now.some(({ standing }) => standing === 'COUNTS')) return 'SHOWN';
  if (now.some(({ standing }) => standing === 'BARRED')) return 'GIVER_BARRED';
  if (now.length > 0) return 'GIVER_FORMER';
  return yes.some(({ until }) => until < today) ? 'ENDED' : 'GUARDIAN_MISSING';
}

function childVerdict(child: readonly ConsentFact[], notBefore: LocalDate | undefined, today: LocalDate): Verdict {
  const said = child.filter(({ answer, withdrawnAt }) => answer !== 'NO' && withdrawnAt === undefined);
  const now = said.filter((fact) => holds(fact, today));
  if (now.some(({ from }) => notBefore === undefined || from >= notBefore)) return 'SHOWN';
  if (now.length > 0) return 'CHILD_ANEW';
  return said.some(({ until }) => until < today) ? 'ENDED' : 'CHILD_MISSING';
}

/** On its first and its last day a word holds; taken back, on none. */
export const holds = (fact: ConsentFact, today: LocalDate): boolean =>
  fact.withdrawnAt === undefined && fact.from <= today && today <= fact.until;

/** Each person's words by themselves. */
function people(facts: readonly ConsentFact[]): ConsentFact[][] {
  const byGiver = new Map<string, ConsentFact[]>();
  for (const fact of facts) {
    const key = `${fact.giver} ${fact.giverId}`;
    byGiver.set(key, [...(byGiver.get(key) ?? []), fact]);
  }
  return [...byGiver.values()];
}

/** A no, or a yes taken back, stands until the same person says yes later; at the same instant the no wins. */
function saysNo(words: readonly ConsentFact[]): boolean {
  const no = words.flatMap((word) => (word.answer === 'NO' ? [word.at] : [])).concat(words.flatMap(takenBack));
  const last = no.reduce((latest, at) => (at > latest ? at : latest), '');
  return last !== '' && !words.some((word) => word.answer !== 'NO' && !word.withdrawnAt && word.at > last);
}

const takenBack = ({ withdrawnAt }: ConsentFact) => (withdrawnAt === undefined ? [] : [withdrawnAt]);
