import { Injectable } from '@nestjs/common';
import { PEOPLE_BY_NAME } from '@tongxing/shared/kernel';
import { NameSearch } from '../people/index.js';
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
    private readonly names: NameSearch,
  ) {}

  async page(within: Rows, query: ChildQuery): Promise<{ children: ChildView[]; total: number }> {
    const { waiting, name } = query;
    if (typeof waiting !== 'boolean' && !name) return this.repository.page(within, query.offset, query.limit);
    const held = typeof waiting === 'boolean' ? await this.companions.heldChildIds(within.agencyId) : undefined;
    const named = name ? await this.#named(within, name) : await this.repository.all(within);
    const found = named.filter((child) => !held || held.has(child.id) !== waiting);
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

  /** By real name, the best matches first, and then by pseudonym. */
  async #named(within: Rows, name: string): Promise<ChildView[]> {
    const found = await this.names.find('CHILD', within, name, PEOPLE_BY_NAME);
    const ids = [...found.map(({ id }) => id), ...(await this.repository.idsByPseudonym(within, name, PEOPLE_BY_NAME))];
    const children = await this.repository.byIds(within, ids);
    return [...new Set(ids)].flatMap((id) => children.get(id) ?? []).slice(0, PEOPLE_BY_NAME);
  }
}
