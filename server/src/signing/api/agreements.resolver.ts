import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import type { AgreementLanguage } from '@tongxing/shared/rules';
import type { AgreementState } from '@tongxing/shared/states';
import { LocaleEnum } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../platform/graphql/index.js';
import { Agreements, type NamedAgreement } from '../agreements.js';
import type { AgreementError } from '../signing.js';
import { AgreementStateEnum } from './agreement-words.js';
import {
  AgreementType,
  CountersignAgreementInput,
  CountersignAgreementResult,
  EndAgreementInput,
  EndAgreementResult,
  OfferAgreementInput,
  OfferAgreementResult,
} from './agreements.types.js';
import { ToAgreement } from './to-agreement.js';

const LANGUAGE = { type: () => LocaleEnum, description: 'Of the words, as long as nobody has signed.' };

@Resolver()
export class AgreementsResolver {
  constructor(
    private readonly service: Agreements,
    private readonly to: ToAgreement,
  ) {}

  @Query(() => [AgreementType], { description: 'Agreements in one state, the newest first; 200 at most.' })
  @Allow('agreement.read')
  async agreements(
    @Args('state', { type: () => AgreementStateEnum, description: 'Which.' }) state: AgreementState,
    @Args('language', LANGUAGE) language: AgreementLanguage,
    @Context('actor') actor: PersonActor,
  ): Promise<AgreementType[]> {
    return this.#all(actor, await this.service.inState(actor, state), language);
  }

  @Query(() => [AgreementType], {
    nullable: true,
    description: 'Agreements with one volunteer, the newest first; null for one who is not to be read.',
  })
  @Allow('agreement.read')
  async volunteerAgreements(
    @Args('volunteerId', { type: () => ID, description: 'Whose.' }) id: string,
    @Args('language', LANGUAGE) language: AgreementLanguage,
    @Context('actor') actor: PersonActor,
  ): Promise<AgreementType[] | null> {
    const volunteerId = fromGlobalId('Volunteer', id) ?? '';
    return this.#of(actor, await this.service.of(actor, { volunteerId }), language);
  }

  @Query(() => [AgreementType], {
    nullable: true,
    description: 'Service agreements for one child, the newest first; null for one who is not to be read.',
  })
  @Allow('agreement.read')
  async serviceAgreements(
    @Args('childId', { type: () => ID, description: 'Whose.' }) id: string,
    @Args('language', LANGUAGE) language: AgreementLanguage,
    @Context('actor') actor: PersonActor,
  ): Promise<AgreementType[] | null> {
    const childId = fromGlobalId('Child', id) ?? '';
    return this.#of(actor, await this.service.of(actor, { childId }), language);
  }

  @Query(() => AgreementType, { nullable: true, description: 'One agreement; null for one that is not to be read.' })
  @Allow('agreement.read')
  async agreement(
    @Args('id', { type: () => ID, description: 'Which.' }) id: string,
    @Args('language', LANGUAGE) language: AgreementLanguage,
    @Context('actor') actor: PersonActor,
  ): Promise<AgreementType | null> {
    const found = await this.service.find(actor, fromGlobalId('Agreement', id) ?? '');
    return found ? this.to.desk(actor, found, language) : null;
  }

  @Mutation(() => OfferAgreementResult, { description: 'Offers the newest text to a volunteer or a family.' })
  @Allow('agreement.offer')
  async offerAgreement(
    @Args('input') { requestId, values, ...whom }: OfferAgreementInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof OfferAgreementResult> {
    const kind = whom.volunteerId ? 'VOLUNTEER' : 'SERVICE';
    const subjectId = whom.volunteerId
      ? fromGlobalId('Volunteer', whom.volunteerId)
      : fromGlobalId('Child', whom.childId ?? '');
    const known = Object.fromEntries(values.map(({ key, value }) => [key, value]));
    const offer = { kind, subjectId: subjectId ?? '', values: known, requestId } as const;
    return this.#result(actor, await this.service.offer(actor, offer));
  }

  @Mutation(() => CountersignAgreementResult, {
    description: 'Signs for the agency; with it the agreement is in force.',
  })
  @Allow('agreement.sign')
  async countersignAgreement(
    @Args('input') { agreementId, version, textHash, method, name, signature }: CountersignAgreementInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CountersignAgreementResult> {
    const mark = { method, name, signature: signature ?? undefined };
    const outcome = await this.service.countersign(actor, idOf(agreementId), { version, textHash, mark });
    return this.#result(actor, outcome);
  }

  @Mutation(() => EndAgreementResult, { description: 'Ends one that is in force, or takes back an offer.' })
  @Allow('agreement.sign')
  async endAgreement(
    @Args('input') { agreementId, version, reason, note }: EndAgreementInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EndAgreementResult> {
    const said = { version, reason, note: note ?? undefined };
    return this.#result(actor, await this.service.end(actor, idOf(agreementId), said));
  }

  async #result(actor: PersonActor, outcome: Result<NamedAgreement, AgreementError>) {
    return outcome.ok ? this.to.desk(actor, outcome.value, 'zh-CN') : toCommonPayload(outcome.error);
  }

  async #of(actor: PersonActor, all: readonly NamedAgreement[] | undefined, language: AgreementLanguage) {
    return all ? this.#all(actor, all, language) : null;
  }

  #all(actor: PersonActor, all: readonly NamedAgreement[], language: AgreementLanguage): Promise<AgreementType[]> {
    return Promise.all(all.map((one) => this.to.desk(actor, one, language)));
  }
}

const idOf = (id: string): string => fromGlobalId('Agreement', id) ?? '';
