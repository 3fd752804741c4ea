// By what a name can be found: runs of its characters, of its pinyin, of its initials; the beginnings of Latin words.
import { unitsOf, type Unit } from './fold.js';
import type { Readings } from './readings.js';

/** Exactly the name, or where it begins, or within. */
export const PLACES = { WHOLE: 0, START: 1, WITHIN: 2 } as const;
export type PlaceInName = (typeof PLACES)[keyof typeof PLACES];

export interface Entry {
  /** What the blind index is made of: a letter for the kind, then the text. */
  readonly text: string;
  readonly place: PlaceInName;
  /** What of the name it stands for: offsets of the name as it is written. */
  readonly from: number;
  readonly to: number;
}

/** Characters, or syllables, in a row; a longer query is several of them. */
export const LONGEST_RUN = 3;
/** Initials in a row. One alone is not stored: it would be nearly everybody's. */
export const SHORTEST_INITIALS = 2;
export const LONGEST_INITIALS = 4;
/** Of a Latin name: from two letters, since one would be nearly everybody's. */
export const SHORTEST_WORD = 2;
export const LONGEST_WORD = 12;
/** A name longer than this is found by its beginning. */
const LONGEST_NAME = 24;
/** Combinations of readings that one run may have, the likeliest first. */
const COMBINATIONS = 16;

export const charsText = (chars: readonly string[]): string => `c${chars.join('')}`;
export const lettersText = (letters: string): string => `l${letters}`;
export const initialsText = (letters: string): string => `i${letters}`;

/** Everything that a name is found by, each once, with the best place it stands at. */
export function entriesOf(name: string, readings: Readings): Entry[] {
  const units = unitsOf(name).slice(0, LONGEST_NAME);
  const read = readings(units);
  const entries = new Map<string, Entry>();
  const add = (text: string, first: number, count: number, whole = true): void => {
    const known = entries.get(text);
    const place = placeOf(first, count, units.length, whole);
    if (known && known.place <= place) return;
    entries.set(text, { text, place, from: units[first]?.from ?? 0, to: units[first + count - 1]?.to ?? 0 });
  };
  for (let first = 0; first < units.length; first++) {
    addCharacters(units, first, add);
    addPinyin(read, first, add);
    addInitials(read, first, add);
    addWords(units, first, add);
  }
  return [...entries.values()];
}

type Add = (text: string, first: number, count: number, whole?: boolean) => void;

function addCharacters(units: readonly Unit[], first: number, add: Add): void {
  const chars: string[] = [];
  for (const { kind, text } of units.slice(first, first + LONGEST_RUN)) {
    if (kind !== 'char') return;
    chars.push(text);
    add(charsText(chars), first, chars.length);
  }
}

function addPinyin(read: readonly (readonly string[])[], first: number, add: Add): void {
  for (let count = 1; count <= LONGEST_RUN && first + count <= read.length; count++) {
    for (const text of combined(read.slice(first, first + count))) add(lettersText(text), first, count);
  }
}

function addInitials(read: readonly (readonly string[])[], first: number, add: Add): void {
  const initials = read
    .slice(first, first + LONGEST_INITIALS)
    .map((list) => [...new Set(list.map((one) => one[0] ?? ''))]);
  for (let count = SHORTEST_INITIALS; count <= initials.length; count++) {
    for (const text of combined(initials.slice(0, count))) add(initialsText(text), first, count);
  }
}

/** `anna`, `annas`, `annasm`: words in a row are typed without a space too. */
function addWords(units: readonly Unit[], first: number, add: Add): void {
  let text = '';
  for (let count = 1; count <= units.length - first && text.length < LONGEST_WORD; count++) {
    const unit = units[first + count - 1];
    if (unit?.kind !== 'word') return;
    const before = text.length;
    text += unit.text;
    for (let length = Math.max(before + 1, SHORTEST_WORD); length <= Math.min(text.length, LONGEST_WORD); length++) {
      add(lettersText(text.slice(0, length)), first, count, length === text.length);
    }
  }
}

function placeOf(first: number, count: number, all: number, whole: boolean): PlaceInName {
  if (first > 0) return PLACES.WITHIN;
  return count === all && whole ? PLACES.WHOLE : PLACES.START;
}

/** Each choice of one reading a unit, joined; those nearest to the first of each come first. */
export function combined(lists: readonly (readonly string[])[]): string[] {
  let found: { text: string; far: number }[] = [{ text: '', far: 0 }];
  for (const list of lists) {
    found = found
      .flatMap(({ text, far }) => list.map((one, index) => ({ text: text + one, far: far + index })))
      .sort((a, b) => a.far - b.far)
      .slice(0, COMBINATIONS);
  }
  return [...new Set(found.map(({ text }) => text))];
}
