import type { AgencyId, PersonId } from '@tongxing/shared/kernel';

/** What `matching` tells this module: which children have, or are about to have, a companion. */
export abstract class ChildCompanions {
  /** Ids of children whose one place is held. */
  abstract heldChildIds(agencyId: AgencyId): Promise<ReadonlySet<string>>;

  /** Ids of children beside whose companionship, not yet ended, this worker stands. */
  abstract childIdsOfWorker(agencyId: AgencyId, workerId: PersonId): Promise<ReadonlySet<string>>;

  /** Ids of the volunteers in such companionships. */
  abstract volunteerIdsOfWorker(agencyId: AgencyId, workerId: PersonId): Promise<ReadonlySet<string>>;
}
