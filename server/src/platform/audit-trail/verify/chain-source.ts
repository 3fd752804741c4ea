import type { Link } from '../chain.js';
import type { ChainEnd } from '../anchor/anchor-line.js';

export type StoredLink = Link & { readonly hash: string };

/** Where a chain is read from, a page at a time. */
export interface ChainSource {
  /** The end that the database states; undefined where it states none. */
  head(agencyId: string): Promise<ChainEnd | undefined>;
  /** Rows after a sequence number, in their order. */
  after(agencyId: string, sequence: number, limit: number): Promise<readonly StoredLink[]>;
  /** The hash of one row. */
  hashAt(agencyId: string, sequence: number): Promise<string | undefined>;
}
