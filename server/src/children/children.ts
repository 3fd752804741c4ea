import { Injectable } from '@nestjs/common';
import { COUNTED_UP_TO, PEOPLE_BY_NAME } from '@tongxing/shared/kernel';
import { NameSearch } from '../people/index.js';
import type { Rows } from '../platform/access/index.js';
import { ChildCompanions } from './child-companions.js';
import { ChildLists } from './child-lists.js';
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
    private readonly lists: ChildLists,
    private readonly names: NameSearch,
  ) {}

  /** A page of the list and how many it has, counted no further than `COUNTED_UP_TO` and one. */
  async page(within: Rows, query: ChildQuery): Promise<{ children: ChildView[]; total: number }> {
    const { waiting, offset, limit } = query;
    if (query.name) {
      const ids = await this.ids(within, query, PEOPLE_BY_NAME);
      return { children: await this.inOrder(within, ids.slice(offset, offset + limit)), total: ids.length };
    }
    const ids = await this.lists.ids(within, waiting, limit, offset);
    const isLast = ids.length < limit && (ids.length > 0 || offset === 0);
    const total = isLast ? offset + ids.length : await this.lists.count(within, waiting, COUNTED_UP_TO + 1);
    return { children: await this.inOrder(within, ids), total };
  }

  /** Ids of all whom a query finds, nothing opened but names that are searched for; at most so many. */
  async ids(within: Rows, { waiting, name }: Pick<ChildQuery, 'waiting' | 'name'>, limit: number): Promise<string[]> {
    if (!name) return this.lists.ids(within, waiting, limit);
    const named = (await this.#named(within, name)).map(({ id }) => id);
    if (typeof waiting !== 'boolean') return named.slice(0, limit);
    const held = await this.companions.workersOf(within.agencyId, named);
    return named.filter((id) => held.has(id) !== waiting).slice(0, limit);
  }

  /** These children in this order; ids of rows that are not within are simply absent. */
  async inOrder(within: Rows, ids: readonly string[]): Promise<ChildView[]> {
    const children = await this.repository.byIds(within, ids);
    return ids.flatMap((id) => children.get(id) ?? []);
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
