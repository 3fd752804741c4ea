// What of a child may be shown outside the case team at all, in groups that a family can say yes or no to (H21).

/** The initial of the pseudonym is always there; every other group needs consent. */
export const FIELD_GROUPS = [
  /** Its initial only. */
  'PSEUDONYM',
  'AGE_BAND',
  /** What a released progress card says. */
  'PROGRESS',
  'SCHOOL_STAGE',
  'INTERESTS',
  /** Drawings and own words. */
  'VOICE',
  'IMAGE',
  /** The district, nothing nearer. */
  'REGION',
  /** How a companion reaches the family. */
  'COMPANION_CONTACT',
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

export const PURPOSES = [
  'COMPANIONSHIP',
  'SPONSORSHIP',
  'ACTIVITY',
  'PARTNER',
  'EXPERT_ADVICE',
  'PUBLIC_STORY',
] as const;
export type DisclosurePurpose = (typeof PURPOSES)[number];

export const AUDIENCES = ['VOLUNTEER', 'DONOR', 'COMPANY', 'PARTNER', 'EXPERT', 'PUBLIC'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a family may be asked for: one audience, one purpose, and the groups that these two can ever need. */
export interface Offer {
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  readonly groups: readonly FieldGroup[];
  /** A consent holds for one named occasion only (T7). */
  readonly perOccasion?: true;
}

/**
 * No consent opens more than this: nobody can be talked into it (T1, T4, T7). The school's name, an address and a
 * phone of the child are in no group.
 */
export const OFFERS: readonly Offer[] = [
  offer('COMPANIONSHIP', 'VOLUNTEER', ['AGE_BAND', 'SCHOOL_STAGE', 'INTERESTS', 'COMPANION_CONTACT']),
  offer('SPONSORSHIP', 'DONOR', ['AGE_BAND', 'PROGRESS', 'SCHOOL_STAGE', 'INTERESTS', 'VOICE', 'IMAGE', 'REGION']),
  offer('ACTIVITY', 'VOLUNTEER', ['AGE_BAND', 'INTERESTS']),
  offer('ACTIVITY', 'COMPANY', ['AGE_BAND', 'INTERESTS', 'VOICE', 'IMAGE']),
  offer('PARTNER', 'PARTNER', ['AGE_BAND', 'PROGRESS', 'SCHOOL_STAGE', 'REGION']),
  offer('EXPERT_ADVICE', 'EXPERT', ['AGE_BAND', 'PROGRESS', 'SCHOOL_STAGE', 'INTERESTS', 'VOICE']),
  { ...offer('PUBLIC_STORY', 'PUBLIC', ['AGE_BAND', 'INTERESTS', 'VOICE', 'IMAGE']), perOccasion: true },
];

/** What may be asked for this audience and purpose; undefined where they do not go together. */
export const offerOf = (purpose: string, audience: string): Offer | undefined =>
  OFFERS.find((one) => one.purpose === purpose && one.audience === audience);

function offer(purpose: DisclosurePurpose, audience: Audience, groups: readonly FieldGroup[]): Offer {
  return { purpose, audience, groups };
}
