// Pure parts of the page of figures: addresses, words of codes, numbers as they are read.
import {
  EDUCATION_LEVELS,
  FAMILY_DOMAINS,
  FAMILY_FORMS,
  MAJOR_EVENTS,
  VOLUNTEER_KINDS,
  wordsOf,
  type Code,
} from '@tongxing/shared/rules';
import type { FamilyFiguresQuery, FigureCode } from '../../gql/graphql.js';

export type Figure = FamilyFiguresQuery['familyFigures']['figures'][number];
export type Part = Figure['parts'][number];

export const FIGURE_PAGES: readonly FigureCode[] = [
  'HOUSEHOLD_SIZE',
  'FAMILY_FORM',
  'CAREGIVER_EDUCATION',
  'MAJOR_EVENT',
  'MAJOR_EVENT_KIND',
  'FAMILY_NEED',
  'VOLUNTEER_KIND',
];

const TABLES: Readonly<Partial<Record<FigureCode, readonly Code[]>>> = {
  FAMILY_FORM: FAMILY_FORMS,
  CAREGIVER_EDUCATION: EDUCATION_LEVELS,
  MAJOR_EVENT_KIND: MAJOR_EVENTS,
  FAMILY_NEED: FAMILY_DOMAINS,
  VOLUNTEER_KIND: VOLUNTEER_KINDS,
};

/** The words of a part; undefined where they are the page's own. */
export const partWords = (figure: FigureCode, part: string, english: boolean): string | undefined =>
  wordsOf(TABLES[figure] ?? [], part)?.[english ? 'en' : 'zh'];

export const isFigure = (text: string): text is FigureCode => FIGURE_PAGES.some((figure) => figure === text);

/** One decimal always, as the source prints it: 66.0. */
export const oneDecimal = (value: number): string => value.toFixed(1);

/** The part most often named; undefined where nothing is counted, or where several share the first place. */
export function foremost(parts: readonly Part[]): Part | undefined {
  const [first, second] = [...parts].sort((one, other) => (other.count ?? -1) - (one.count ?? -1));
  if (!first?.count || first.count === second?.count) return undefined;
  return first;
}

/** The page of the households behind a number. */
export function behindAddress(figure: FigureCode, part: string, on: string): string {
  const asked = new URLSearchParams({ figure: figure.toLowerCase(), part: part.toLowerCase() });
  if (on !== '') asked.set('on', on);
  return `/agency/figures/households?${asked.toString()}`;
}

/** What that page was asked for; an address that names nothing asks for all households of the mean. */
export function askedFor(search: URLSearchParams): { readonly figure: string; readonly part: string } {
  const figure = search.get('figure');
  if (figure === null) return { figure: 'HOUSEHOLD_SIZE', part: 'ALL' };
  return { figure: figure.toUpperCase(), part: (search.get('part') ?? '').toUpperCase() };
}

/** A day that the address may hold; empty where it holds anything else. */
export const dayIn = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '');
