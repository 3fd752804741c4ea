// Reads an agency's anchor twice, never whole in memory: first whether it is sound, then line by line beside the chain.
import { isSealed, NO_LINE, type AnchorLine, type Seal } from '../anchor/anchor-line.js';
import type { AnchorTarget, AnchorText } from '../anchor/anchor-target.js';

export interface AnchorSummary {
  /** The first text that is no sound line: altered, taken out, or put in. */
  readonly broken?: { readonly file: string; readonly line: number } | undefined;
  readonly texts: number;
  readonly first?: AnchorLine | undefined;
  readonly last?: AnchorLine | undefined;
  readonly gaps: number;
  readonly mismatches: number;
  /** Backups that were put back: from which text on, and to where the chain went back. */
  readonly restores: readonly { readonly text: number; readonly sequence: number; readonly at: string }[];
}

export async function summariseAnchor(
  target: AnchorTarget,
  agencyId: string,
  seal: Seal,
  sinceMonth?: string,
): Promise<AnchorSummary> {
  let texts = 0;
  let gaps = 0;
  let mismatches = 0;
  let first: AnchorLine | undefined;
  let last: AnchorLine | undefined;
  /** Cut off by a crash, if the next line says so. */
  let unread: AnchorText | undefined;
  const restores: { text: number; sequence: number; at: string }[] = [];
  const sum = (broken?: AnchorText) => ({
    ...(broken ? { broken: { file: broken.file, line: broken.number } } : {}),
    texts,
    first,
    last,
    gaps,
    mismatches,
    restores,
  });
  for await (const text of target.read(agencyId, sinceMonth)) {
    const { line } = text;
    if (!line) {
      unread ??= text;
      texts += 1;
      continue;
    }
    if (unread && !line.torn) return sum(unread);
    // The months before may be left out; what the first line then follows is not looked at.
    const follows = last ? line.previous === last.mac : sinceMonth !== undefined || line.previous === NO_LINE;
    if (!follows || !isSealed(line, seal)) return sum(text);
    unread = undefined;
    if (line.kind === 'gap') gaps += 1;
    if (line.kind === 'mismatch') mismatches += 1;
    if (line.kind === 'restored') restores.push({ text: texts, sequence: line.sequence, at: line.at });
    first ??= line;
    last = line;
    texts += 1;
  }
  return sum(unread);
}

/** The lines that still bind the chain: all but those that a restored backup went back behind. */
export async function* bindingLines(
  target: AnchorTarget,
  agencyId: string,
  summary: AnchorSummary,
  sinceMonth?: string,
): AsyncGenerator<AnchorLine, void, undefined> {
  let number = -1;
  for await (const { line } of target.read(agencyId, sinceMonth)) {
    number += 1;
    if (number >= summary.texts) return;
    if (!line || wentBack(summary, number, line)) continue;
    yield line;
  }
}

const wentBack = ({ restores }: AnchorSummary, number: number, { sequence }: AnchorLine): boolean =>
  restores.some((restore) => restore.text > number && restore.sequence < sequence);
