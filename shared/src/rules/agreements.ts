// Agreements with volunteers (H7) and with families (H5): their templates, who signs, and what can be said wrongly.

export const AGREEMENT_KINDS = ['VOLUNTEER', 'SERVICE'] as const;
/** With a volunteer, or with the guardian of a child who is served. */
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];
export const AGREEMENT_CAPACITIES = ['VOLUNTEER', 'GUARDIAN', 'AGENCY'] as const;
/** As what somebody signs. */
export type AgreementCapacity = (typeof AGREEMENT_CAPACITIES)[number];
export const AGREEMENT_METHODS = ['DRAWN', 'TYPED', 'WITNESSED', 'PAPER'] as const;
/** With a finger, by the typed name, by word before a witness, or on a paper that the agency keeps. */
export type AgreementMethod = (typeof AGREEMENT_METHODS)[number];
export const AGREEMENT_WAYS = ['ACCOUNT', 'LINK', 'DEVICE'] as const;
/** Signed in, by a personal link without an account, or on the worker's device. */
export type AgreementWay = (typeof AGREEMENT_WAYS)[number];
export const AGREEMENT_ENDS = ['OWN_WISH', 'AGREED', 'NOT_KEPT', 'MOVED', 'MISTAKE', 'OTHER'] as const;
export type AgreementEnd = (typeof AGREEMENT_ENDS)[number];

export type AgreementLanguage = 'zh-CN' | 'en';

/** A blank in the text, filled in for each person when the agreement is offered. */
export interface AgreementField {
  /** As it stands in the text: `{{place}}`. */
  readonly key: string;
  readonly labelZh: string;
  readonly labelEn: string;
}
export interface AgreementTexts {
  readonly titleZh: string;
  readonly titleEn: string;
  /** The whole text; each line a paragraph. */
  readonly textZh: string;
  readonly textEn: string;
  /** The same in a few plain sentences, beside it; what is signed is the whole text. */
  readonly plainZh: string;
  readonly plainEn: string;
  readonly fields: readonly AgreementField[];
  /** How many days it holds from the day on which both have signed. */
  readonly validDays: number;
}

/** Filled in by the platform: the agency's name, whom it is with (of a service agreement: the child), and the days. */
export const BUILT_IN_FIELDS = ['agency', 'name', 'days'] as const;
export const AGREEMENT_LIMITS = {
  title: 60,
  text: 20_000,
  plain: 4_000,
  label: 30,
  value: 200,
  fields: 12,
  name: 60,
  relation: 30,
  note: 500,
  signature: 20_000,
  /** A month, and two years. */
  shortestDays: 30,
  longestDays: 730,
} as const;

interface Problem {
  readonly field: string;
  readonly code: string;
}
const BLANK = /\{\{([^{}]*)\}\}/gu;
const KEY = /^[a-z][a-z0-9]{0,19}$/;
const STROKES = /^M[\d. ML-]+$/;

/** The keys of all blanks of a text, each once. */
export const blanksOf = (text: string): string[] => [
  ...new Set([...text.matchAll(BLANK)].map(([, key = '']) => key.trim())),
];

/** The text with its blanks filled in; a blank for which nothing is known stays as a line to write on. */
export const fillAgreement = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(BLANK, (_, key: string) => values[key.trim()] ?? '＿＿＿＿');

/** Everything in a template that will not do, field by field; empty where it can be released. */
export function templateProblems(template: AgreementTexts): Problem[] {
  const { fields, validDays } = template;
  const keys = fields.map(({ key }) => key);
  const known: readonly string[] = [...BUILT_IN_FIELDS, ...keys];
  const problems: Problem[] = [];
  const say = (field: string, code: string): void => void problems.push({ field, code });
  for (const [field, longest] of TEXT_LIMITS) {
    const text = template[field];
    if (text.trim() === '') say(field, 'REQUIRED');
    else if ([...text].length > longest) say(field, 'TOO_LONG');
    else if (blanksOf(text).some((key) => !known.includes(key))) say(field, 'UNKNOWN_BLANK');
  }
  if (fields.length > AGREEMENT_LIMITS.fields) say('fields', 'TOO_MANY');
  if (new Set(known).size !== known.length) say('fields', 'TWICE');
  if (keys.some((key) => !KEY.test(key))) say('fields', 'INVALID');
  if (fields.some(({ labelZh, labelEn }) => !fits(labelZh, 'label') || !fits(labelEn, 'label'))) {
    say('fields', 'REQUIRED');
  }
  // What nobody reads need not be filled in; what only one language says is another agreement.
  const unused = (text: string) => keys.some((key) => !blanksOf(text).includes(key));
  if (unused(template.textZh) || unused(template.textEn)) say('fields', 'UNUSED');
  const { shortestDays, longestDays } = AGREEMENT_LIMITS;
  if (!Number.isInteger(validDays) || validDays < shortestDays || validDays > longestDays) {
    say('validDays', 'OUT_OF_RANGE');
  }
  return problems;
}

const TEXT_LIMITS = [
  ['titleZh', AGREEMENT_LIMITS.title],
  ['titleEn', AGREEMENT_LIMITS.title],
  ['textZh', AGREEMENT_LIMITS.text],
  ['textEn', AGREEMENT_LIMITS.text],
  ['plainZh', AGREEMENT_LIMITS.plain],
  ['plainEn', AGREEMENT_LIMITS.plain],
] as const;

const fits = (text: string, limit: 'label' | 'value' | 'name' | 'relation'): boolean =>
  text.trim() !== '' && [...text].length <= AGREEMENT_LIMITS[limit];

/** What of the blanks is missing or too long. */
export const valueProblems = (fields: readonly AgreementField[], values: Readonly<Record<string, string>>): Problem[] =>
  fields.flatMap(({ key }) => {
    const value = values[key] ?? '';
    if (value.trim() === '') return [{ field: `values.${key}`, code: 'REQUIRED' }];
    return fits(value, 'value') ? [] : [{ field: `values.${key}`, code: 'TOO_LONG' }];
  });

/** How somebody signs. */
export interface AgreementMark {
  readonly method: AgreementMethod;
  /** The own name, as typed. */
  readonly name: string;
  /** Strokes as an SVG path of moves and lines. */
  readonly signature?: string | undefined;
  /** Of a guardian: mother, grandfather. */
  readonly relation?: string | undefined;
  /** Who saw it, where it is not the signer's own hand on this device. */
  readonly witnessName?: string | undefined;
}

/** What is missing of a signature. By an account or a link there is no witness and no paper: one signs oneself. */
export function markProblems(mark: AgreementMark, capacity: AgreementCapacity, way: AgreementWay): Problem[] {
  const { method, name, signature = '', relation = '', witnessName = '' } = mark;
  const problems: Problem[] = [];
  const say = (field: string, code: string): void => void problems.push({ field, code });
  if (name.trim() === '') say('name', 'REQUIRED');
  else if (!fits(name, 'name')) say('name', 'TOO_LONG');
  if (capacity === 'GUARDIAN') {
    if (relation.trim() === '') say('relation', 'REQUIRED');
    else if (!fits(relation, 'relation')) say('relation', 'TOO_LONG');
  }
  if (method === 'DRAWN') {
    if (signature === '') say('signature', 'REQUIRED');
    else if (signature.length > AGREEMENT_LIMITS.signature || !STROKES.test(signature)) say('signature', 'INVALID');
  }
  if (method === 'WITNESSED' || method === 'PAPER') {
    if (way !== 'DEVICE') say('method', 'ONLY_AT_THE_DESK');
    if (witnessName.trim() === '') say('witnessName', 'REQUIRED');
    else if (!fits(witnessName, 'name')) say('witnessName', 'TOO_LONG');
  }
  return problems;
}

/** Who has to sign, in the order in which they may: the agency always last, so that it knows what it promises to whom. */
export function signersOf(kind: AgreementKind, guardianNeeded: boolean): readonly AgreementCapacity[] {
  if (kind === 'SERVICE') return ['GUARDIAN', 'AGENCY'];
  return guardianNeeded ? ['VOLUNTEER', 'GUARDIAN', 'AGENCY'] : ['VOLUNTEER', 'AGENCY'];
}

/**
 * The signs of a text without its white space, composed: what can be read again from a print, whose lines break
 * elsewhere. Its SHA-256 is the fingerprint that is kept with each signature.
 */
export const signsOf = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');
