// SM5: the company's year, from the catalogue to the days that each company was told of and answered.
import type { Machine } from './machine.js';

/** PREPARING: only the desk sees it. WISHING: companies rank what they would like. CLOSED: the desk proposes and tells. */
export const COMPANY_YEAR_STAGES = ['PREPARING', 'WISHING', 'CLOSED'] as const;
export type CompanyYearStage = (typeof COMPANY_YEAR_STAGES)[number];

export interface CompanyYearDates {
  readonly openedAt: string | null;
  /** The last day on which wishes can be changed. */
  readonly wishesUntil: string;
  /** When a worker ended it before. */
  readonly closedAt: string | null;
}

export function companyYearStage(
  { openedAt, wishesUntil, closedAt }: CompanyYearDates,
  today: string,
): CompanyYearStage {
  if (openedAt === null) return 'PREPARING';
  return closedAt === null && today <= wishesUntil ? 'WISHING' : 'CLOSED';
}

export const YEAR_PLACE_STATES = ['PROPOSED', 'TOLD', 'ACCEPTED', 'DECLINED', 'ENDED'] as const;
export type YearPlaceState = (typeof YEAR_PLACE_STATES)[number];

/** A company at an activity on a day. */
export const YEAR_PLACE_MACHINE: Machine<YearPlaceState> = {
  PROPOSED: { to: ['TOLD', 'ENDED'] },
  TOLD: { to: ['ACCEPTED', 'DECLINED', 'ENDED'], reasonFor: ['DECLINED'] },
  ACCEPTED: { to: [] },
  DECLINED: { to: [] },
  ENDED: { to: [] },
};

/** What a company and the agency say of the next year. */
export const YEAR_RENEWALS = ['RENEWED', 'LAPSED'] as const;
export type YearRenewal = (typeof YEAR_RENEWALS)[number];
