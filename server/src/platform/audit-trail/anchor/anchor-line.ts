// One line of the anchor: the end of an agency's chain as it stood at a moment, sealed and tied to the line before.

/** Before the first line of an agency's anchor. */
export const NO_LINE = '-';

/**
 * `head`: the chain as it grew. `gap`: rows from `from` on were found at a start; nobody had anchored them in time.
 * `mismatch`: the chain was found shorter than, or other than, what had been anchored. `restored`: a backup was put
 * back on purpose; what had been anchored beyond it is gone with it.
 */
export const ANCHOR_KINDS = ['head', 'gap', 'mismatch', 'restored'] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

export interface AnchorEntry extends ChainEnd {
  readonly kind: AnchorKind;
  /** When the line was written. */
  readonly at: string;
  /** First row that this line covers, where that is worth saying (a gap). */
  readonly from?: number | undefined;
  /** A line before this one was cut off by a crash and stays behind unread. */
  readonly torn?: true | undefined;
}

export interface AnchorLine extends AnchorEntry {
  readonly agencyId: string;
  /** The seal of the line before. */
  readonly previous: string;
  readonly mac: string;
}

/** A keyed fingerprint; whoever has only the database and the anchor cannot make one. */
export type Seal = (text: string) => string;

export function sealLine(agencyId: string, entry: AnchorEntry, previous: string, seal: Seal): AnchorLine {
  const open = { ...entry, agencyId, previous };
  return { ...open, mac: seal(covered(open)) };
}

export const isSealed = (line: AnchorLine, seal: Seal): boolean => line.mac === seal(covered(line));

export function writeLine(line: AnchorLine): string {
  const { kind, agencyId, sequence, hash, at, from, torn, previous, mac } = line;
  return JSON.stringify({ kind, agencyId, sequence, hash, at, from, torn, previous, mac });
}

/** The line that a text holds; undefined where it holds none. Says nothing of its seal. */
export function readLine(text: string): AnchorLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return looksLikeLine(value) ? value : undefined;
}

/** Every field that a line may have, in a fixed order. */
const covered = ({ kind, agencyId, sequence, hash, at, from, torn, previous }: Omit<AnchorLine, 'mac'>): string =>
  JSON.stringify([kind, agencyId, sequence, hash, at, from ?? null, torn ?? false, previous]);

function looksLikeLine(value: unknown): value is AnchorLine {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Partial<Record<keyof AnchorLine, unknown>>;
  return (
    (ANCHOR_KINDS as readonly unknown[]).includes(line.kind) &&
    Number.isSafeInteger(line.sequence) &&
    [line.agencyId, line.hash, line.at, line.previous, line.mac].every((field) => typeof field === 'string') &&
    (line.from === undefined || Number.isSafeInteger(line.from)) &&
    (line.torn === undefined || line.torn === true)
  );
}
