import { Injectable } from '@nestjs/common';
import type { Rows } from '../platform/access/index.js';
import { ChildCompanions } from './child-companions.js';
import { ChildrenRepository, type ChildView } from './children.repository.js';

export interface ChildQuery {
  readonly waiting?: boolean | null | undefined;
  readonly name?: string | null | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** The children of an agency as its case team sees them. */
@Injectable()
export class Children {
  constructor(
    private readonly repository: ChildrenRepository,
    private readonly companions: ChildCompanions,
  ) {}

  async page(within: Rows, query: ChildQuery): Promise<{ children: ChildView[]; total: number }> {
    const { waiting, name } = query;
    if (typeof waiting !== 'boolean' && !name) return this.repository.page(within, query.offset, query.limit);
    const held = typeof waiting === 'boolean' ? await this.companions.heldChildIds(within.agencyId) : undefined;
    const found = (await this.repository.all(within)).filter(
      (child) => (!held || held.has(child.id) !== waiting) && (!name || goesBy(child, name)),
    );
    return { children: found.slice(query.offset, query.offset + query.limit), total: found.length };
  }

  /** One child among these rows; undefined for any other id. */
  async find(within: Rows, id: string): Promise<ChildView | undefined> {
    return (await this.repository.byIds(within, [id])).get(id);
  }

  /** Children without a companion: those the matching looks for. */
  async waiting(within: Rows): Promise<ChildView[]> {
    const held = await this.companions.heldChildIds(within.agencyId);
    return (await this.repository.all(within)).filter((child) => !held.has(child.id));
  }
}

const goesBy = (child: ChildView, name: string) => child.person.name.includes(name) || child.pseudonym.includes(name);
