// Problem C: which company comes to which activity on which day. Money in whole fen, everything else in whole numbers.

export interface DayActivity {
  readonly id: string;
  readonly children: number;
  /** The ratio: so many children to an adult at most. Fewer adults, and the day is not held. */
  readonly childrenPerAdult: number;
  readonly mostAdults: number;
  /** Workers of the agency who must be there. */
  readonly workers: number;
  readonly venueId: string;
  readonly costPerPerson: number;
  /** Days on which it could be held, and how often at most. */
  readonly days: readonly string[];
  readonly times: number;
}

export interface DayVenue {
  readonly id: string;
  /** People at once, children included. One activity a day. */
  readonly capacity: number;
}

export interface DayCompany {
  readonly id: string;
  readonly people: number;
  /** For all its days together. */
  readonly budget: number;
  /** Days of a team at most; never two on one day. */
  readonly most: number;
  /** Activities by rank, the dearest first; no others are proposed. */
  readonly wishes: readonly string[];
  /** Days on which it can come; all, where missing. */
  readonly days?: readonly string[] | undefined;
  /** Years of an activity together before. */
  readonly before: readonly { readonly activityId: string; readonly years: number }[];
  /** Years in which it asked and had no day. */
  readonly yearsWithout: number;
}

/** A company at an activity on a day. */
export interface Booking {
  readonly companyId: string;
  readonly activityId: string;
  readonly day: string;
}

export type DayCriterion = 'wish' | 'together' | 'fairness';

export interface DayWeights {
  readonly version: number;
  readonly criteria: readonly { readonly criterion: DayCriterion; readonly weight: number; readonly why: string }[];
}

export interface DayRules {
  /** What a wish is worth by its rank, 0 to 100; the last counts for all that follow. */
  readonly rankPoints: readonly number[];
  /** What it is worth that a published day stays as it is. */
  readonly stayBonus: number;
}

export interface DaysProblem {
  readonly companies: readonly DayCompany[];
  readonly activities: readonly DayActivity[];
  readonly venues: readonly DayVenue[];
  /** Workers who are there on each day; none where a day is missing. */
  readonly workers: readonly { readonly day: string; readonly present: number }[];
  /** Decided: they stay, and their day is held. */
  readonly locks: readonly Booking[];
  /** Without a day: never at that activity. */
  readonly vetoes: readonly (Omit<Booking, 'day'> & { readonly day?: string | undefined })[];
  readonly previous: readonly Booking[];
  readonly rules: DayRules;
  readonly weights: DayWeights;
}

export interface ChosenDay extends Booking {
  /** Without what a first day of the year is worth for fairness. */
  readonly value: number;
}

/** Prices in parts of a point: what one more of each would be worth. */
export interface DayPrices {
  /** A day of a company; a thousandth of its budget; what of a first day's worth counts for each of its days. */
  readonly company: Readonly<Record<string, { readonly day: number; readonly budget: number; readonly first: number }>>;
  /** A venue, and a worker, on a day. */
  readonly venue: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly worker: Readonly<Record<string, number>>;
}

/** Only prices above 0 have to stand there. */
export type FewDayPrices = Partial<{
  readonly company: Readonly<Record<string, Partial<DayPrices['company'][string]>>>;
  readonly venue: DayPrices['venue'];
  readonly worker: DayPrices['worker'];
}>;

/**
 * A proof by parts: all plans with a booking and all without it, each part split further, until its own prices bound
 * it, or what is said of it cannot be. Where a part has no prices, those of the certificate count.
 */
export type DayProof =
  | { readonly booking: Booking; readonly within: DayProof; readonly without: DayProof }
  | { readonly prices?: FewDayPrices | undefined };

export interface DaysCertificate {
  readonly objective: number;
  /** No plan whatever is worth more: the greatest bound of the parts of the proof. */
  readonly bound: number;
  readonly scale: number;
  /** Of the whole, before it is split. */
  readonly prices: DayPrices;
  readonly proof: DayProof;
}

export interface DaysSolution {
  readonly bookings: readonly ChosenDay[];
  /** Decided days on which adults are missing: the ratio must be reached by others. */
  readonly short: readonly { readonly activityId: string; readonly day: string; readonly missing: number }[];
  readonly certificate: DaysCertificate;
  /** How far the plan may be from the best, at most, in millionths of the bound. */
  readonly gapPpm: number;
  /** Whether the proof leaves nothing better: the plan is the best there is. */
  readonly exhausted: boolean;
}

export type DayRejectionCode =
  | 'NOT_WISHED'
  | 'DAY_NOT_OFFERED'
  | 'COMPANY_CANNOT'
  | 'OVER_BUDGET'
  | 'TOO_MANY_PEOPLE'
  | 'TOO_FEW_WORKERS'
  | 'VENUE_TOO_SMALL'
  | 'NO_DAYS_LEFT'
  | 'VETOED';

export interface DayRejection {
  readonly code: DayRejectionCode;
  readonly fact: string;
  readonly needed: string;
}

export interface DayPart {
  readonly criterion: DayCriterion | 'stay';
  readonly points: number;
  readonly fact: string;
}

export const DEFAULT_DAY_RULES: DayRules = { rankPoints: [100, 70, 50, 35, 25, 15], stayBonus: 500 };

export const DEFAULT_DAY_WEIGHTS: DayWeights = {
  version: 1,
  criteria: [
    { criterion: 'wish', weight: 60, why: 'A team that does what it asked for comes prepared.' },
    { criterion: 'together', weight: 20, why: 'Children meet people again whom they know.' },
    { criterion: 'fairness', weight: 30, why: 'Who had no day last year comes first this year.' },
  ],
};
