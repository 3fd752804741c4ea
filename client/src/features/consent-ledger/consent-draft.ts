// What a sitting on the worker's device has gathered so far, and what still stands between it and being written down.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import { ADULT_AGE, ASSENT_AGE, offerOf } from '@tongxing/shared/disclosure';
import type {
  DisclosureAudience,
  DisclosurePurpose,
  FieldGroup,
  RecordDisclosureConsentInput,
} from '../../gql/graphql.js';
import type { Answers } from './GroupAnswers.js';

/** How a person present, or a paper, gives the word; by the link it is given elsewhere. */
export const DEVICE_METHODS = ['SIGNATURE', 'THUMBPRINT', 'WITNESSED', 'PAPER'] as const;
export type DeviceMethod = (typeof DEVICE_METHODS)[number];

export interface ConsentDraft {
  readonly purpose: DisclosurePurpose;
  readonly audience: DisclosureAudience;
  readonly occasion: string;
  readonly until: string;
  readonly guardianId: string;
  readonly method: DeviceMethod;
  readonly saidOn: string;
  readonly answers: Answers;
  readonly signature: string;
  readonly witnessName: string;
  readonly childAnswers: Answers;
  readonly childNotAble: boolean;
  readonly childNote: string;
  readonly childSignature: string;
  readonly readAloud: boolean;
}
export type Missing =
  'occasion' | 'guardian' | 'answers' | 'proof' | 'papers' | 'childAnswers' | 'childNote' | 'childProof';

export const groupsOf = ({ purpose, audience }: Pick<ConsentDraft, 'purpose' | 'audience'>): readonly FieldGroup[] =>
  offerOf(purpose, audience)?.groups ?? [];

/** A year; the family may say less. */
export const usualEnd = (today: LocalDate): LocalDate => addDays(today, 365);

/** Who is asked at this age; a child of unknown age is asked, and so is the guardian. */
export const whoIsAsked = (age: number | null) => ({
  guardian: age === null || age < ADULT_AGE,
  child: age === null || age >= ASSENT_AGE,
});

const isWhole = (groups: readonly FieldGroup[], answers: Answers): boolean =>
  groups.every((group) => answers[group] !== undefined);

/** Everything that is missing, in the order of the page. */
export function missing(draft: ConsentDraft, age: number | null, papers: number): Missing[] {
  const asked = whoIsAsked(age);
  const groups = groupsOf(draft);
  const onPaper = draft.method === 'PAPER' || draft.method === 'THUMBPRINT';
  const found: Missing[] = [];
  if (offerOf(draft.purpose, draft.audience)?.perOccasion && draft.occasion.trim() === '') found.push('occasion');
  if (asked.guardian) {
    if (draft.guardianId === '') found.push('guardian');
    if (!isWhole(groups, draft.answers)) found.push('answers');
    if (draft.method === 'SIGNATURE' && draft.signature === '') found.push('proof');
    if (draft.method === 'WITNESSED' && draft.witnessName.trim() === '') found.push('proof');
  }
  if (onPaper && papers === 0) found.push('papers');
  if (asked.child) {
    if (draft.childNotAble) {
      if (draft.childNote.trim() === '') found.push('childNote');
    } else {
      if (!isWhole(groups, draft.childAnswers)) found.push('childAnswers');
      if (!onPaper && childSigns(age) && draft.childSignature === '') found.push('childProof');
    }
  }
  return found;
}

/** From fourteen the child's word stands by itself, and is signed; a smaller child's is heard by the worker. */
export const childSigns = (age: number | null): boolean => age !== null && age >= 14;

export function inputOf(
  draft: ConsentDraft,
  facts: {
    readonly childId: string;
    readonly age: number | null;
    readonly requestId: string;
    readonly language: 'ZH' | 'EN';
    readonly textHash: string;
    readonly workerName: string;
    readonly paperIds: readonly string[];
  },
): RecordDisclosureConsentInput {
  const { age, workerName, ...rest } = facts;
  const asked = whoIsAsked(age);
  const groups = groupsOf(draft);
  const said = (answers: Answers) => groups.map((group) => ({ group, answer: answers[group] ?? ('NO' as const) }));
  const { method, signature, witnessName } = draft;
  const onPaper = method === 'PAPER' || method === 'THUMBPRINT';
  const occasion = offerOf(draft.purpose, draft.audience)?.perOccasion ? draft.occasion.trim() : null;
  return {
    ...rest,
    purpose: draft.purpose,
    audience: draft.audience,
    occasion,
    until: draft.until,
    readAloud: draft.readAloud,
    saidOn: method === 'PAPER' && draft.saidOn !== '' ? draft.saidOn : null,
    paperIds: onPaper ? [...facts.paperIds] : [],
    guardian: asked.guardian
      ? {
          guardianId: draft.guardianId,
          method,
          signature: method === 'SIGNATURE' ? signature : null,
          witnessName: method === 'WITNESSED' ? witnessName.trim() : null,
          answers: said(draft.answers),
        }
      : null,
    child: asked.child
      ? {
          method: onPaper ? 'PAPER' : childSigns(age) && !draft.childNotAble ? 'SIGNATURE' : 'WITNESSED',
          signature: !onPaper && childSigns(age) && !draft.childNotAble ? draft.childSignature : null,
          // A small child says it; the worker who asks is the witness.
          witnessName: workerName,
          note: draft.childNotAble ? draft.childNote.trim() : null,
          answers: draft.childNotAble
            ? groups.map((group) => ({ group, answer: 'NOT_ABLE' as const }))
            : said(draft.childAnswers),
        }
      : null,
  };
}
