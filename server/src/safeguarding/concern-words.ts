// Who raises a concern, and how far it has come (SM12).
export const RAISED_BY_KINDS = ['STAFF', 'VOLUNTEER', 'GUARDIAN', 'CHILD', 'OTHER'] as const;
export type RaisedByKind = (typeof RAISED_BY_KINDS)[number];
export const CONCERN_STATES = ['RECEIVED', 'SEEN'] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];
