// H25: the agency's rules for one-to-one contact, accepted before the first contact and shown on the companion's page.

export const CONDUCT_RULES = [
  'AGREED_PLACES_ONLY',
  'SECOND_ADULT_WITHIN_REACH',
  'OPPOSITE_GENDER_IN_THE_OPEN',
  'NO_PRIVATE_MESSAGES',
  'NO_GIFTS_OUTSIDE_PROGRAMME',
  'NO_TRANSPORT',
  'NO_OVERNIGHT',
] as const;
export type ConductRule = (typeof CONDUCT_RULES)[number];

/** Changes when the list does: an older acceptance is then asked for again. */
export const CONDUCT_VERSION = 1;
