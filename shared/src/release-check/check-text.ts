// The release check of one text: everything that may tell who a child is, or makes one small. It suggests, people decide.
import { spotAccounts, spotLinks, spotMail } from './accounts.js';
import { STRUCTURED_KINDS, type Finding, type FindingKind, type KnownName, type Spotted } from './finding.js';
import { fold, tight, type Folded } from './folded.js';
import { spotCalled, spotKnown } from './names.js';
import { spotNumbers } from './numbers.js';
import { spotAddresses, spotSchools } from './places.js';
import { spotWording } from './wording.js';

/** What could stand in the place of a find that has no words of its own. */
const INSTEAD: Readonly<Record<FindingKind, string>> = {
  NAME: '家里人',
  OTHER_CHILD: '一位同伴',
  SCHOOL: '学校',
  PHONE: '',
  ID_NUMBER: '',
  ACCOUNT: '',
  ADDRESS: '家附近',
  EMAIL: '',
  URL: '',
  QR_CODE: '',
  WORDING: '',
};

/** Every find in the order of the text; none lies within another. `known`: names that must not leave. */
export function checkText(text: string, known: readonly KnownName[] = []): Finding[] {
  const folded = fold(text);
  const close = tight(folded);
  const partOfWord = wordsBeside(folded, close);
  const plain = [spotNumbers, spotAccounts, spotMail, spotLinks].flatMap((spot) => spot(folded.text));
  const pressed = [spotAddresses, spotSchools, spotCalled, spotWording].flatMap((spot) => spot(close.text));
  const named = spotKnown(close.text, known, partOfWord);
  const all = [
    ...plain.map((spotted) => placed(spotted, folded)),
    ...[...named, ...pressed].map((spotted) => placed(spotted, close)),
    ...spotWording(folded.text).map((spotted) => placed(spotted, folded)),
  ];
  return apart(all);
}

function placed({ kind, from, to, instead, certainty = 'SURE' }: Spotted, where: Folded): Finding {
  return {
    kind,
    from: where.from[from] ?? 0,
    to: where.to[to - 1] ?? 0,
    instead: instead ?? INSTEAD[kind],
    certainty,
  };
}

/** Whether a letter stands right before or right after a stretch of the tight text, in the text as it was written. */
function wordsBeside(folded: Folded, close: Folded): (from: number, to: number) => boolean {
  const letters = folded.from.flatMap((_, at) => (/[a-z]/.test(folded.text[at] ?? '') ? [at] : []));
  const ends = new Set(letters.map((at) => folded.to[at]));
  const starts = new Set(letters.map((at) => folded.from[at]));
  return (from, to) => ends.has(close.from[from]) || starts.has(close.to[to - 1]);
}

/** Of finds that lie on each other, the surer, then the longer one stays. */
function apart(all: readonly Finding[]): Finding[] {
  const byWeight = [...all].sort((a, b) => weight(b) - weight(a) || a.from - b.from);
  const kept: Finding[] = [];
  for (const finding of byWeight) {
    const free = kept.every((other) => finding.to <= other.from || other.to <= finding.from);
    if (free && finding.to > finding.from) kept.push(finding);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Where two lie on the same words, what is a number or an address of some kind says more than a name. */
function weight({ kind, certainty, from, to }: Finding): number {
  const rank = STRUCTURED_KINDS.includes(kind) ? 1 : 0;
  return (certainty === 'SURE' ? 100_000 : 0) + (to - from) * 20 + rank;
}
