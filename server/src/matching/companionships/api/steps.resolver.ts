import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, OfGrade, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, LocalDateType, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { PairLoaders } from '../../pair-loaders.js';
import { toAcceptRefusal } from '../../runs/api/run.payloads.js';
import { Contacts } from '../contacts/contacts.js';
import { Pauses } from '../pauses.js';
import { Restarts } from '../restarts.js';
import { Tellings } from '../tellings/tellings.js';
import { toCompanionship } from './companionship.payloads.js';
import { CompanionshipType } from './companionship.types.js';
import {
  AnswerTellingInput,
  AnswerTellingResult,
  CompanionshipContactType,
  PauseCompanionshipInput,
  PauseCompanionshipResult,
  RecordContactInput,
  RecordContactResult,
  RestartCompanionshipInput,
  RestartCompanionshipResult,
  TellingType,
  toContact,
  toStep,
  toTelling,
} from './steps.types.js';

const idOf = (globalId: string): string => fromGlobalId('Companionship', globalId) ?? '';

@Resolver(() => CompanionshipType)
export class CompanionshipStepsResolver {
  constructor(
    private readonly kept: Contacts,
    private readonly pauses: Pauses,
    private readonly tellings: Tellings,
    private readonly restarts: Restarts,
    private readonly loaders: PairLoaders,
  ) {}

  @Mutation(() => RecordContactResult, { description: 'Writes down a contact that was attempted or made.' })
  @Allow('companionship.recordContact')
  async recordContact(
    @Args('input') { companionshipId, kind, happenedOn, note, requestId }: RecordContactInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RecordContactResult> {
    const contact = { kind, happenedOn: happenedOn as LocalDate, note: note ?? undefined, requestId };
    const outcome = await this.kept.record(actor, idOf(companionshipId), contact);
    return outcome.ok ? toStep(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => PauseCompanionshipResult, {
    description: 'Lets a companionship rest; either side may, and only a worker takes it up again.',
  })
  @Allow('companionship.pause')
  async pauseCompanionship(
    @Args('input') { companionshipId, version, reason }: PauseCompanionshipInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof PauseCompanionshipResult> {
    const outcome = await this.pauses.pause(actor, idOf(companionshipId), version, reason);
    return outcome.ok ? toStep(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => AnswerTellingResult, { description: 'Writes down what a child was told after a stop.' })
  @Allow('companionship.prepare')
  async answerTelling(
    @Args('input') { companionshipId, words }: AnswerTellingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AnswerTellingResult> {
    const outcome = await this.tellings.answer(actor, idOf(companionshipId), words);
    return outcome.ok ? toCompanionship(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => RestartCompanionshipResult, {
    description:
      'Lets the two of a pair that a stop had ended begin anew: a new pair, of which everybody is asked anew.',
  })
  @Allow('companionship.prepare')
  async restartCompanionship(
    @Args('input') { companionshipId }: RestartCompanionshipInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RestartCompanionshipResult> {
    const outcome = await this.restarts.restart(actor, idOf(companionshipId));
    return outcome.ok ? toCompanionship(outcome.value) : toAcceptRefusal(outcome.error);
  }

  @ResolveField(() => CompanionshipType, {
    nullable: true,
    description: 'The pair of the same two before this one, which a stop had ended.',
  })
  @OfGrade('G5')
  async earlier(
    @Parent() { view }: CompanionshipType,
    @Context() context: GraphqlContext,
  ): Promise<CompanionshipType | null> {
    const pair = view.restartOfId ? await this.loaders.pair(context, view.restartOfId) : undefined;
    return pair ? toCompanionship(pair) : null;
  }

  @ResolveField(() => [CompanionshipContactType], { description: 'The latest contacts, the newest first.' })
  @OfGrade('G5')
  async contacts(
    @Parent() pair: CompanionshipType,
    @Context() context: GraphqlContext,
  ): Promise<CompanionshipContactType[]> {
    return (await this.loaders.contacts(context, pair.view.id)).map(toContact);
  }

  @ResolveField(() => LocalDateType, {
    nullable: true,
    description: 'Last day by which the next contact should be made; null while the two do not meet.',
  })
  nextContactOn(@Parent() { view }: CompanionshipType): string | null {
    return view.state === 'ACTIVE' ? (view.nextContactOn ?? null) : null;
  }

  @ResolveField(() => TellingType, { nullable: true, description: 'What the child is, or was, told of a stop.' })
  @OfGrade('G5')
  async telling(@Parent() pair: CompanionshipType, @Context() context: GraphqlContext): Promise<TellingType | null> {
    const telling = await this.loaders.telling(context, pair.view.id);
    return telling ? toTelling(telling) : null;
  }
}
