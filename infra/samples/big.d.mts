import type { RosterExpectation } from './generate.mjs';

export interface BigExpectation {
  readonly referenceDay: string;
  readonly volunteers: RosterExpectation & { readonly standings: Readonly<Record<string, number>> };
  readonly children: RosterExpectation & {
    readonly households: number;
    /** Guardians and caregivers, each person once. */
    readonly adults: number;
    /** How many children came by which channel (P02). */
    /** Needs of whole families, each once (家庭需求). */
    readonly familyNeeds: number;
    readonly channels: Readonly<Record<string, number>>;
  };
  readonly staff: RosterExpectation & { readonly credentials: number; readonly emails: number };
}
export function generateBig(today?: string): Promise<{
  readonly expected: BigExpectation;
  readonly files: Readonly<Record<string, Buffer>>;
}>;
