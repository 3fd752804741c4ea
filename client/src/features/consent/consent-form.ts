// What the family's consent must say before it may be recorded (H21, H26). The server decides again.
import { addDays, parseLocalDate, type LocalDate } from '@tongxing/shared/kernel';
import type { ChildAnswer, ConsentMethod, RecordConsentInput } from '../../gql/graphql.js';
import type { Paper } from '../../ui/upload/upload-paper.js';

export interface ConsentValues {
  readonly guardianName: string;
  readonly relation: string;
  readonly method: ConsentMethod;
  readonly witnessName: string;
  readonly serviceAgreementSignedOn: string;
  readonly givenOn: string;
  readonly validUntil: string;
  readonly childAnswer: ChildAnswer;
  readonly childAnsweredOn: string;
  /** Photos of the paper that are brought in already. */
  readonly papers: readonly Paper[];
}
export type ConsentField = Exclude<keyof ConsentValues, 'papers'>;
/** As the server has it. */
export const MOST_PAPERS = 3;
export const CONSENT_FIELDS: readonly ConsentField[] = [
  'guardianName',
  'relation',
  'method',
  'witnessName',
  'serviceAgreementSignedOn',
  'givenOn',
  'validUntil',
  'childAnswer',
  'childAnsweredOn',
];

export const METHODS: readonly ConsentMethod[] = ['SIGNATURE', 'THUMBPRINT', 'WITNESSED'];
export const ANSWERS: readonly ChildAnswer[] = ['YES', 'NO', 'NOT_ASKED'];

/** A form for today; the consent lasts as long as the agency set, counting today. */
export function emptyConsent(today: string, validDays: number): ConsentValues {
  const day = parseLocalDate(today);
  return {
    guardianName: '',
    relation: '',
    method: 'SIGNATURE',
    witnessName: '',
    serviceAgreementSignedOn: '',
    givenOn: today,
    validUntil: day ? addDays(day, validDays - 1) : '',
    // Nobody's answer is taken for granted: the child's least of all.
    childAnswer: 'NOT_ASKED',
    childAnsweredOn: '',
    papers: [],
  };
}

/** The fields that need another look before this is a consent; none where it may be sent. */
export function consentProblems(values: ConsentValues, today: string): readonly ConsentField[] {
  const blank = (text: string): boolean => text.trim() === '';
  const past = (text: string): boolean => isDay(text) && text <= today;
  const checks: readonly (readonly [ConsentField, boolean])[] = [
    ['guardianName', !blank(values.guardianName)],
    ['relation', !blank(values.relation)],
    ['witnessName', values.method !== 'WITNESSED' || !blank(values.witnessName)],
    ['serviceAgreementSignedOn', past(values.serviceAgreementSignedOn)],
    ['givenOn', past(values.givenOn)],
    ['validUntil', isDay(values.validUntil) && values.validUntil > values.givenOn],
    ['childAnsweredOn', values.childAnswer === 'NOT_ASKED' || past(values.childAnsweredOn)],
  ];
  return checks.flatMap(([field, good]) => (good ? [] : [field]));
}

/** What is sent: no witness where nobody witnessed, no day of an answer that was not asked for. */
export function consentInput({
  papers,
  ...values
}: ConsentValues): Omit<RecordConsentInput, 'companionshipId' | 'version'> {
  return {
    ...values,
    paperIds: papers.map(({ id }) => id),
    guardianName: values.guardianName.trim(),
    relation: values.relation.trim(),
    witnessName: values.method === 'WITNESSED' ? values.witnessName.trim() : null,
    childAnsweredOn: values.childAnswer === 'NOT_ASKED' ? null : values.childAnsweredOn,
  };
}

const isDay = (text: string): text is LocalDate => parseLocalDate(text) !== undefined;
