import type { VolunteerStanding } from '../../gql/graphql.js';

/** The standings in the order of the chips. */
export const STANDINGS: readonly VolunteerStanding[] = ['READY', 'RENEWAL_DUE', 'NOT_READY', 'STOPPED'];

/** The standing that an address asks for; null, and so everyone, for anything else. */
export function standingFilter(value: string): VolunteerStanding | null {
  return STANDINGS.find((standing) => standing === value) ?? null;
}
