// Who raises a concern.
export const RAISED_BY_KINDS = ['STAFF', 'VOLUNTEER', 'GUARDIAN', 'CHILD', 'OTHER'] as const;
export type RaisedByKind = (typeof RAISED_BY_KINDS)[number];
