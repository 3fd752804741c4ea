// Holds an opened name against what was typed: whether it fits, how well, and which part of it was meant.
import { unitsOf, type Unit } from './fold.js';
import { entriesOf, PLACES, type PlaceInName } from './name-entries.js';
import type { QueryPlan, Wanted } from './query-plan.js';
import type { Readings } from './readings.js';
import { meantBy, syllablesFrom } from './syllables.js';

export interface NameMatch {
  readonly place: PlaceInName;
  /** How literally it was understood; 0 is exactly as it was typed. */
  readonly rank: number;
  /** The part of the name that was meant: offsets of the name as it is written. */
  readonly from: number;
  readonly to: number;
}

/** The best way in which a name fits, or undefined. */
export function matchName(name: string, plan: QueryPlan, readings: Readings): NameMatch | undefined {
  const entries = new Map(entriesOf(name, readings).map((entry) => [entry.text, entry]));
  const found: NameMatch[] = [];
  for (const [rank, texts] of plan.direct.entries()) {
    for (const text of texts) {
      const entry = entries.get(text);
      if (entry) found.push({ place: entry.place, rank, from: entry.from, to: entry.to });
    }
  }
  if (plan.proven.length > 0) {
    const units = unitsOf(name);
    const read = readings(units);
    for (const { wanted, groups } of plan.proven) {
      if (!groups.every((texts) => texts.some((text) => entries.has(text)))) continue;
      const match = sideBySide(units, read, wanted);
      if (match) found.push({ ...match, rank: plan.direct.length });
    }
  }
  return found.sort((a, b) => a.place - b.place || a.rank - b.rank)[0];
}

function sideBySide(
  units: readonly Unit[],
  read: readonly (readonly string[])[],
  wanted: readonly Wanted[],
): Omit<NameMatch, 'rank'> | undefined {
  for (let first = 0; first < units.length; first++) {
    const end = endOf(units, read, wanted, first);
    if (end === undefined) continue;
    const [from, to] = [units[first]?.from ?? 0, units[end - 1]?.to ?? 0];
    if (first > 0) return { place: PLACES.WITHIN, from, to };
    return { place: end === units.length ? PLACES.WHOLE : PLACES.START, from, to };
  }
  return undefined;
}

/** The unit after the last that fits, where all fit from `first` on. */
function endOf(
  units: readonly Unit[],
  read: readonly (readonly string[])[],
  wanted: readonly Wanted[],
  first: number,
): number | undefined {
  let at = first;
  for (const one of wanted) {
    const count = fitting(units, read, one, at);
    if (count === 0) return undefined;
    at += count;
  }
  return at;
}

/** How many units one wanted thing takes; none where it does not fit. */
function fitting(units: readonly Unit[], read: readonly (readonly string[])[], wanted: Wanted, at: number): number {
  const unit = units[at];
  if (!unit) return 0;
  switch (wanted.kind) {
    case 'char':
      return unit.kind === 'char' && unit.text === wanted.text ? 1 : 0;
    case 'syllable':
      return (read[at] ?? []).some((one) => wanted.anyOf.includes(one)) ? 1 : 0;
    case 'begun':
      return (read[at] ?? []).some((one) => one.startsWith(wanted.text) || begins(wanted.text, one)) ? 1 : 0;
    case 'words':
      return words(units, wanted.text, at);
  }
}

/** 吕 is lv, and begins as lu and lyu too. */
const begins = (typed: string, syllable: string) =>
  meantBy(typed).includes(syllable) || syllablesFrom(typed).includes(syllable);

function words(units: readonly Unit[], text: string, at: number): number {
  let joined = '';
  for (let count = 1; at + count <= units.length; count++) {
    const unit = units[at + count - 1];
    if (unit?.kind !== 'word') return 0;
    joined += unit.text;
    if (joined.length >= text.length) return joined.startsWith(text) ? count : 0;
  }
  return 0;
}
