// Whether what a card says of a child may leave now: the family agreed, and somebody stands beside the child.
import { Injectable } from '@nestjs/common';
import type { AgencyId, ChildId } from '@tongxing/shared/kernel';
import { Disclosures } from '../disclosure/index.js';
import { SponsorshipsRepository } from '../giving/index.js';

@Injectable()
export class CardConsents {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly sponsorships: SponsorshipsRepository,
  ) {}

  /** In the unit of work that releases. */
  async open({ agencyId, childId }: { readonly agencyId: AgencyId; readonly childId: ChildId }): Promise<boolean> {
    const viewer = { agencyId, audience: 'DONOR', purpose: 'SPONSORSHIP' } as const;
    const groups = await this.disclosures.groupsFor([childId], viewer);
    if (!groups.get(childId)?.has('PROGRESS')) return false;
    return (await this.sponsorships.sponsored(agencyId, [childId])).has(childId);
  }
}
