/** A UUIDv7 string that cannot be mistaken for the id of another kind of thing. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type AgencyId = Id<'Agency'>;
export type OfficeId = Id<'Office'>;
export type PersonId = Id<'Person'>;
export type LoginId = Id<'Login'>;
export type VolunteerId = Id<'Volunteer'>;
export type ChildId = Id<'Child'>;
export type HouseholdId = Id<'Household'>;
export type ImportBatchId = Id<'ImportBatch'>;
export type MatchRunId = Id<'MatchRun'>;
export type MatchProposalId = Id<'MatchProposal'>;
export type CompanionshipId = Id<'Companionship'>;
export type ConsentId = Id<'Consent'>;
export type ConcernId = Id<'Concern'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Narrows a string to an id. Throws on anything that is not a lower-case UUID. */
export function asId<T extends Id<string>>(raw: string): T {
  if (!UUID.test(raw)) throw new Error('BUG: not an id');
  return raw as T;
}

/** Whether a string has the shape of an id; for input that a stranger may have typed. */
export function looksLikeId(raw: string): boolean {
  return UUID.test(raw);
}
