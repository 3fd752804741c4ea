// A text as a reader's eye takes it in: no width, case, invisible sign or letter that only looks like another.

export interface Folded {
  readonly text: string;
  /** For each character of `text`, where it comes from in the text as it was written. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Nothing that anybody sees: joiners, marks of direction, soft hyphens, variation selectors, the box of a key. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Me}/u;
/** Cyrillic and Greek letters by the Latin ones that they look like. */
const LOOKALIKES = new Map(
  Object.entries({
    ...{
      а: 'a',
      в: 'b',
      с: 'c',
      ԁ: 'd',
      е: 'e',
      һ: 'h',
      і: 'i',
      ј: 'j',
      к: 'k',
      ӏ: 'l',
      м: 'm',
      н: 'h',
      о: 'o',
      р: 'p',
    },
    ...{ ԛ: 'q', г: 'r', ѕ: 's', т: 't', у: 'y', ѵ: 'v', ԝ: 'w', х: 'x', з: '3', б: '6' },
    ...{ α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ω: 'w' },
    ...{ ı: 'i', ɑ: 'a', ɡ: 'g', '×': 'x', '✕': 'x', '✖': 'x', ѡ: 'w', '﹫': '@', 'ⓐ': '@' },
  }),
);
const DASHES = /[\u2010-\u2015\u2212\u2500\u30fc\uff5e~]/u;
const DOTS = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\u2024]/u;

export function fold(text: string): Folded {
  const chars: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const original of text) {
    const start = at;
    at += original.length;
    for (const char of simplified(original)) {
      chars.push(char);
      from.push(start);
      to.push(at);
    }
  }
  return { text: chars.join(''), from, to };
}

/** Each as one UTF-16 unit or a surrogate pair's two, so that offsets of the folded text are plain. */
function simplified(original: string): string[] {
  if (INVISIBLE.test(original)) return [];
  const plain = original.normalize('NFKC').toLowerCase().normalize('NFC');
  return [...plain].flatMap((char) => {
    if (INVISIBLE.test(char)) return [];
    if (DASHES.test(char)) return ['-'];
    if (DOTS.test(char)) return ['·'];
    return (LOOKALIKES.get(char) ?? char).split('');
  });
}

const SEPARATOR = /[\s.·\-_*|/\\'"‘’“”「」]/u;

/** The same without what people put between characters to hide a word: 王·小·明, 阳 光 小 学. */
export function tight({ text, from, to }: Folded): Folded {
  const kept = [...text].length === text.length ? [...text].map((_, index) => index) : unitsOf(text);
  const staying = kept.filter((index) => !SEPARATOR.test(text[index] ?? ''));
  return {
    text: staying.map((index) => text[index]).join(''),
    from: staying.map((index) => from[index] ?? 0),
    to: staying.map((index) => to[index] ?? 0),
  };
}

const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, index) => index);

const NUMERALS = new Map(
  ['0零〇洞', '1一幺壹弌', '2二贰两', '3三叁', '4四肆', '5五伍', '6六陆', '7七柒拐', '8八捌', '9九玖勾'].flatMap(
    (row) => [...row].map((char) => [char, row[0] ?? ''] as const),
  ),
);
const DIGIT_LETTERS = /[oli|]+/g;
/** 一 before these counts things, or is no number at all: 一个, 一直. */
const NUMERAL =
  /[零〇洞幺壹弌二贰两三叁四肆五伍六陆七柒拐八捌九玖勾]|一(?![直个起样次边下点会共定般天年月日本张条些路把家位只件遍种到向])/g;

/** Same length, with every way to write a digit as that digit: l38OO, and, where `han` says so, 幺三八. */
export function withDigits(folded: string, han = true): string {
  const digits = han ? folded.replace(NUMERAL, (char) => NUMERALS.get(char) ?? char) : folded;
  return digits.replace(DIGIT_LETTERS, (run, offset: number) => {
    const [before, after] = [digits[offset - 1] ?? '', digits[offset + run.length] ?? ''];
    const touches = /\d/.test(before) || /\d/.test(after);
    if (!touches || /[a-z]/.test(before) || /[a-z]/.test(after)) return run;
    return run.replace(/o/g, '0').replace(/[li|]/g, '1');
  });
}
