import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type GuardianActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId, type GraphqlContext } from '../../platform/graphql/index.js';
import { GuardianSignUps, type ChildActivityView } from '../guardian-sign-ups.js';
import {
  ChildActivitiesType,
  ChildActivityType,
  ChildSignUpResult,
  OptOutChildInput,
  SignUpChildInput,
  SignUpRefused,
} from './guardian-sign-ups.types.js';

const idOf = (activityId: string): string => fromGlobalId('Activity', activityId) ?? '';

/** A guardian's word on activities, by the personal link and without an account. */
@Resolver()
export class GuardianSignUpsResolver {
  constructor(private readonly signUps: GuardianSignUps) {}

  @Query(() => ChildActivitiesType, {
    nullable: true,
    description: 'Open activities for the child of the link; null without a living link.',
  })
  @Public('activity.forOwnChild')
  async childActivities(@Context() { actor }: GraphqlContext): Promise<ChildActivitiesType | null> {
    return actor?.kind === 'guardian' ? this.#all(actor) : null;
  }

  @Mutation(() => ChildSignUpResult, { description: 'The own child comes, and said so.' })
  @Allow('activity.forOwnChild')
  async signUpChild(
    @Args('input') { activityId, ...said }: SignUpChildInput,
    @Context('actor') actor: GuardianActor,
  ): Promise<typeof ChildSignUpResult> {
    return this.#answer(actor, await this.signUps.signUp(actor, idOf(activityId), said));
  }

  @Mutation(() => ChildSignUpResult, { description: 'The own child does not come; at any time until it is there.' })
  @Allow('activity.forOwnChild')
  async optOutChild(
    @Args('input') { activityId }: OptOutChildInput,
    @Context('actor') actor: GuardianActor,
  ): Promise<typeof ChildSignUpResult> {
    return this.#answer(actor, await this.signUps.optOut(actor, idOf(activityId)));
  }

  async #answer(
    actor: GuardianActor,
    outcome: Awaited<ReturnType<GuardianSignUps['signUp']>>,
  ): Promise<typeof ChildSignUpResult> {
    const all = outcome.ok ? await this.#all(actor) : undefined;
    if (all) return all;
    const error = outcome.ok ? { code: 'NOT_FOUND' as const } : outcome.error;
    if (error.code === 'NOT_FOUND') return toCommonPayload(error) as typeof ChildSignUpResult;
    return make(SignUpRefused, { code: error.code, message: 'The child cannot be signed up.', why: error.why });
  }

  async #all(actor: GuardianActor): Promise<ChildActivitiesType | null> {
    const found = await this.signUps.list(actor);
    return found ? make(ChildActivitiesType, { list: found.map(toChildActivity) }) : null;
  }
}

const toChildActivity = ({ view, outsiders, row, refusal, mayOptOut }: ChildActivityView): ChildActivityType => {
  const { activity, venue } = view;
  const { kind, theme, themeEn, taskGoal, childrenPart, onDate, startMinute, endMinute } = activity;
  return make(ChildActivityType, {
    ...{ kind, theme, themeEn, taskGoal, childrenPart, onDate, startMinute, endMinute, outsiders, mayOptOut },
    activityId: toGlobalId('Activity', activity.id),
    venueName: venue.name,
    venueAddress: venue.address,
    signedUp: row?.choice === 'SIGNED_UP',
    refusal: refusal ?? null,
  });
};
