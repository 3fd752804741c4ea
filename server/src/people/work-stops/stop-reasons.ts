/** Why somebody stops working at once; a code for the audit, explained in words beside it. */
export const STOP_REASONS = ['CONCERN', 'CONDUCT', 'RECORD_CHECK', 'ACCOUNT_AT_RISK', 'OTHER'] as const;
export type StopReason = (typeof STOP_REASONS)[number];
