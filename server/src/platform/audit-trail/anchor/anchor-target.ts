import type { AnchorEntry, AnchorLine } from './anchor-line.js';

/** Where a text of the anchor stands, for whoever has to look. */
export interface AnchorText {
  readonly file: string;
  readonly number: number;
  /** Undefined where the text holds no line. */
  readonly line: AnchorLine | undefined;
}

/**
 * A place outside the database that keeps the ends of the chains. Files are the first one; a store that forbids changes,
 * or a notary, would be others.
 */
export abstract class AnchorTarget {
  /** Adds what `decide` makes of the last line, durably; nothing where it returns undefined. */
  abstract append(
    agencyId: string,
    decide: (last: AnchorLine | undefined) => AnchorEntry | undefined,
  ): Promise<AnchorLine | undefined>;

  /** The last whole line of an agency. */
  abstract last(agencyId: string): Promise<AnchorLine | undefined>;

  /** All texts of an agency in their order, or those from a month (`2026-11`) on, read bit by bit. */
  abstract read(agencyId: string, sinceMonth?: string): AsyncIterable<AnchorText>;

  abstract agencies(): Promise<readonly string[]>;
}
