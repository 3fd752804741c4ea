// What a reader of a company, a partner agency or an expert sees: what is open for them now, as far as the family agrees.
import { Injectable } from '@nestjs/common';
import type { ChildId, LocalDate } from '@tongxing/shared/kernel';
import type { FieldGroup } from '@tongxing/shared/disclosure';
import { ChildrenRepository, Pseudonyms } from '../children/index.js';
import { Disclosures } from '../disclosure/index.js';
import { Agencies, Areas } from '../people/index.js';
import { allRows, type PersonActor } from '../platform/access/index.js';
import { ProgressCardsRepository } from '../progress/index.js';
import { ChildShares } from './child-shares.js';
import { PURPOSE_OF, type KnownChild, type SharedWith } from './domain/shared-child.js';

const INITIAL_ONLY: ReadonlySet<FieldGroup> = new Set(['PSEUDONYM']);

@Injectable()
export class SharedChildren {
  constructor(
    private readonly shares: ChildShares,
    private readonly disclosures: Disclosures,
    private readonly pseudonyms: Pseudonyms,
    private readonly children: ChildrenRepository,
    private readonly agencies: Agencies,
    private readonly areas: Areas,
    private readonly cards: ProgressCardsRepository,
  ) {}

  /** Everything there is to decide about, child by child; the caller's projection picks what its audience may have. */
  async knownTo({ agencyId, personId }: PersonActor, audience: SharedWith): Promise<KnownChild[]> {
    const today = await this.agencies.today(agencyId);
    const shares = await this.shares.openFor(agencyId, personId, audience, today);
    const childIds = shares.map(({ childId }) => childId as ChildId);
    const viewer = { agencyId, audience, purpose: PURPOSE_OF[audience] };
    const groups = await this.disclosures.groupsFor(childIds, viewer);
    const told = childIds.filter((id) => groups.get(id)?.has('PROGRESS'));
    const cards = await this.cards.released(agencyId, told);
    const children = await this.children.byIds(allRows(agencyId), childIds);
    const areas = await this.areas.byCode(agencyId);
    return Promise.all(
      shares.map(async ({ id, childId, untilOn }) => {
        const names = await this.pseudonyms.given(agencyId, childId);
        return {
          share: { id, untilOn: untilOn as LocalDate },
          pseudonym: names.find((name) => name.audience === audience)?.pseudonym ?? '',
          groups: groups.get(childId as ChildId) ?? INITIAL_ONLY,
          child: children.get(childId),
          areaName: (code: string) => areas.get(code)?.name,
          cards: cards.filter((card) => card.childId === childId),
          today,
        };
      }),
    );
  }
}
