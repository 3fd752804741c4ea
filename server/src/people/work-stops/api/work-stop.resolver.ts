import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, type GraphqlContext } from '../../../platform/graphql/index.js';
import { WorkStopApi } from './work-stop.api.js';
import {
  PausedAccountType,
  ResumeWorkInput,
  ResumeWorkResult,
  StopWorkInput,
  StopWorkResult,
  WorkStandingType,
} from './work-stop.types.js';

@Resolver()
export class WorkStopResolver {
  constructor(private readonly api: WorkStopApi) {}

  @Query(() => WorkStandingType, {
    nullable: true,
    description: 'Whether a volunteer or a colleague may work, and what a stop would end; null for anybody else.',
  })
  @Allow('person.stop')
  workStanding(
    @Args('personId', { type: () => ID, description: 'Opaque id of the person.' }) personId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<WorkStandingType | null> {
    return this.api.standing(actor, fromGlobalId('Person', personId) ?? '');
  }

  @Mutation(() => StopWorkResult, {
    description: 'Ends all work of a person at once: sessions, links, invitations, running companionships (H8).',
  })
  @Allow('person.stop')
  stopWork(@Args('input') input: StopWorkInput, @Context('actor') actor: PersonActor): Promise<typeof StopWorkResult> {
    return this.api.stop(actor, input);
  }

  @Mutation(() => ResumeWorkResult, { description: 'Lets a person work again; never by whoever stopped them.' })
  @Allow('person.stop')
  resumeWork(
    @Args('input') input: ResumeWorkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ResumeWorkResult> {
    return this.api.resume(actor, input);
  }

  @Query(() => PausedAccountType, {
    nullable: true,
    description: 'Whom to call, for whoever held a session when their work was stopped; null for everybody else.',
  })
  @Public()
  pausedAccount(@Context() context: GraphqlContext): Promise<PausedAccountType | null> {
    return this.api.paused(context);
  }
}
