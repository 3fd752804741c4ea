import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { toCommonPayload } from '../../platform/graphql/index.js';
import { MyHelping } from '../my-helping.js';
import { MyHelpingResult, MyHelpingType, TellMyHelpingInput, toMine } from './helping.types.js';

/** The helper's own page. */
@Resolver()
export class MyHelpingResolver {
  constructor(private readonly service: MyHelping) {}

  @Query(() => MyHelpingType, { nullable: true, description: 'The own way of helping; null for whoever has none.' })
  @Allow('helping.readOwn')
  async myHelping(@Context('actor') actor: PersonActor): Promise<MyHelpingType | null> {
    const view = await this.service.of(actor);
    return view ? toMine(view) : null;
  }

  @Mutation(() => MyHelpingResult, { description: 'Says of a step, in own words, what it was like.' })
  @Allow('helping.changeOwn')
  async tellMyHelping(
    @Args('input') { step, words }: TellMyHelpingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MyHelpingResult> {
    const outcome = await this.service.say(actor, step, words);
    return outcome.ok ? toMine(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => MyHelpingResult, {
    description: 'Ends the own helping at once; what one receives goes on as it was.',
  })
  @Allow('helping.changeOwn')
  async leaveMyHelping(@Context('actor') actor: PersonActor): Promise<typeof MyHelpingResult> {
    const outcome = await this.service.leave(actor);
    return outcome.ok ? toMine(outcome.value) : toCommonPayload(outcome.error);
  }
}
