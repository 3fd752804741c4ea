// The syllables of pinyin without tones (ü as v), and the ways to read typed letters as syllables.

const BY_INITIAL = `a ai an ang ao|e ei en eng er|o ou
b:a ai an ang ao ei en eng i ian iao ie in ing o u|p:a ai an ang ao ei en eng i ian iao ie in ing o ou u
m:a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u|f:a an ang ei en eng o ou u iao
d:a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t:a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo
n:a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve
l:a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve
g:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j:i ia ian iang iao ie in ing iong iu u uan ue un|q:i ia ian iang iao ie in ing iong iu u uan ue un
x:i ia ian iang iao ie in ing iong iu u uan ue un
zh:a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh:a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo|r:an ang ao e en eng i ong ou u ua uan ui un uo
z:a ai an ang ao e ei en eng i ong ou u uan ui un uo|c:a ai an ang ao e en eng i ong ou u uan ui un uo
s:a ai an ang ao e en eng i ong ou u uan ui un uo
y:a an ang ao e i in ing o ong ou u uan ue un|w:a ai an ang ei en eng o u`;

export const SYLLABLES: ReadonlySet<string> = new Set(
  BY_INITIAL.split(/[|\n]/).flatMap((line) => {
    const [initial = '', finals] = line.includes(':') ? line.split(':') : ['', line];
    return (finals ?? '').split(' ').map((final) => initial + final);
  }),
);

/** Ways to type a syllable that is written otherwise: 吕 as lu or lyu, 略 as lue. */
const TYPED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['lu', ['lu', 'lv']],
  ['nu', ['nu', 'nv']],
  ['lue', ['lve']],
  ['nue', ['nve']],
  ['lyu', ['lv']],
  ['nyu', ['nv']],
  ['lyue', ['lve']],
  ['nyue', ['nve']],
  ...['j', 'q', 'x', 'y'].flatMap((initial) =>
    ['', 'an', 'e', 'n'].map((rest) => [`${initial}v${rest}`, [`${initial}u${rest}`]] as const),
  ),
]);

const TYPEABLE: readonly string[] = [...new Set([...SYLLABLES, ...TYPED.keys()])];
const KNOWN: ReadonlySet<string> = new Set(TYPEABLE);
const LONGEST = 6;

/** The syllables that somebody may mean who typed this one whole. */
export const meantBy = (typed: string): readonly string[] => TYPED.get(typed) ?? [typed];

const begun = new Map<string, readonly string[]>();

/** The syllables that begin with these letters and have more. */
export function syllablesFrom(start: string): readonly string[] {
  const known = begun.get(start);
  if (known) return known;
  const found = TYPEABLE.filter((typed) => typed.startsWith(start) && typed !== start).flatMap(meantBy);
  const list = [...new Set(found)].filter((syllable) => !meantBy(start).includes(syllable));
  if (begun.size < 2_000) begun.set(start, list);
  return list;
}

/** One syllable of what was typed: whole, or only how it begins. */
export interface Piece {
  readonly text: string;
  readonly whole: boolean;
}
export type Parse = readonly Piece[];

/** Readings of one stretch of letters are as many as this at most, the shortest first. */
const PARSES = 8;
const VISITED = 400;
/** More pieces than any reading has. */
const LONGEST_PARSE = 100;

/** Syllables from end to end. */
export const wholeParses = (letters: string): Parse[] => parses(letters, wholeAt);

/** Syllables, and at the end the beginning of one. */
export const begunParses = (letters: string): Parse[] =>
  parses(letters, (text, at) => [...wholeAt(text, at), ...begunAtEnd(text, at)]);

/**
 * Syllables and initials in any order: `wangxm`, `wxming`, `zhsf`; never single letters alone. Syllables before
 * initials come first, since so people type: among many short syllables the shortest readings would crowd them out.
 */
export const mixedParses = (letters: string): Parse[] =>
  parses(letters, mixedAt, (parse) => parse.length + (syllablesThenInitials(parse) ? 0 : LONGEST_PARSE)).filter(
    (parse) => parse.some(({ text }) => text.length > 1),
  );

function syllablesThenInitials(parse: Parse): boolean {
  const firstInitial = parse.findIndex(({ whole }) => !whole);
  return firstInitial > 0 && parse.slice(firstInitial).every(({ text }) => isInitial(text));
}

type Choices = (letters: string, at: number) => readonly Piece[];

const wholeAt: Choices = (letters, at) => {
  const found: Piece[] = [];
  for (let length = Math.min(LONGEST, letters.length - at); length > 0; length--) {
    const text = letters.slice(at, at + length);
    if (KNOWN.has(text)) found.push({ text, whole: true });
  }
  return found;
};

const begunAtEnd: Choices = (letters, at) => {
  const text = letters.slice(at);
  return text.length <= LONGEST && syllablesFrom(text).length > 0 ? [{ text, whole: false }] : [];
};

const initialAt: Choices = (letters, at) => {
  const found = [letters.slice(at, at + 2), letters.slice(at, at + 1)];
  return found.filter((text) => isInitial(text)).map((text) => ({ text, whole: false }));
};

/**
 * A letter that is a syllable too, such as a, is taken as an initial, which means both: else each of several such
 * letters would double the ways to read the rest, and crowd out the one that was meant.
 */
const mixedAt: Choices = (letters, at) => {
  const longer = [...wholeAt(letters, at), ...begunAtEnd(letters, at)].filter(({ text }) => text.length > 1);
  const found = [...longer, ...initialAt(letters, at)];
  return found.filter(
    (one, index) => found.findIndex(({ text, whole }) => text === one.text && whole === one.whole) === index,
  );
};

/** No syllable begins with i, u or v; zh, ch and sh are typed as one letter or as two. */
export const isInitial = (text: string): boolean => /^(?:[a-hj-tw-z]|[zcs]h)$/.test(text);

function parses(letters: string, choices: Choices, rank = (parse: Parse): number => parse.length): Parse[] {
  const found: Piece[][] = [];
  let visited = 0;
  const go = (at: number, parse: readonly Piece[]): void => {
    if (at === letters.length) {
      found.push([...parse]);
      return;
    }
    for (const piece of choices(letters, at)) {
      if (++visited > VISITED) return;
      go(at + piece.text.length, [...parse, piece]);
    }
  };
  go(0, []);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, PARSES);
}
