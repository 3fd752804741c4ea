// The columns in which a pair that stands in differs from any other.
import type { CompanionshipId, LocalDate } from '@tongxing/shared/kernel';
import { HOLDS_PLACE, type CompanionshipState } from '@tongxing/shared/states';
import type { Companionship } from '../companionship.entity.js';
import type { CompanionshipView, Cover } from '../companionship-view.js';

/** The child's one place stays with the pair whose companion is away; whoever stands in holds that pair's. */
export function placesOf({ childId, cover }: CompanionshipView, to: CompanionshipState) {
  const holds = HOLDS_PLACE.includes(to);
  return cover
    ? { heldChildId: null, standsInForId: holds ? cover.of : null }
    : { heldChildId: holds ? childId : null, standsInForId: null };
}

export function coverOf({ coversId, coverFrom, coverUntil, coverEnd }: Companionship): Cover | undefined {
  if (coversId === null || coverFrom === null || coverUntil === null) return undefined;
  return {
    of: coversId as CompanionshipId,
    from: coverFrom as LocalDate,
    until: coverUntil as LocalDate,
    end: coverEnd ?? undefined,
  };
}
