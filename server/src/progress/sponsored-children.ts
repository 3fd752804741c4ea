// What a donor reads of the children beside whom they stand: what the family agreed to at this moment, and nothing else.
import { Injectable } from '@nestjs/common';
import type { ChildId } from '@tongxing/shared/kernel';
import type { FieldGroup } from '@tongxing/shared/disclosure';
import { ChildrenRepository, Pseudonyms } from '../children/index.js';
import { Disclosures } from '../disclosure/index.js';
import { SponsorshipsRepository, type SponsorshipView } from '../giving/index.js';
import { Agencies, Areas } from '../people/index.js';
import { allRows, type PersonActor } from '../platform/access/index.js';
import { toSponsoredChild, type SponsoredChildView } from './domain/sponsored-child.js';
import { ProgressCardsRepository } from './progress-cards.repository.js';

const INITIAL_ONLY: ReadonlySet<FieldGroup> = new Set(['PSEUDONYM']);

@Injectable()
export class SponsoredChildren {
  constructor(
    private readonly sponsorships: SponsorshipsRepository,
    private readonly disclosures: Disclosures,
    private readonly pseudonyms: Pseudonyms,
    private readonly children: ChildrenRepository,
    private readonly agencies: Agencies,
    private readonly areas: Areas,
    private readonly cards: ProgressCardsRepository,
  ) {}

  /** In the order in which they began; of a child without consent it is the initial alone. */
  async of({ agencyId, personId }: PersonActor): Promise<SponsoredChildView[]> {
    return this.shown(await this.sponsorships.begunOf(agencyId, personId));
  }

  /** What the page of each donor shows of these at this moment; all of one agency. */
  async shown(sponsorships: readonly SponsorshipView[]): Promise<SponsoredChildView[]> {
    const agencyId = sponsorships[0]?.agencyId;
    if (agencyId === undefined) return [];
    const groups = await this.#groups(sponsorships);
    const told = sponsorships.filter(({ id }) => groups.get(id)?.has('PROGRESS'));
    const cards = await this.cards.released(
      agencyId,
      told.map(({ childId }) => childId),
    );
    const children = await this.children.byIds(
      allRows(agencyId),
      sponsorships.map(({ childId }) => childId),
    );
    const today = await this.agencies.today(agencyId);
    const areas = await this.areas.byCode(agencyId);
    return Promise.all(
      sponsorships.map(async (sponsorship) => {
        const names = await this.pseudonyms.given(agencyId, sponsorship.childId);
        return toSponsoredChild({
          sponsorship,
          pseudonym: names.find(({ audience }) => audience === 'DONOR')?.pseudonym ?? '',
          groups: groups.get(sponsorship.id) ?? INITIAL_ONLY,
          child: children.get(sponsorship.childId),
          areaName: (code) => areas.get(code)?.name,
          cards: cards.filter(({ childId }) => childId === sponsorship.childId),
          today,
        });
      }),
    );
  }

  /** By sponsorship: one that has ended shows what is shown to somebody who stood there before. */
  async #groups(sponsorships: readonly SponsorshipView[]): Promise<Map<string, ReadonlySet<FieldGroup>>> {
    const found = new Map<string, ReadonlySet<FieldGroup>>();
    for (const relation of ['CURRENT', 'FORMER'] as const) {
      const some = sponsorships.filter(({ state }) => (state === 'ENDED') === (relation === 'FORMER'));
      const [first] = some;
      if (!first) continue;
      const childIds: ChildId[] = some.map(({ childId }) => childId);
      const viewer = { agencyId: first.agencyId, audience: 'DONOR', purpose: 'SPONSORSHIP', relation } as const;
      const groups = await this.disclosures.groupsFor(childIds, viewer);
      for (const { id, childId } of some) found.set(id, groups.get(childId) ?? INITIAL_ONLY);
    }
    return found;
  }
}
