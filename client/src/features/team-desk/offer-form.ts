// Between what is typed of the terms on which teams may come and what the server takes.
import type { CostLine } from '@tongxing/shared/rules';
import type { ActivityTeamsQuery, CostPer, SaveTeamOfferInput } from '../../gql/graphql.js';
import { fenOf, yuanOf } from '../../ui/format/money.js';

export type Terms = Omit<NonNullable<ActivityTeamsQuery['teamOffer']>, '__typename' | 'costLines'> & {
  readonly costLines: readonly CostLine[];
};
export interface TypedTerms {
  readonly guestsPerWorker: string;
  readonly guestsPerChild: string;
  readonly visitsPerMonth: string;
  readonly checkLeadDays: string;
  readonly cutOffDays: string;
  readonly noticeDays: string;
  readonly hasOtherTasks: boolean;
  readonly otherTasks: string;
  readonly costLines: { what: string; yuan: string; per: CostPer }[];
}
export type TermsField = keyof TypedTerms;

/** Least and most of each number, as the server knows them. */
export const TERM_NUMBERS = [
  ['guestsPerWorker', 1, 100],
  ['guestsPerChild', 0, 10],
  ['visitsPerMonth', 0, 31],
  ['checkLeadDays', 0, 120],
  ['cutOffDays', 0, 60],
  ['noticeDays', 0, 90],
] as const satisfies readonly (readonly [TermsField, number, number])[];
export type TermNumber = (typeof TERM_NUMBERS)[number][0];

const LONGEST = { otherTasks: 300, what: 60, lines: 20 } as const;
const EMPTY_LINE = { what: '', yuan: '', per: 'GUEST' as const };

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
const written = ({ costLines }: TypedTerms) =>
  costLines.filter(({ what, yuan }) => what.trim() !== '' || yuan.trim() !== '');

/** The fields that need another look before anything is sent. */
export function termsFaults(typed: TypedTerms): readonly TermsField[] {
  const lines = written(typed);
  const other = typed.otherTasks.trim();
  const goodLine = ({ what, yuan }: { readonly what: string; readonly yuan: string }) =>
    what.trim() !== '' && what.trim().length <= LONGEST.what && fenOf(yuan) !== undefined;
  return [
    ...TERM_NUMBERS.filter(([field, least, most]) => !isWhole(typed[field], least, most)).map(([field]) => field),
    ...(typed.hasOtherTasks && (other === '' || other.length > LONGEST.otherTasks) ? (['otherTasks'] as const) : []),
    ...(lines.length > LONGEST.lines || !lines.every(goodLine) ? (['costLines'] as const) : []),
  ];
}

/** What the server takes; only for what has no faults. */
export function toTermsInput(typed: TypedTerms): Omit<SaveTeamOfferInput, 'activityId' | 'version'> {
  const { hasOtherTasks, otherTasks } = typed;
  const numbers = Object.fromEntries(TERM_NUMBERS.map(([field]) => [field, Number(typed[field])]));
  return {
    ...(numbers as Record<TermNumber, number>),
    hasOtherTasks,
    otherTasks: hasOtherTasks ? otherTasks.trim() : '',
    costLines: written(typed).map(({ what, yuan, per }) => ({ what: what.trim(), amount: fenOf(yuan) ?? '0', per })),
  };
}

/** What stands in the form to begin with: the terms, or the agency's usual ones. */
export function typedTerms(terms: Terms): TypedTerms {
  const numbers = Object.fromEntries(TERM_NUMBERS.map(([field]) => [field, String(terms[field])]));
  const lines = terms.costLines.map(({ what, amount, per }) => ({ what, yuan: yuanOf(amount), per }));
  return {
    ...(numbers as Record<TermNumber, string>),
    hasOtherTasks: terms.hasOtherTasks,
    otherTasks: terms.otherTasks ?? '',
    costLines: [...lines, EMPTY_LINE],
  };
}
