import type { RosterExpectation } from './generate.mjs';

export interface BigExpectation {
  readonly referenceDay: string;
  readonly volunteers: RosterExpectation & { readonly standings: Readonly<Record<string, number>> };
  readonly children: RosterExpectation & {
    readonly households: number;
    /** Guardians and caregivers, each person once. */
    readonly adults: number;
    /** How many children came by which channel (P02). */
    readonly channels: Readonly<Record<string, number>>;
  };
  readonly staff: RosterExpectation & { readonly credentials: number };
}
export function generateBig(today?: string): Promise<{
  readonly expected: BigExpectation;
  readonly files: Readonly<Record<string, Buffer>>;
}>;
