// What of a name, or of what somebody types, counts when the two are compared: no case, accent, width or separator.

/** A character that stands for itself (欧), or a word in Latin letters (anna); and where it stands in the text. */
export interface Unit {
  readonly kind: 'char' | 'word';
  readonly text: string;
  /** Offsets in the text as it was given, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** A stretch of what was typed: characters, or letters that may be pinyin, initials or a Latin name. */
export type Run =
  | { readonly kind: 'chars'; readonly chars: readonly string[] }
  /** `text` spells ü as v where pinyin has it; `plain` spells it as u. */
  | { readonly kind: 'letters'; readonly text: string; readonly plain: string };

const LATIN = /[a-z0-9]|\p{Script=Latin}/u;
const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
/** Within a word: O’Brien. */
const APOSTROPHE = /['’‘ʼ`]/u;
const U_UMLAUT = /[üǖǘǚǜ]/u;

/** The characters and words of a name, in their order; whatever separates them is left out. */
export function unitsOf(name: string): Unit[] {
  const units: { kind: Unit['kind']; text: string; from: number; to: number }[] = [];
  let open = false;
  let at = 0;
  for (const original of name) {
    const from = at;
    at += original.length;
    for (const char of simplified(original)) {
      const last = units.at(-1);
      if (MARK.test(char)) {
        if (last) last.to = at;
      } else if (APOSTROPHE.test(char)) continue;
      else if (!LETTER.test(char)) open = false;
      else if (LATIN.test(char)) {
        const bare = withoutAccent(char);
        if (open && last) Object.assign(last, { text: last.text + bare, to: at });
        else units.push({ kind: 'word', text: bare, from, to: at });
        open = true;
      } else {
        units.push({ kind: 'char', text: char, from, to: at });
        open = false;
      }
    }
  }
  return units;
}

/** What was typed, as stretches of one kind each; spaces, dots and apostrophes are as if they were not there. */
export function runsOf(query: string): Run[] {
  const runs: ({ kind: 'chars'; chars: string[] } | { kind: 'letters'; text: string; plain: string })[] = [];
  for (const char of simplified(query)) {
    if (!LETTER.test(char)) continue;
    const last = runs.at(-1);
    if (!LATIN.test(char)) {
      if (last?.kind === 'chars') last.chars.push(char);
      else runs.push({ kind: 'chars', chars: [char] });
      continue;
    }
    const plain = withoutAccent(char);
    const before = last?.kind === 'letters' ? last.text : '';
    const text = U_UMLAUT.test(char) && /[ln]$/.test(before) ? 'v' : plain;
    if (last?.kind === 'letters') Object.assign(last, { text: last.text + text, plain: last.plain + plain });
    else runs.push({ kind: 'letters', text, plain });
  }
  return runs;
}

/** Full-width as half-width, small letters, one code point for one sign. */
const simplified = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFC');

const withoutAccent = (char: string): string => char.normalize('NFD').replace(/\p{M}/gu, '');
