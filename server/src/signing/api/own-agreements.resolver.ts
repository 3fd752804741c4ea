import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import type { AgreementLanguage } from '@tongxing/shared/rules';
import { LocaleEnum } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../platform/graphql/index.js';
import type { AgreementView } from '../agreements.repository.js';
import { OwnAgreements } from '../own-agreements.js';
import type { AgreementError } from '../signing.js';
import {
  LeaveAgreementInput,
  LeaveAgreementResult,
  MyAgreementType,
  SignAgreementInput,
  SignAgreementResult,
} from './agreements.types.js';
import { ToAgreement } from './to-agreement.js';

@Resolver()
export class OwnAgreementsResolver {
  constructor(
    private readonly own: OwnAgreements,
    private readonly to: ToAgreement,
  ) {}

  @Query(() => [MyAgreementType], { description: 'Own agreements as a volunteer, the newest first.' })
  @Allow('agreement.readOwn')
  async myAgreements(
    @Args('language', { type: () => LocaleEnum, description: 'Of the words, as long as nobody has signed.' })
    language: AgreementLanguage,
    @Context('actor') actor: PersonActor,
  ): Promise<MyAgreementType[]> {
    return Promise.all((await this.own.list(actor)).map((one) => this.to.own(one, language)));
  }

  @Mutation(() => SignAgreementResult, { description: 'Signs exactly the text that was read.' })
  @Allow('agreement.signOwn')
  async signAgreement(
    @Args('input') { agreementId, language, textHash, method, name, signature }: SignAgreementInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SignAgreementResult> {
    const said = { language, textHash, mark: { method, name, signature: signature ?? undefined } };
    return this.#result(await this.own.sign(actor, idOf(agreementId), said));
  }

  @Mutation(() => LeaveAgreementResult, { description: 'Leaves an own agreement, or declines an offer.' })
  @Allow('agreement.signOwn')
  async leaveAgreement(
    @Args('input') { agreementId }: LeaveAgreementInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof LeaveAgreementResult> {
    return this.#result(await this.own.leave(actor, idOf(agreementId)));
  }

  async #result(outcome: Result<AgreementView, AgreementError>) {
    return outcome.ok ? this.to.own(outcome.value, 'zh-CN') : toCommonPayload(outcome.error);
  }
}

const idOf = (id: string): string => fromGlobalId('Agreement', id) ?? '';
