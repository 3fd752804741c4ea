// One batch a request for what hangs on many households: whether their contact is open, and the household of a child.
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { rowsFor } from '../../../platform/access/index.js';
import { perRequest, type GraphqlContext } from '../../../platform/graphql/index.js';
import { FileAccesses } from '../../file-access/file-access.js';
import { FormerHomes, type FormerHome } from '../former-homes.js';
import { HouseholdReader, type HouseholdView } from '../household-reader.js';

@Injectable()
export class HouseholdLoaders {
  constructor(
    private readonly accesses: FileAccesses,
    private readonly reader: HouseholdReader,
    private readonly former: FormerHomes,
  ) {}

  /** Address and phone numbers are home circumstances: open as the file of one of the household's children is (H12). */
  async isOpen(context: GraphqlContext, household: HouseholdView): Promise<boolean> {
    const loader = perRequest(context, 'open files', () => this.#files(context));
    const children = household.members.flatMap(({ childId, until }) => (childId && !until ? [childId] : []));
    return (await Promise.all(children.map((id) => loader.load(id)))).includes(true);
  }

  async household(context: GraphqlContext, id: string | undefined): Promise<HouseholdView | null> {
    if (id === undefined) return null;
    return perRequest(context, 'households', () => this.#households(context)).load(id);
  }

  async formerHomes(context: GraphqlContext, personId: string): Promise<readonly FormerHome[]> {
    return perRequest(context, 'former homes', () => this.#former(context)).load(personId);
  }

  #former(context: GraphqlContext): DataLoader<string, readonly FormerHome[]> {
    return new DataLoader(async (personIds) => {
      const { actor } = context;
      const found = actor ? await this.former.of(rowsFor(actor, 'household.read'), personIds) : undefined;
      return personIds.map((id) => found?.get(id) ?? []);
    });
  }

  #files(context: GraphqlContext): DataLoader<string, boolean> {
    return new DataLoader(async (ids) => {
      const { actor } = context;
      const known = actor?.kind === 'person' ? await this.accesses.standings(actor, ids) : undefined;
      return ids.map((id) => known?.get(id)?.open ?? false);
    });
  }

  #households(context: GraphqlContext): DataLoader<string, HouseholdView | null> {
    return new DataLoader(async (ids) => {
      const { actor } = context;
      const found = actor ? await this.reader.byIds(rowsFor(actor, 'household.read'), ids) : undefined;
      return ids.map((id) => found?.get(id) ?? null);
    });
  }
}
