import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate, PersonId } from '@tongxing/shared/kernel';
import { ConsentMissing } from '../../giving/index.js';
import { Agencies, PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import type { ChildShare } from '../child-share.entity.js';
import { ChildShares } from '../child-shares.js';
import {
  ChildShareType,
  CloseShareInput,
  CloseShareResult,
  OpenShareInput,
  OpenShareResult,
  ShareReaderType,
} from './child-share.types.js';

@Resolver()
export class ChildShareResolver {
  constructor(
    private readonly shares: ChildShares,
    private readonly names: PeopleNames,
    private readonly agencies: Agencies,
  ) {}

  @Query(() => [ChildShareType], {
    nullable: true,
    description: 'To whom a child is or was opened, the newest first; null without such a child.',
  })
  @Allow('share.read')
  async childShares(
    @Args('childId', { type: () => ID, description: 'Which child.' }) childId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ChildShareType[] | null> {
    const found = await this.shares.ofChild(actor, fromGlobalId('Child', childId) ?? '');
    return found ? this.#named(actor, found) : null;
  }

  @Query(() => [ShareReaderType], { description: 'To whom a child can be opened, for whoever opens one.' })
  @Allow('share.open')
  async shareReaders(@Context('actor') actor: PersonActor): Promise<ShareReaderType[]> {
    const readers = await this.shares.readers(actor);
    const names = await this.names.of(
      actor.agencyId,
      readers.map(({ personId }) => personId),
    );
    return readers.map(({ personId, audience }) =>
      make(ShareReaderType, { id: toGlobalId('Person', personId), name: names.get(personId) ?? '', audience }),
    );
  }

  @Mutation(() => OpenShareResult, {
    description:
      'Opens what a family agreed to for one named reader until a day; refused where there is nothing of it.',
  })
  @Allow('share.open')
  async openShare(
    @Args('input') { childId, personId, until, ...share }: OpenShareInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof OpenShareResult> {
    const ids = {
      childId: fromGlobalId('Child', childId) ?? '',
      readerPersonId: fromGlobalId('Person', personId) ?? '',
    };
    const outcome = await this.shares.open(actor, { ...share, ...ids, untilOn: until as LocalDate });
    if (outcome.ok) return this.#one(actor, outcome.value);
    const { error } = outcome;
    if (error.code !== 'CONSENT_MISSING') return toCommonPayload(error);
    return make(ConsentMissing, { code: error.code, message: 'The family has not agreed to this yet.' });
  }

  @Mutation(() => CloseShareResult, { description: 'From the next request on its reader sees nothing of the child.' })
  @Allow('share.open')
  async closeShare(
    @Args('input') { childShareId }: CloseShareInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CloseShareResult> {
    const outcome = await this.shares.close(actor, fromGlobalId('ChildShare', childShareId) ?? '');
    return outcome.ok ? this.#one(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  async #one(actor: PersonActor, share: ChildShare): Promise<ChildShareType> {
    const [one] = await this.#named(actor, [share]);
    if (!one) throw new Error('BUG: a share went missing');
    return one;
  }

  async #named({ agencyId }: PersonActor, shares: readonly ChildShare[]): Promise<ChildShareType[]> {
    const today = await this.agencies.today(agencyId);
    const names = await this.names.of(
      agencyId,
      shares.map(({ readerPersonId }) => readerPersonId as PersonId),
    );
    return shares.map(({ id, audience, readerPersonId, organisation, openedOn, untilOn, closedAt }) =>
      make(ChildShareType, {
        ...{ id: toGlobalId('ChildShare', id), audience, organisation, openedOn, until: untilOn },
        readerName: names.get(readerPersonId as PersonId) ?? '',
        open: closedAt === null && untilOn >= today,
      }),
    );
  }
}
