// The shapes that enter and leave the matching engine. Everything is an integer or an immutable id.

/** A weekly span of free time. Weekday 1 is Monday, 7 Sunday; minutes since midnight, half-open. */
export interface WeeklyTime {
  readonly weekday: number;
  readonly startMinute: number;
  readonly endMinute: number;
}
export type Gender = 'FEMALE' | 'MALE';

export interface MatchVolunteer {
  readonly id: string;
  readonly gender?: Gender | undefined;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  /** Domains of need in which the skills help; worked out from the skills where missing. */
  readonly serves?: readonly string[] | undefined;
  readonly freeTimes: readonly WeeklyTime[];
  /** Service area, with coordinates in metres on a local grid; missing where unmapped. */
  readonly area?: string | undefined;
  readonly place?: { readonly x: number; readonly y: number } | undefined;
  /** Farthest the volunteer will travel, in metres. */
  readonly travelBudget: number;
  /** Children the volunteer may accompany in all; each of the snapshot's locks takes one of these places. */
  readonly places: number;
  readonly supervisorId?: string | undefined;
  /** The eligibility function's word for the service date. Nobody ineligible is ever a candidate. */
  readonly eligible: boolean;
}
export interface MatchChild {
  readonly id: string;
  readonly gender: Gender;
  readonly languages: readonly string[];
  /** Needs by domain code, as the assessment gives them. */
  readonly needs: readonly string[];
  readonly freeTimes: readonly WeeklyTime[];
  readonly area?: string | undefined;
  readonly place?: { readonly x: number; readonly y: number } | undefined;
  /** 1 (least pressing) to 5. */
  readonly priority: number;
  readonly waitingDays: number;
  /** A gender the companion must have, where child or family asked for it. */
  readonly companionGender?: Gender | undefined;
}
export interface MatchSupervisor {
  readonly id: string;
  /** Companionships the supervisor can carry in all; each lock of a supervised volunteer takes one. */
  readonly places: number;
}
export interface MatchRules {
  /** Least common weekly time, in minutes. */
  readonly minimumCommonMinutes: number;
  /** Whether a companion of the other gender may be proposed where nobody asked for one (H25). */
  readonly allowOtherGender: boolean;
  /** Whether a volunteer without a supervisor may be proposed; they may where this is missing (§7.4.3). */
  readonly supervisionRequired?: boolean | undefined;
}
export interface MatchWeights {
  readonly version: number;
  readonly criteria: readonly { readonly criterion: Criterion; readonly weight: number; readonly why: string }[];
}
export type Criterion =
  'sharedHours' | 'travel' | 'skillsForNeeds' | 'sharedLanguage' | 'sameGender' | 'priority' | 'waiting' | 'continuity';
export interface PairOfIds {
  readonly volunteerId: string;
  readonly childId: string;
}
export interface MatchSnapshot {
  readonly serviceDate: string;
  readonly volunteers: readonly MatchVolunteer[];
  readonly children: readonly MatchChild[];
  readonly supervisors: readonly MatchSupervisor[];
  /** Pairs already decided; they keep their places and are never proposed again. */
  readonly locks: readonly PairOfIds[];
  /** Pairs a worker declined; never proposed again. */
  readonly vetoes: readonly PairOfIds[];
  /** Pairs who accompanied each other before, for the criterion of continuity. */
  readonly earlierPairs?: readonly PairOfIds[] | undefined;
}
/** Why a volunteer cannot accompany a child. */
export type RejectionCode =
  | 'NOT_ELIGIBLE'
  | 'NO_PLACE'
  | 'NO_SUPERVISOR_PLACE'
  | 'GENDER_RULE'
  | 'NO_COMMON_LANGUAGE'
  | 'TOO_FAR'
  | 'NO_COMMON_TIME'
  | 'VETOED';
export interface ScorePart {
  readonly criterion: Criterion;
  readonly points: number;
  /**
   * The fact behind the points, in the criterion's own unit: minutes (sharedHours), metres or `UNMAPPED` (travel),
   * codes joined by commas (skillsForNeeds, sharedLanguage), `SAME`, `OTHER` or `UNKNOWN` (sameGender), level
   * (priority), days (waiting), `BEFORE` or `NEW` (continuity).
   */
  readonly fact: string;
}
export interface Pair {
  readonly volunteerId: string;
  readonly childId: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** What the whole would lose, exactly, if this pair were not used; 0: an equally good choice exists. */
  readonly slack: number;
}
/** What proves a run optimal: prices of children, volunteers and supervisors, and the two equal sums. */
export interface Certificate {
  readonly objective: number;
  readonly bound: number;
  readonly childPrices: Readonly<Record<string, number>>;
  readonly volunteerPrices: Readonly<Record<string, number>>;
  readonly supervisorPrices: Readonly<Record<string, number>>;
}
