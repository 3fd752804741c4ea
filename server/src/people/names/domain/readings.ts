// How the characters of a name are read. The dictionary is large, so it arrives when the first name asks for it.
import { SYLLABLES } from './syllables.js';
import type { Unit } from './fold.js';

/** For each unit the syllables it may stand for, the likeliest first; none for what has no pinyin. */
export type Readings = (units: readonly Unit[]) => readonly (readonly string[])[];

/** More readings than a name can have in earnest; each one more multiplies what is stored. */
const MOST = 4;
const KEPT = 20_000;
/** The longest surname that is read otherwise than its characters: 欧阳, 尉迟, 万俟. */
const SURNAME = 2;

let loading: Promise<Readings> | undefined;

/** The readings of names, by pinyin-pro; the same for every caller. */
export const loadReadings = (): Promise<Readings> => (loading ??= load());

async function load(): Promise<Readings> {
  const { pinyin } = await import('pinyin-pro');
  const options = { toneType: 'none', type: 'array', v: true } as const;
  const every = remembered((char) => pinyin(char, { ...options, multiple: true }));
  const asSurname = remembered((head) => pinyin(head, { ...options, surname: 'head' }));
  return (units) => {
    const head = headOf(units);
    const surname = head === '' ? [] : asSurname(head);
    return units.map(({ kind, text }, index) => {
      if (kind === 'word') return [text];
      // A surname has its own reading (单 shan); as given names and nicknames the same characters have the others.
      const first = index < SURNAME ? surname.slice(index, index + 1) : [];
      return [...new Set([...first, ...every(text)])].filter((one) => SYLLABLES.has(one)).slice(0, MOST);
    });
  };
}

/** The characters at the start of a name, where a surname stands. */
function headOf(units: readonly Unit[]): string {
  const head = units.slice(0, SURNAME);
  const end = head.findIndex(({ kind }) => kind === 'word');
  return (end === -1 ? head : head.slice(0, end)).map(({ text }) => text).join('');
}

function remembered(read: (text: string) => string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const list = read(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, list);
    return list;
  };
}
