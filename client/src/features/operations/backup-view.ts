// How the age of a backup reads: a tone for the eye, and whole hours or days for the words.
import type { Tone } from '../../ui/badge/StateBadge.js';

const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 24;

export type Age = { readonly unit: 'HOURS' | 'DAYS'; readonly count: number };

/** Whole hours within two days, whole days after that; never less than nothing where clocks differ. */
export function ageOf(finishedAt: string, now: Date): Age {
  const hours = Math.max(0, Math.floor((now.getTime() - Date.parse(finishedAt)) / HOUR_MS));
  if (hours < 2 * HOURS_A_DAY) return { unit: 'HOURS', count: hours };
  return { unit: 'DAYS', count: Math.floor(hours / HOURS_A_DAY) };
}

/** good: younger than it may be · soon: three quarters of that have passed · refused: too old, or never. */
export function toneOf(finishedAt: string | undefined, days: number, now: Date): Tone {
  if (finishedAt === undefined) return 'refused';
  const share = (now.getTime() - Date.parse(finishedAt)) / (days * HOURS_A_DAY * HOUR_MS);
  if (share > 1) return 'refused';
  return share > 0.75 ? 'soon' : 'good';
}
