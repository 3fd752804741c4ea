// The arithmetic of the audit chain, apart from the database: what one link hashes.
import { createHash } from 'node:crypto';

export const GENESIS = '0'.repeat(64);

export interface Link {
  readonly agencyId: string;
  readonly sequence: number;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly facts: string;
  readonly previousHash: string;
}

/** SHA-256 (hex) over every field of the link in a fixed order, and so over all links before it. */
export function hashOf(link: Link): string {
  const fields = [
    link.previousHash,
    link.agencyId,
    link.sequence,
    link.at,
    link.actorKind,
    link.actorId,
    link.action,
    link.subjectType,
    link.subjectId,
    link.facts,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Where a chain is broken: the first sequence number that does not follow, or undefined where it is whole. */
export function firstBreak(links: readonly (Link & { readonly hash: string })[]): number | undefined {
  let previousHash = GENESIS;
  let sequence = 1;
  for (const link of links) {
    const follows = link.sequence === sequence && link.previousHash === previousHash && link.hash === hashOf(link);
    if (!follows) return sequence;
    previousHash = link.hash;
    sequence += 1;
  }
  return undefined;
}
