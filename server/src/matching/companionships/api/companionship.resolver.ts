import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { CompanionshipState } from '@tongxing/shared/states';
import type { FamilyWord } from '../../../disclosure/index.js';
import { Allow, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, pageBounds, toCommonPayload, toConnection } from '../../../platform/graphql/index.js';
import { Companionships } from '../companionships.js';
import { toActivateRefusal, toCompanionship } from './companionship.payloads.js';
import {
  ActivateCompanionshipInput,
  ActivateCompanionshipResult,
  ApprovePlanInput,
  ApprovePlanResult,
  CompanionshipConnection,
  CompanionshipStateEnum,
  CompanionshipType,
  EndCompanionshipInput,
  EndCompanionshipResult,
  RecordConsentInput,
  RecordConsentResult,
} from './companionship.types.js';

const idOf = (globalId: string): string => fromGlobalId('Companionship', globalId) ?? '';

@Resolver()
export class CompanionshipResolver {
  constructor(private readonly service: Companionships) {}

  @Query(() => CompanionshipConnection, { description: 'Accepted pairs, the newest first.' })
  @Allow('companionship.read')
  async companionships(
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
    @Args('state', { type: () => CompanionshipStateEnum, nullable: true, description: 'Only those in this state.' })
    state?: CompanionshipState,
    @Args('contactOverdue', {
      type: () => Boolean,
      nullable: true,
      description: 'Only those whose next contact should have been made by now.',
    })
    contactOverdue?: boolean,
    @Args('toTell', {
      type: () => Boolean,
      nullable: true,
      description: 'Only those whose child waits to be told that the companion does not come.',
    })
    toTell?: boolean,
    @Args('uncovered', {
      type: () => Boolean,
      nullable: true,
      description: 'Only those whose companion is away, and nobody stands in.',
    })
    uncovered?: boolean,
  ) {
    const bounds = pageBounds({ first, after });
    const filter = {
      state: state ?? undefined,
      contactOverdue: contactOverdue ?? false,
      toTell: toTell ?? false,
      uncovered: uncovered ?? false,
    };
    const found = await this.service.page(rowsFor(actor, 'companionship.read'), filter, bounds);
    return toConnection(found.companionships.map(toCompanionship), bounds.offset, found.total);
  }

  @Query(() => CompanionshipType, { nullable: true, description: 'One pair; null where there is none for the viewer.' })
  @Allow('companionship.read')
  async companionship(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<CompanionshipType | null> {
    const found = await this.service.find(rowsFor(actor, 'companionship.read'), idOf(id));
    return found ? toCompanionship(found) : null;
  }

  @Mutation(() => RecordConsentResult, { description: "Records the guardian's consent and the child's own answer." })
  @Allow('consent.record')
  async recordConsent(
    @Args('input') input: RecordConsentInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RecordConsentResult> {
    const { companionshipId, version } = input;
    const papers = (input.paperIds ?? []).map((id) => fromGlobalId('StoredFile', id) ?? '');
    const outcome = await this.service.recordConsent(actor, idOf(companionshipId), version, toWord(input), papers);
    return outcome.ok ? toCompanionship(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => ApprovePlanResult, { description: 'Approves the plan of a companionship, with both kinds of goal.' })
  @Allow('companionship.prepare')
  async approvePlan(
    @Args('input') input: ApprovePlanInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ApprovePlanResult> {
    const { taskGoal, processGoal, meetingPlace, contactsPerMonth } = input;
    const plan = { taskGoal, processGoal, meetingPlace, contactsPerMonth };
    const outcome = await this.service.approvePlan(actor, idOf(input.companionshipId), input.version, plan);
    return outcome.ok ? toCompanionship(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => ActivateCompanionshipResult, {
    description: 'Begins a companionship, or takes a paused one up again.',
  })
  @Allow('companionship.activate')
  async activateCompanionship(
    @Args('input') input: ActivateCompanionshipInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ActivateCompanionshipResult> {
    const { companionshipId, version, startsOn } = input;
    const outcome = await this.service.activate(actor, idOf(companionshipId), version, startsOn as LocalDate);
    return outcome.ok ? toCompanionship(outcome.value) : toActivateRefusal(outcome.error);
  }

  @Mutation(() => EndCompanionshipResult, { description: 'Ends a companionship, with a reason and a closing talk.' })
  @Allow('companionship.end')
  async endCompanionship(
    @Args('input') input: EndCompanionshipInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EndCompanionshipResult> {
    const talk = (input.closingTalkOn ?? undefined) as LocalDate | undefined;
    const outcome = await this.service.end(actor, idOf(input.companionshipId), input.version, input.reason, talk);
    return outcome.ok ? toCompanionship(outcome.value) : toCommonPayload(outcome.error);
  }
}

function toWord(input: RecordConsentInput): FamilyWord {
  return {
    guardianName: input.guardianName.trim(),
    relation: input.relation.trim(),
    method: input.method,
    witnessName: input.witnessName?.trim() || undefined,
    serviceAgreementSignedOn: input.serviceAgreementSignedOn as LocalDate,
    givenOn: input.givenOn as LocalDate,
    validUntil: input.validUntil as LocalDate,
    childAnswer: input.childAnswer,
    childAnsweredOn: (input.childAnsweredOn ?? undefined) as LocalDate | undefined,
  };
}
