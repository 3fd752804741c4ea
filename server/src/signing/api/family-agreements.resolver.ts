import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import type { AgreementLanguage } from '@tongxing/shared/rules';
import { LocaleEnum } from '../../people/index.js';
import { Allow, Public, type GuardianActor } from '../../platform/access/index.js';
import { fromGlobalId, toCommonPayload, type GraphqlContext } from '../../platform/graphql/index.js';
import { FamilyAgreements, type FamilyAgreement } from '../family-agreements.js';
import type { AgreementError } from '../signing.js';
import {
  FamilyAgreementType,
  LeaveFamilyAgreementInput,
  LeaveFamilyAgreementResult,
  SignFamilyAgreementInput,
  SignFamilyAgreementResult,
} from './family-agreements.types.js';
import { ToAgreement } from './to-agreement.js';

/** The families' service agreement, by the guardian's personal link and without an account. */
@Resolver()
export class FamilyAgreementsResolver {
  constructor(
    private readonly families: FamilyAgreements,
    private readonly to: ToAgreement,
  ) {}

  @Query(() => [FamilyAgreementType], {
    nullable: true,
    description: 'Service agreements for one’s child that wait or hold; null without a personal link.',
  })
  @Public('agreement.signForChild')
  async familyAgreements(
    @Args('language', { type: () => LocaleEnum, description: 'Of the words, as long as nobody has signed.' })
    language: AgreementLanguage,
    @Context() { actor }: GraphqlContext,
  ): Promise<FamilyAgreementType[] | null> {
    if (actor?.kind !== 'guardian') return null;
    return Promise.all((await this.families.list(actor)).map((one) => this.to.family(one, language)));
  }

  @Mutation(() => SignFamilyAgreementResult, { description: 'A guardian signs exactly the text that was read.' })
  @Allow('agreement.signForChild')
  async signFamilyAgreement(
    @Args('input') { agreementId, language, textHash, ...hand }: SignFamilyAgreementInput,
    @Context('actor') actor: GuardianActor,
  ): Promise<typeof SignFamilyAgreementResult> {
    const mark = { ...hand, signature: hand.signature ?? undefined };
    return this.#result(await this.families.sign(actor, idOf(agreementId), { language, textHash, mark }));
  }

  @Mutation(() => LeaveFamilyAgreementResult, { description: 'Leaves an agreement for one’s child, or declines it.' })
  @Allow('agreement.signForChild')
  async leaveFamilyAgreement(
    @Args('input') { agreementId }: LeaveFamilyAgreementInput,
    @Context('actor') actor: GuardianActor,
  ): Promise<typeof LeaveFamilyAgreementResult> {
    return this.#result(await this.families.leave(actor, idOf(agreementId)));
  }

  async #result(outcome: Result<FamilyAgreement, AgreementError>) {
    return outcome.ok ? this.to.family(outcome.value, 'zh-CN') : toCommonPayload(outcome.error);
  }
}

const idOf = (id: string): string => fromGlobalId('Agreement', id) ?? '';
