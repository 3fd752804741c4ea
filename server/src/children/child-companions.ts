import type { AgencyId, PersonId } from '@tongxing/shared/kernel';

/** What `matching` tells this module: which children have, or are about to have, a companion. */
export abstract class ChildCompanions {
  /** Ids of children whose one place is held. */
  abstract heldChildIds(agencyId: AgencyId): Promise<ReadonlySet<string>>;

  /** SQL that holds for a row `child` whose one place is held, for queries that must not read them all. */
  abstract readonly heldInSql: string;

  /** Who stands beside each of these children's pairs, by child; children with nobody are absent. */
  abstract workersOf(agencyId: AgencyId, childIds: readonly string[]): Promise<ReadonlyMap<string, PersonId>>;

  /** Ids of children beside whose companionship, not yet ended, this worker stands. */
  abstract childIdsOfWorker(agencyId: AgencyId, workerId: PersonId): Promise<ReadonlySet<string>>;

  /** Ids of the volunteers in such companionships. */
  abstract volunteerIdsOfWorker(agencyId: AgencyId, workerId: PersonId): Promise<ReadonlySet<string>>;
}
