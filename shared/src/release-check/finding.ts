// What the release check may find in a text, and what it suggests. It marks; people decide.

export const FINDING_KINDS = [
  'NAME',
  'OTHER_CHILD',
  'SCHOOL',
  'PHONE',
  'ID_NUMBER',
  'ACCOUNT',
  'ADDRESS',
  'EMAIL',
  'URL',
  'QR_CODE',
  'WORDING',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What is left out whole where nothing better stands in its place: it can only lead to a door or a telephone. */
export const STRUCTURED_KINDS: readonly FindingKind[] = ['PHONE', 'ID_NUMBER', 'ACCOUNT', 'EMAIL', 'URL', 'QR_CODE'];

export interface Finding {
  readonly kind: FindingKind;
  /** Offsets of the text as it was written, in UTF-16 units: from here up to there. */
  readonly from: number;
  readonly to: number;
  /** Words that could stand there instead; empty: leave it out. */
  readonly instead: string;
  /** LIKELY: it may well be harmless, look once. */
  readonly certainty: 'SURE' | 'LIKELY';
}

/** A name that must not be in this text. */
export interface KnownName {
  readonly text: string;
  readonly kind: 'NAME' | 'OTHER_CHILD' | 'SCHOOL' | 'ADDRESS';
  /** What to write instead; each kind has words of its own where this is not said. */
  readonly instead?: string | undefined;
}

/** A find before it is held against the others: offsets of a folded text. */
export interface Spotted {
  readonly kind: FindingKind;
  readonly from: number;
  readonly to: number;
  readonly instead?: string | undefined;
  readonly certainty?: Finding['certainty'];
}
