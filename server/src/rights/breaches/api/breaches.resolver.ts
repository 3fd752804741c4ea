import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../../platform/graphql/index.js';
import { Breaches } from '../breaches.js';
import {
  BreachType,
  OpenBreachInput,
  OpenBreachResult,
  TakeBreachStepInput,
  TakeBreachStepResult,
  toBreach,
} from './breaches.types.js';

@Resolver()
export class BreachesResolver {
  constructor(private readonly service: Breaches) {}

  @Query(() => [BreachType], { description: 'Breaches of personal data and exercises, the newest first; 200 at most.' })
  @Allow('breach.read')
  async breaches(@Context('actor') { agencyId }: PersonActor): Promise<BreachType[]> {
    return (await this.service.list(agencyId)).map(toBreach);
  }

  @Query(() => BreachType, { nullable: true, description: 'One of them; null where there is none.' })
  @Allow('breach.read')
  async breach(
    @Context('actor') { agencyId }: PersonActor,
    @Args('id', { type: () => ID, description: 'Which.' }) id: string,
  ): Promise<BreachType | null> {
    const view = await this.service.find(agencyId, fromGlobalId('Breach', id) ?? '');
    return view ? toBreach(view) : null;
  }

  @Mutation(() => OpenBreachResult, { description: 'Writes a breach down; its clocks run from when it was noticed.' })
  @Allow('breach.manage')
  async openBreach(
    @Args('input') { happenedAt, affected, ...input }: OpenBreachInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof OpenBreachResult> {
    const counts = affected.map(({ group, count }) => ({ group, count }));
    const outcome = await this.service.open(actor, { ...input, affected: counts, happenedAt: happenedAt ?? undefined });
    return outcome.ok ? toBreach(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => TakeBreachStepResult, { description: 'A step is done, now.' })
  @Allow('breach.manage')
  async takeBreachStep(
    @Args('input') { breachId, version, step, reference, toldHow }: TakeBreachStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TakeBreachStepResult> {
    const id = fromGlobalId('Breach', breachId) ?? '';
    const told = { reference: reference ?? undefined, toldHow: toldHow ?? undefined };
    const outcome = await this.service.step(actor, { id, version, step, ...told });
    return outcome.ok ? toBreach(outcome.value) : toCommonPayload(outcome.error);
  }
}
