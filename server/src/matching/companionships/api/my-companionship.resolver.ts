import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { withoutHit } from '@tongxing/shared/rules';
import { EligibilityType, toEligibility } from '../../../people/index.js';
import { Allow, Public, type GuardianActor, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  make,
  toCommonPayload,
  toGlobalId,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import { toNotEligible } from '../../runs/api/run.payloads.js';
import { Guardians, type GuardianPageView } from '../guardians.js';
import { MyCompanionships, type MyCompanionshipView } from '../my-companionships.js';
import {
  AnswerCompanionshipInput,
  AnswerCompanionshipResult,
  CompanionChildType,
  GuardianConsentType,
  GuardianViewType,
  MyCompanionshipType,
  WithdrawConsentInput,
  WithdrawConsentResult,
} from './my-companionship.types.js';

import { toCoverDays } from './cover.types.js';
import { toHandedOn } from './handing-on.types.js';
import { toNextStep } from './next-steps.types.js';
import { toContact } from './steps.types.js';

@Resolver()
export class MyCompanionshipResolver {
  constructor(
    private readonly service: MyCompanionships,
    private readonly guardians: Guardians,
  ) {}

  @Query(() => [MyCompanionshipType], { description: "The volunteer's own companionships, the newest first." })
  @Allow('companionship.readOwn')
  async myCompanionships(@Context('actor') actor: PersonActor): Promise<MyCompanionshipType[]> {
    return (await this.service.list(actor)).map(toMine);
  }

  @Query(() => EligibilityType, {
    nullable: true,
    description: 'What am I still missing; null without a volunteer record.',
  })
  @Allow('volunteer.readOwn')
  async myEligibility(@Context('actor') actor: PersonActor): Promise<EligibilityType | null> {
    const eligibility = await this.service.myEligibility(actor);
    return eligibility ? toEligibility(withoutHit(eligibility)) : null;
  }

  @Mutation(() => AnswerCompanionshipResult, { description: "The volunteer's own yes or no to a companionship." })
  @Allow('companionship.answerOwn')
  async answerCompanionship(
    @Args('input') input: AnswerCompanionshipInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AnswerCompanionshipResult> {
    const { agree, acceptConduct, reason } = input;
    const id = fromGlobalId('Companionship', input.companionshipId) ?? '';
    const answer = { agree, acceptConduct, reason: reason ?? undefined };
    const outcome = await this.service.answer(actor, id, input.version, answer);
    if (outcome.ok) return toMine(outcome.value);
    return outcome.error.code === 'VOLUNTEER_NOT_ELIGIBLE'
      ? toNotEligible(outcome.error)
      : toCommonPayload(outcome.error);
  }

  @Query(() => GuardianViewType, {
    nullable: true,
    description: 'What a guardian sees by the personal link; null without one.',
  })
  @Public('consent.withdrawOwn')
  async guardianView(@Context() { actor }: GraphqlContext): Promise<GuardianViewType | null> {
    return actor?.kind === 'guardian' ? toGuardianView(await this.guardians.page(actor)) : null;
  }

  @Mutation(() => WithdrawConsentResult, {
    description: 'Takes a consent back; the companion sees nothing of the child from then on.',
  })
  @Allow('consent.withdrawOwn')
  async withdrawConsent(
    @Args('input') input: WithdrawConsentInput,
    @Context('actor') actor: GuardianActor,
  ): Promise<typeof WithdrawConsentResult> {
    const outcome = await this.guardians.withdraw(actor, fromGlobalId('Consent', input.consentId) ?? '');
    return outcome.ok ? toGuardianView(outcome.value) : toCommonPayload(outcome.error);
  }
}

function toMine({
  companionship,
  child,
  worker,
  commonTimes,
  contacts,
  nextSteps,
  handedOn,
  coversName,
  coveredUntil,
}: MyCompanionshipView): MyCompanionshipType {
  return make(MyCompanionshipType, {
    id: toGlobalId('Companionship', companionship.id),
    state: companionship.state,
    child: child
      ? make(CompanionChildType, {
          ...child,
          stage: child.stage ?? null,
          languages: [...child.languages],
          interests: [...child.interests],
        })
      : null,
    startsOn: companionship.startsOn ?? null,
    // The plan is written with the child in mind: it opens and closes with the consent.
    goal: (child && companionship.plan?.taskGoal) ?? null,
    processGoal: (child && companionship.plan?.processGoal) ?? null,
    nextContactOn: (child && companionship.state === 'ACTIVE' && companionship.nextContactOn) || null,
    contacts: contacts.map(toContact),
    nextSteps: nextSteps.map(toNextStep),
    handedOn: handedOn ? toHandedOn(handedOn) : null,
    cover: companionship.cover ? toCoverDays(companionship.cover) : null,
    coversName: coversName ?? null,
    coveredUntil: coveredUntil ?? null,
    meetingPlace: (child && companionship.plan?.meetingPlace) ?? null,
    contactsPerMonth: (child && companionship.plan?.contactsPerMonth) ?? null,
    workerName: worker?.name ?? '',
    workerPhone: worker?.phone ?? null,
    conductAcceptedOn: companionship.conductAcceptedOn ?? null,
    commonTimes: [...commonTimes],
    version: companionship.version,
  });
}

function toGuardianView(view: GuardianPageView): GuardianViewType {
  return make(GuardianViewType, {
    childName: view.childName,
    agencyName: view.agency.name,
    contactPhone: view.agency.contactPhone,
    expiresAt: view.expiresAt,
    consents: view.consents.map((consent) =>
      make(GuardianConsentType, {
        id: toGlobalId('Consent', consent.id),
        companionName: consent.companionName,
        givenOn: consent.givenOn,
        validUntil: consent.validUntil,
        withdrawnOn: consent.withdrawnOn ?? null,
        state: consent.state,
      }),
    ),
  });
}
