// A text cut where it is marked, and what becomes of it when a suggestion is taken.
export interface Mark {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly instead: string;
  readonly sure: boolean;
}
export interface Piece<M extends Mark> {
  readonly from: number;
  readonly text: string;
  readonly mark: M | undefined;
}

/** The text in pieces, marked and plain; marks beyond it, or within each other, are left out. */
export function piecesOf<M extends Mark>(text: string, marks: readonly M[]): Piece<M>[] {
  const pieces: Piece<M>[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    if (mark.from < at || mark.to > text.length || mark.from >= mark.to) continue;
    if (mark.from > at) pieces.push({ from: at, text: text.slice(at, mark.from), mark: undefined });
    pieces.push({ from: mark.from, text: text.slice(mark.from, mark.to), mark });
    at = mark.to;
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at), mark: undefined });
  return pieces;
}

/** The same words with the suggestion in the place of what was marked. */
export const replaced = (text: string, { from, to, instead }: Mark): string =>
  text.slice(0, from) + instead + text.slice(to);

/** Marks of a joined text, as those of one part of it that begins there and is so long. */
export function marksWithin<M extends Mark>(marks: readonly M[], start: number, length: number): M[] {
  return marks
    .filter(({ from, to }) => from >= start && to <= start + length)
    .map((mark) => ({ ...mark, from: mark.from - start, to: mark.to - start }));
}
