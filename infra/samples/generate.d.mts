export interface RosterExpectation {
  readonly rows: number;
  readonly valid: number;
  readonly bad: number;
  readonly duplicate: number;
  /** How many cells carry which problem. */
  readonly problems: Readonly<Record<string, number>>;
}
export interface SampleExpectation {
  readonly referenceDay: string;
  /** Standings on the reference day, once the import is confirmed. */
  readonly volunteers: RosterExpectation & { readonly standings: Readonly<Record<string, number>> };
  readonly children: RosterExpectation;
  readonly activities: RosterExpectation;
  readonly teams: RosterExpectation;
}
export const REFERENCE_DAY: string;
export const AREAS: readonly {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly x: number;
  readonly y: number;
}[];
export const STAFF: {
  readonly agency: { readonly name: string; readonly nameEn: string; readonly district: string };
  readonly supervisors: readonly { readonly name: string }[];
};
export function generate(today?: string): {
  readonly expected: SampleExpectation;
  readonly files: Readonly<Record<string, Buffer>>;
};
