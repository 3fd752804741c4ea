// What is to be said in a pack, and the fingerprint of what was.

export const LONGEST_PACK_TEXT = 2000;
export const LONGEST_WHY = 300;
/** All of them below each other. */
export const LONGEST_TEXTS = 2 * LONGEST_PACK_TEXT + LONGEST_WHY + 2;

interface Problem {
  readonly field: string;
  readonly code: string;
}
export interface PackWords {
  readonly debrief: string;
  readonly outcomes: string;
  /** What the edition before had wrong; asked for from the second on. */
  readonly why: string;
}

export function packProblems({ debrief, outcomes, why }: PackWords, edition: number): Problem[] {
  return [
    ...problems('debrief', debrief, LONGEST_PACK_TEXT, true),
    ...problems('outcomes', outcomes, LONGEST_PACK_TEXT, true),
    ...problems('why', why, LONGEST_WHY, edition > 0),
  ];
}

function problems(field: string, text: string, longest: number, needed: boolean): Problem[] {
  if (needed && text.trim() === '') return [{ field, code: 'REQUIRED' }];
  return text.trim().length > longest ? [{ field, code: 'TOO_LONG' }] : [];
}

export interface ToldPack {
  readonly packId: string;
  readonly number: number;
  readonly words: PackWords;
  readonly children: number | null;
  readonly taskReached: number | null;
  readonly processReached: number | null;
  readonly lines: readonly { readonly personId: string; readonly minutes: number }[];
  readonly thanks: readonly string[];
}

/** The same text for the same pack, whatever the order in which its parts were read. */
export function packText({ packId, number, words, children, taskReached, processReached, lines, thanks }: ToldPack) {
  const people = lines.map(({ personId, minutes }) => `${personId}=${String(minutes)}`).sort();
  const said = [words.debrief.trim(), words.outcomes.trim(), words.why.trim()];
  return JSON.stringify([packId, number, ...said, children, taskReached, processReached, people, [...thanks].sort()]);
}
