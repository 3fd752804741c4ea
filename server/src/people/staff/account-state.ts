/** Whether somebody can sign in. */
export const ACCOUNT_STATES = ['NONE', 'INVITED', 'ACTIVE'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];
