import { Injectable } from '@nestjs/common';
import type { AgencyId, ChildId } from '@tongxing/shared/kernel';
import {
  disclose,
  type Audience,
  type DisclosurePurpose,
  type FieldGroup,
  type ViewerRelation,
} from '@tongxing/shared/disclosure';
import { Agencies } from '../people/index.js';
import { LedgerFacts } from './ledger/ledger-facts.js';

/** Who asks, and what for. The caller knows how the viewer stands to the child; without a word it is "now". */
export interface Viewer {
  readonly agencyId: AgencyId;
  readonly audience: Audience;
  readonly purpose: DisclosurePurpose;
  readonly relation?: ViewerRelation | undefined;
  readonly occasion?: string | undefined;
}

/** What may be shown of children outside the case team: the ledger, read at the moment it is asked, and the policy. */
@Injectable()
export class Disclosures {
  constructor(
    private readonly facts: LedgerFacts,
    private readonly agencies: Agencies,
  ) {}

  /**
   * The groups of fields that this viewer may read of each child; an answer for every id asked. Fails closed: of a child
   * of another agency, an erased one and an unknown one it is the initial. Reads in the caller's unit of work, or outside.
   */
  async groupsFor(
    childIds: readonly ChildId[],
    { agencyId, audience, purpose, relation = 'CURRENT', occasion }: Viewer,
  ): Promise<Map<ChildId, ReadonlySet<FieldGroup>>> {
    const today = await this.agencies.today(agencyId);
    const children = await this.facts.children(agencyId, childIds, today);
    const words = await this.facts.words(agencyId, children, { audience, purpose });
    const viewer = { audience, purpose, relation, occasion };
    return new Map(
      childIds.map((id) => {
        const child = children.get(id);
        const groups = child
          ? disclose({ consents: words.get(id) ?? [], viewer, child, today })
          : new Set<FieldGroup>(['PSEUDONYM']);
        return [id, groups];
      }),
    );
  }
}
