// What to look up for what was typed: blind indexes that must all be a person's, and whether the name has to be read too.
import { runsOf, type Run } from './fold.js';
import {
  charsText,
  combined,
  initialsText,
  LONGEST_INITIALS,
  LONGEST_RUN,
  LONGEST_WORD,
  lettersText,
  SHORTEST_INITIALS,
  SHORTEST_WORD,
} from './name-entries.js';
import {
  begunParses,
  isInitial,
  meantBy,
  mixedParses,
  syllablesFrom,
  wholeParses,
  type Parse,
  type Piece,
} from './syllables.js';

/** One unit of a name, as somebody typed it. */
export type Wanted =
  | { readonly kind: 'char'; readonly text: string }
  | { readonly kind: 'syllable'; readonly anyOf: readonly string[] }
  | { readonly kind: 'begun'; readonly text: string }
  /** Latin words in a row, or how they begin. */
  | { readonly kind: 'words'; readonly text: string };

/** One way to understand what was typed. */
export interface Reading {
  /** Texts of which one must be an entry of the name, for each group; the rarest group first. */
  readonly groups: readonly (readonly string[])[];
  /** Where several groups must stand side by side: what the name itself is held against. */
  readonly wanted?: readonly Wanted[] | undefined;
}

/** All ways to understand it, the most literal first. */
export interface QueryPlan {
  /** Each of these is one look-up and needs no proof. */
  readonly direct: readonly (readonly string[])[];
  /** Each of these needs the opened name. */
  readonly proven: readonly Required<Reading>[];
}

/** Nobody's name is longer; what follows is not read. */
const LONGEST_QUERY = 40;
const LONGEST_LETTERS = 32;
/** Ways to read a query of several stretches. */
const WAYS = 6;

/** The plan for what was typed; without any look-up where nothing in it can be part of a name. */
export function planOf(query: string): QueryPlan {
  const runs = runsOf([...query].slice(0, LONGEST_QUERY).join(''));
  const [only] = runs;
  if (!only) return { direct: [], proven: [] };
  if (runs.length > 1) return planned([], waysOf(runs).map(proven));
  return only.kind === 'chars' ? charsPlan(only.chars) : lettersPlan(only);
}

function charsPlan(chars: readonly string[]): QueryPlan {
  if (chars.length <= LONGEST_RUN) return planned([[charsText(chars)]], []);
  return planned([], [proven(chars.map((text) => ({ kind: 'char', text })))]);
}

function lettersPlan({ text, plain }: Run & { kind: 'letters' }): QueryPlan {
  if (text.length > LONGEST_LETTERS) return planned([], [proven([{ kind: 'words', text: plain }])]);
  const whole = wholeParses(text);
  const short = whole.filter((parse) => parse.length <= LONGEST_RUN);
  const literal = new Set([...short.flatMap(textsOf), lettersText(text), lettersText(plain)]);
  const [long, begun] = partition(whole, begunParses(text));
  const typing = begun.flatMap(begunTexts).filter((one) => !literal.has(one));
  const initials = initialsOf(text);
  const direct = [[...literal], typing, initials.length === 1 ? initials : []];
  const sideBySide = [...long.map(wantedOf), ...begun.filter((parse) => parse.length > LONGEST_RUN).map(wantedOf)];
  if (whole.length === 0 && begun.length === 0) sideBySide.push(...mixedParses(text).map(wantedOf));
  // Those of which there is one come first: of the others only so many are tried.
  const proofs: Required<Reading>[] = [];
  if (plain.length > LONGEST_WORD) proofs.push(proven([{ kind: 'words', text: plain }]));
  if (initials.length > 1 && whole.length === 0)
    proofs.push(proven([...text].map((letter) => ({ kind: 'begun', text: letter }))));
  proofs.push(...sideBySide.map(proven));
  return planned(direct, proofs);
}

/** Parses to prove, and those whose last syllable may be longer than what was typed of it. */
function partition(whole: readonly Parse[], begun: readonly Parse[]): [long: Parse[], typing: Parse[]] {
  const long = whole.filter((parse) => parse.length > LONGEST_RUN);
  // Whoever typed whole syllables means them: `wang` is not 万刚, but may become wangang with the next letter.
  if (whole.length === 0) return [long, [...begun]];
  const typing = whole.map((parse) => parse.map((piece, index) => (index < parse.length - 1 ? piece : notYet(piece))));
  return [long, typing.filter((parse) => syllablesFrom(parse.at(-1)?.text ?? '').length > 0)];
}

const notYet = ({ text }: Piece): Piece => ({ text, whole: false });

const textsOf = (parse: Parse): string[] => combined(parse.map(({ text }) => meantBy(text))).map(lettersText);

function begunTexts(parse: Parse): string[] {
  if (parse.length > LONGEST_RUN) return [];
  const heads = combined(parse.slice(0, -1).map(({ text }) => meantBy(text)));
  const ends = syllablesFrom(parse.at(-1)?.text ?? '');
  return heads.flatMap((head) => ends.map((end) => lettersText(head + end)));
}

/** Initials in a row: one look-up, or the first and the last of them. */
function initialsOf(letters: string): string[] {
  const all = [...letters];
  if (all.length < SHORTEST_INITIALS || all.length > 2 * LONGEST_INITIALS || !all.every(isInitial)) return [];
  if (all.length <= LONGEST_INITIALS) return [initialsText(letters)];
  return [initialsText(letters.slice(0, LONGEST_INITIALS)), initialsText(letters.slice(-LONGEST_INITIALS))];
}

const wantedOf = (parse: Parse): Wanted[] =>
  parse.map(({ text, whole }) => (whole ? { kind: 'syllable', anyOf: meantBy(text) } : { kind: 'begun', text }));

/** Every way to understand several stretches together, the simplest first. */
function waysOf(runs: readonly Run[]): Wanted[][] {
  let ways: Wanted[][] = [[]];
  for (const run of runs) {
    const readings =
      run.kind === 'chars' ? [run.chars.map((text): Wanted => ({ kind: 'char', text }))] : lettersWays(run);
    ways = ways.flatMap((way) => readings.map((reading) => [...way, ...reading]));
    ways = ways.slice(0, WAYS);
  }
  return ways;
}

function lettersWays({ text, plain }: Run & { kind: 'letters' }): Wanted[][] {
  if (text.length > LONGEST_LETTERS) return [];
  const whole = wholeParses(text).map(wantedOf);
  const begun = begunParses(text).map(wantedOf);
  const initials: Wanted[][] = [...text].every(isInitial)
    ? [[...text].map((one) => ({ kind: 'begun', text: one }))]
    : [];
  const latin: Wanted[][] = plain.length < SHORTEST_WORD ? [] : [[{ kind: 'words', text: plain }]];
  const mixed = whole.length + begun.length === 0 ? mixedParses(text).map(wantedOf) : [];
  return [...whole.slice(0, 2), ...begun.slice(0, 2), ...initials, ...mixed.slice(0, 2), ...latin].slice(0, WAYS);
}

function proven(wanted: readonly Wanted[]): Required<Reading> {
  return { groups: groupsOf(wanted), wanted };
}

function planned(direct: readonly (readonly string[])[], proofs: readonly Required<Reading>[]): QueryPlan {
  const once = new Map(proofs.map((proof) => [JSON.stringify(proof.wanted), proof]));
  return {
    direct: direct.filter((texts) => texts.length > 0),
    proven: [...once.values()].filter(({ groups }) => groups.length > 0).slice(0, WAYS),
  };
}

/** What every name has that these stand side by side in. */
function groupsOf(wanted: readonly Wanted[]): string[][] {
  const groups: { units: number; texts: string[] }[] = [];
  const add = (units: number, texts: readonly string[]) => {
    if (texts.length > 0) groups.push({ units, texts: [...new Set(texts)] });
  };
  for (const stretch of stretches(wanted, ({ kind }) => kind)) {
    const chars = stretch.flatMap((one) => (one.kind === 'char' ? [one.text] : []));
    for (const some of windows(chars, LONGEST_RUN)) add(some.length, [charsText(some)]);
    const [first] = stretch;
    if (first?.kind === 'words') add(2, [lettersText(first.text.slice(0, LONGEST_WORD))]);
  }
  for (const stretch of stretches(wanted, (one) => (isPinyin(one) ? 'pinyin' : 'other'))) {
    const pinyin = stretch.filter(isPinyin);
    addPinyin(pinyin, add);
  }
  return groups.sort((a, b) => b.units - a.units || a.texts.length - b.texts.length).map(({ texts }) => texts);
}

type PinyinWanted = Extract<Wanted, { kind: 'syllable' | 'begun' }>;
const isPinyin = (one: Wanted): one is PinyinWanted => one.kind === 'syllable' || one.kind === 'begun';

function addPinyin(pinyin: readonly PinyinWanted[], add: (units: number, texts: readonly string[]) => void): void {
  if (pinyin.length === 0) return;
  for (const whole of stretches(pinyin, ({ kind }) => kind)) {
    const lists = whole.flatMap((one) => (one.kind === 'syllable' ? [one.anyOf] : []));
    for (const some of windows(lists, LONGEST_RUN)) add(some.length, combined(some).map(lettersText));
  }
  if (pinyin.length >= SHORTEST_INITIALS) {
    const letters = pinyin.map((one) => (one.kind === 'syllable' ? (one.anyOf[0] ?? '') : one.text)[0] ?? '');
    for (const some of windows(letters, LONGEST_INITIALS)) add(some.length - 0.5, [initialsText(some.join(''))]);
  } else if (pinyin[0]?.kind === 'begun') {
    add(0.5, syllablesOrWhole(pinyin[0].text).map(lettersText));
  }
}

/** What a name has where it has a syllable that begins so, or is just that. */
const syllablesOrWhole = (start: string): string[] => [...new Set([...meantBy(start), ...syllablesFrom(start)])];

/** Neighbours of the same kind, together. */
function stretches<T>(list: readonly T[], kindOf: (one: T) => string): T[][] {
  const found: T[][] = [];
  for (const [index, one] of list.entries()) {
    const before = list[index - 1];
    const last = found.at(-1);
    if (last && before !== undefined && kindOf(before) === kindOf(one)) last.push(one);
    else found.push([one]);
  }
  return found;
}

/** A list in parts of a length that together hold all of it; the last part may overlap the one before. */
function windows<T>(list: readonly T[], length: number): (readonly T[])[] {
  if (list.length === 0) return [];
  if (list.length <= length) return [list];
  const starts = new Set<number>();
  for (let start = 0; start + length <= list.length; start += length) starts.add(start);
  starts.add(list.length - length);
  return [...starts].map((start) => list.slice(start, start + length));
}
