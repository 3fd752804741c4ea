import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { PersonId } from '@tongxing/shared/kernel';
import { MyCompanionshipType } from '../../matching/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import {
  fromGlobalId,
  pageBounds,
  perRequest,
  toCommonPayload,
  toConnection,
  type GraphqlContext,
} from '../../platform/graphql/index.js';
import { ConcernNames } from '../concern-names.js';
import { Concerns, type ReceiptView } from '../concerns.js';
import {
  ConcernConnection,
  ConcernReceiptType,
  MarkConcernSeenInput,
  MarkConcernSeenResult,
  RaiseConcernInput,
  RaiseConcernResult,
  toConcern,
  toReceipt,
} from './concern.types.js';

@Resolver()
export class ConcernResolver {
  constructor(
    private readonly service: Concerns,
    private readonly names: ConcernNames,
  ) {}

  @Query(() => ConcernConnection, { description: 'Concerns for those in charge; what nobody has seen stands first.' })
  @Allow('concern.read')
  async concerns(
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
  ) {
    const bounds = pageBounds({ first, after });
    const { concerns, total } = await this.service.page(actor, bounds);
    const nameOf = await this.names.of(actor, concerns);
    return toConnection(
      concerns.map((concern) => toConcern(concern, nameOf)),
      bounds.offset,
      total,
    );
  }

  @Query(() => [ConcernReceiptType], { description: 'Receipts of what the reader raised, the newest first.' })
  @Allow('concern.raise')
  async myConcerns(@Context('actor') actor: PersonActor): Promise<ConcernReceiptType[]> {
    return (await this.service.receiptsOf(actor)).map(toReceipt);
  }

  @Mutation(() => RaiseConcernResult, { description: 'Says that something may be wrong; nothing deletes it (H9).' })
  @Allow('concern.raise')
  async raiseConcern(
    @Args('input') { childId, companionshipId, aboutPersonId, text, requestId, ...more }: RaiseConcernInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RaiseConcernResult> {
    const outcome = await this.service.raise(actor, {
      childId: childId == null ? undefined : (fromGlobalId('Child', childId) ?? ''),
      companionshipId: companionshipId == null ? undefined : (fromGlobalId('Companionship', companionshipId) ?? ''),
      ...{ text, requestId, aboutWorker: more.aboutWorker ?? false, freezeCards: more.freezeCards ?? false },
      aboutPersonId: aboutPersonId == null ? undefined : ((fromGlobalId('Person', aboutPersonId) ?? '-') as PersonId),
    });
    return outcome.ok ? toReceipt(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => MarkConcernSeenResult, { description: 'Somebody in charge has read it; the first one stays.' })
  @Allow('concern.read')
  async markConcernSeen(
    @Args('input') { concernId }: MarkConcernSeenInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MarkConcernSeenResult> {
    const outcome = await this.service.markSeen(actor, fromGlobalId('Concern', concernId) ?? '');
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return toConcern(outcome.value, await this.names.of(actor, [outcome.value]));
  }
}

@Resolver(() => MyCompanionshipType)
export class OwnConcernsResolver {
  constructor(private readonly service: Concerns) {}

  @ResolveField(() => [ConcernReceiptType], {
    description: "Receipts of the volunteer's own concerns about this companionship, the newest first.",
  })
  async concerns(
    @Parent() pair: MyCompanionshipType,
    @Context() context: GraphqlContext,
  ): Promise<ConcernReceiptType[]> {
    const { actor } = context;
    if (actor?.kind !== 'person') return [];
    const own = await perRequest(context, 'own receipts', (): Promise<ReceiptView[]> => this.service.receiptsOf(actor));
    const id = fromGlobalId('Companionship', pair.id);
    return own.filter(({ companionshipId }) => companionshipId === id).map(toReceipt);
  }
}
