import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { Audience, DisclosurePurpose, TextLanguage } from '@tongxing/shared/disclosure';
import { Agencies } from '../../../people/index.js';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, LocalDateType, make, toCommonPayload } from '../../../platform/graphql/index.js';
import { ConsentAsking } from '../consent-asking.js';
import { ConsentUpkeep } from '../consent-upkeep.js';
import { GuardianBars } from '../guardian-bars.js';
import { ConsentLedger, type LedgerView } from '../ledger.js';
import { AudienceEnum, LanguageEnum, PurposeEnum } from './ledger-enums.js';
import { childOf, guardianOf, toLedger, toSitting, toTask, toText } from './ledger.payloads.js';
import {
  AskByLinkInput,
  AskByLinkResult,
  BarGuardianResult,
  ConsentAskedType,
  ConsentLedgerType,
  ConsentTaskType,
  ConsentTextType,
  GuardianBarInput,
  LiftGuardianBarResult,
  RecordDisclosureConsentInput,
  RecordDisclosureConsentResult,
  SecondPersonNeeded,
  TakeBackDisclosureInput,
  TakeBackDisclosureResult,
} from './ledger.types.js';

@Resolver()
export class ConsentLedgerResolver {
  constructor(
    private readonly ledger: ConsentLedger,
    private readonly asking: ConsentAsking,
    private readonly bars: GuardianBars,
    private readonly agencies: Agencies,
  ) {}

  @Query(() => ConsentLedgerType, {
    nullable: true,
    description: 'All that was said of a child, and what is shown today; null without such a child.',
  })
  @Allow('consent.read')
  async consentLedger(
    @Args('childId', { type: () => ID, description: 'Which child.' }) childId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ConsentLedgerType | null> {
    const view = await this.ledger.of(actor, childOf(childId));
    return view ? this.#toLedger(actor, view) : null;
  }

  @Query(() => ConsentTextType, {
    nullable: true,
    description: 'What a family hears before it answers; null where these two are never asked for together.',
  })
  @Allow('consent.record')
  async consentText(
    @Args('purpose', { type: () => PurposeEnum, description: 'What for.' }) purpose: DisclosurePurpose,
    @Args('audience', { type: () => AudienceEnum, description: 'Who is to see it.' }) audience: Audience,
    @Args('until', { type: () => LocalDateType, description: 'Last day.' }) until: LocalDate,
    @Args('language', { type: () => LanguageEnum, description: 'In which language.' }) language: TextLanguage,
    @Context('actor') actor: PersonActor,
    @Args('occasion', { type: () => String, nullable: true, description: 'For a public story.' }) occasion?: string,
  ): Promise<ConsentTextType | null> {
    const about = { purpose, audience, occasion: occasion ?? undefined };
    const text = await this.ledger.text(actor, about, until, language);
    return text ? toText(text) : null;
  }

  @Mutation(() => RecordDisclosureConsentResult, {
    description: 'Writes down what guardian and child said, on the worker’s device or on paper, each group by itself.',
  })
  @Allow('consent.record')
  async recordDisclosureConsent(
    @Args('input') input: RecordDisclosureConsentInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RecordDisclosureConsentResult> {
    const outcome = await this.ledger.give(actor, childOf(input.childId), toSitting(input));
    return outcome.ok ? this.#toLedger(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => TakeBackDisclosureResult, {
    description: 'On the family’s word: takes back what somebody said yes to. The next request shows nothing of it.',
  })
  @Allow('consent.record')
  async takeBackDisclosure(
    @Args('input') { statementId }: TakeBackDisclosureInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TakeBackDisclosureResult> {
    const outcome = await this.ledger.takeBack(actor, fromGlobalId('ConsentStatement', statementId) ?? '');
    return outcome.ok ? this.#toLedger(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => AskByLinkResult, {
    description: 'Puts a question on the page of a guardian and makes the link to it.',
  })
  @Allow('consent.link')
  async askByLink(
    @Args('input') { childId, guardianId, until, occasion, ...about }: AskByLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AskByLinkResult> {
    const child = childOf(childId);
    const question = { guardianId: guardianOf(guardianId, child), until: until as LocalDate };
    const outcome = await this.asking.ask(actor, child, { ...about, ...question, occasion: occasion ?? undefined });
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return make(ConsentAskedType, { path: outcome.value.path, expiresAt: outcome.value.expiresAt });
  }

  @Mutation(() => BarGuardianResult, {
    description: 'Marks a guardian as under suspicion: nothing rests on their yes, and no link of theirs opens (T13).',
  })
  @Allow('consent.bar')
  async barGuardian(
    @Args('input') { childId, guardianId, reason }: GuardianBarInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof BarGuardianResult> {
    const child = childOf(childId);
    const outcome = await this.bars.bar(actor, child, guardianOf(guardianId, child), reason);
    return outcome.ok ? this.#again(actor, child) : toCommonPayload(outcome.error);
  }

  @Mutation(() => LiftGuardianBarResult, { description: 'Takes the mark away; by a second person, with a reason.' })
  @Allow('consent.liftBar')
  async liftGuardianBar(
    @Args('input') { childId, guardianId, reason }: GuardianBarInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof LiftGuardianBarResult> {
    const child = childOf(childId);
    const outcome = await this.bars.lift(actor, child, guardianOf(guardianId, child), reason);
    if (outcome.ok) return this.#again(actor, child);
    if (outcome.error.code !== 'SECOND_PERSON_NEEDED') return toCommonPayload(outcome.error);
    return make(SecondPersonNeeded, { code: outcome.error.code, message: 'Somebody else has to take the mark away.' });
  }

  async #again(actor: PersonActor, childId: string): Promise<ConsentLedgerType> {
    const view = await this.ledger.of(actor, childId);
    if (!view) throw new Error('BUG: the ledger of a child is gone after a change to it');
    return this.#toLedger(actor, view);
  }

  async #toLedger(actor: PersonActor, view: LedgerView): Promise<ConsentLedgerType> {
    return toLedger(view, await this.agencies.today(actor.agencyId));
  }
}

@Resolver()
export class ConsentTaskResolver {
  constructor(private readonly upkeep: ConsentUpkeep) {}

  @Query(() => [ConsentTaskType], { description: 'Families that have to be asked, the most pressing first.' })
  @Allow('consent.record')
  async consentTasks(@Context('actor') actor: PersonActor): Promise<ConsentTaskType[]> {
    return (await this.upkeep.list(actor)).map(({ child, ...task }) => toTask(task, child));
  }
}
