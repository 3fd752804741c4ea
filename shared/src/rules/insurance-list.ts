// Why somebody takes the insurance list of a team along: one of these, never free words about people.

export const INSURANCE_REASONS = ['TO_INSURER', 'CORRECTION', 'CLAIM'] as const;
export type InsuranceReason = (typeof INSURANCE_REASONS)[number];

/** As a spreadsheet opens them. */
export const LIST_FORMATS = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];
