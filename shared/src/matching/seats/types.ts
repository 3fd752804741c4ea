// Problem B: who takes which seat at which activity. Minutes are counted from any one midnight; everything is whole.

/** A span of minutes, half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface SeatRole {
  readonly role: string;
  /** At most so many. */
  readonly seats: number;
  /** At least so many, or the activity is short of them. */
  readonly least: number;
  /** Skills without which nobody takes this role. */
  readonly required: readonly string[];
  /** Skills that help in it. */
  readonly helpful: readonly string[];
}

export interface SeatActivity {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The month whose hours it takes, as 2027-03; later activities are never of an earlier month. */
  readonly month: string;
  /** In metres on a local grid; without one it counts as in the middle of the others. */
  readonly place?: { readonly x: number; readonly y: number } | undefined;
  /** How much it serves assessed needs, 0 to 100. */
  readonly need: number;
  /** Over all roles together. */
  readonly least: number;
  readonly most: number;
  readonly roles: readonly SeatRole[];
}

export interface SeatVolunteer {
  readonly id: string;
  /** The eligibility function's word for these dates. Nobody ineligible is ever a candidate. */
  readonly eligible: boolean;
  readonly skills: readonly string[];
  /** When the volunteer can come; always, where missing. */
  readonly free?: readonly Span[] | undefined;
  /** What the volunteer wishes, 0 to 100 by activity; 0 where missing. */
  readonly wishes: readonly { readonly activityId: string; readonly points: number }[];
  /** The most a volunteer gives in a month, and what of each month is given away already. */
  readonly minutesPerMonth: number;
  readonly minutesTaken?: readonly { readonly month: string; readonly minutes: number }[] | undefined;
  /** Given before this plan; who gave much is asked later. */
  readonly minutesSoFar: number;
  readonly supervisorId?: string | undefined;
}

/** Present only where supervision limits how many seats the supervised may take in this plan. */
export interface SeatSupervisor {
  readonly id: string;
  readonly places: number;
}

export interface Seat {
  readonly volunteerId: string;
  readonly activityId: string;
  readonly role: string;
}

export interface SeatRules {
  /** Between one activity and the next, at least so long, and longer where the way is. */
  readonly gapMinutes: number;
  readonly metresPerMinute: number;
  /** What each missing seat of a minimum costs. */
  readonly penalty: number;
  /** What an even share is worth: a month costs `evenness` × (hours so far and of the month)², less what was before. */
  readonly evenness: number;
  /** What it is worth that a published seat stays as it is. */
  readonly stayBonus: number;
}

export type SeatCriterion = 'preference' | 'skills' | 'need';

export interface SeatWeights {
  readonly version: number;
  readonly criteria: readonly { readonly criterion: SeatCriterion; readonly weight: number; readonly why: string }[];
}

export interface SeatsProblem {
  readonly volunteers: readonly SeatVolunteer[];
  readonly activities: readonly SeatActivity[];
  readonly supervisors: readonly SeatSupervisor[];
  /** Decided seats: they stay. */
  readonly locks: readonly Seat[];
  /** Never these; without a role, no role of that activity. */
  readonly vetoes: readonly (Omit<Seat, 'role'> & { readonly role?: string | undefined })[];
  /** What is published, where this plan changes one. */
  readonly previous: readonly Seat[];
  readonly rules: SeatRules;
  readonly weights: SeatWeights;
}

export interface ChosenSeat extends Seat {
  /** The sum of its parts, without what evenness costs. */
  readonly value: number;
}

/** An activity whose minimum nobody can bring about, whatever else is decided, and the proof of it. */
export interface Cancelling {
  readonly activityId: string;
  /** Which minimum: the activity's, or those of its roles together. */
  readonly minimum: 'ACTIVITY' | 'ROLES';
  readonly least: number;
  readonly reachable: number;
  /**
   * Whoever could come is one of these people, or can take only these roles. So no more can come than the people, and
   * what the roles count for (their seats; their least, where the minimum is theirs), together: `reachable`.
   */
  readonly coveredBy: { readonly volunteerIds: readonly string[]; readonly roles: readonly string[] };
}

/** Held, but with seats of a minimum left open: others need the same people more. */
export interface Short {
  readonly activityId: string;
  readonly missing: number;
}

/** What proves how good a plan is: prices in parts of a point, and the two sums. */
export interface SeatsCertificate {
  readonly objective: number;
  /** No plan whatever is worth more. */
  readonly bound: number;
  /** So many parts make a point. */
  readonly scale: number;
  /** What a seat costs whoever takes it; below 0 where a minimum is hard to reach. */
  readonly seatPrices: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly supervisorPrices: Readonly<Record<string, number>>;
}

export interface SeatsSolution {
  readonly seats: readonly ChosenSeat[];
  readonly cancel: readonly Cancelling[];
  readonly short: readonly Short[];
  readonly certificate: SeatsCertificate;
  /** How far the plan may be from the best, at most, in millionths of the bound. */
  readonly gapPpm: number;
}

/** Why a volunteer cannot take a seat, whatever else is decided. */
export type SeatRejectionCode =
  'NOT_ELIGIBLE' | 'NOT_FREE' | 'LACKS_SKILL' | 'TOO_LONG' | 'VETOED' | 'NO_SEAT' | 'NO_SUPERVISOR_PLACE';

export interface SeatRejection {
  readonly code: SeatRejectionCode;
  /** The fact, and what would satisfy the rule: the skills that are missing, the minutes that are left. */
  readonly fact: string;
  readonly needed: string;
}

export interface SeatPart {
  readonly criterion: SeatCriterion | 'stay';
  readonly points: number;
  readonly fact: string;
}

export const DEFAULT_SEAT_RULES: SeatRules = {
  gapMinutes: 30,
  metresPerMinute: 250,
  penalty: 20_000,
  evenness: 10,
  stayBonus: 1_500,
};

export const DEFAULT_SEAT_WEIGHTS: SeatWeights = {
  version: 1,
  criteria: [
    { criterion: 'preference', weight: 40, why: 'Who does what they like comes again.' },
    { criterion: 'skills', weight: 30, why: 'Helpful skills make the afternoon better for the children.' },
    { criterion: 'need', weight: 30, why: 'Activities that serve assessed needs come first.' },
  ],
};
