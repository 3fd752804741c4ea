import type { AgencyId } from '@tongxing/shared/kernel';

/** What `matching` tells this module: which children have, or are about to have, a companion. */
export abstract class ChildCompanions {
  /** Ids of children whose one place is held. */
  abstract heldChildIds(agencyId: AgencyId): Promise<ReadonlySet<string>>;
}
