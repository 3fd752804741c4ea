// Between the resolvers and the services around second factors: cookies, and the schema's form of each outcome.
import { Inject, Injectable } from '@nestjs/common';
import type { Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../../platform/access/index.js';
import { clearedFactorCookie, factorToken } from '../../../platform/auth/index.js';
import { CONFIG, type Config } from '../../../platform/config/index.js';
import { fromGlobalId, make, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import type { OpenSession } from '../../accounts.js';
import { ViewerApi } from '../../api/viewer.api.js';
import { visitOf } from '../../api/visit.js';
import { OwnFactors, type Added } from '../own-factors.js';
import { SecondStep, type StepError } from '../second-step.js';
import { StepUp } from '../step-up.js';
import { toOwnerRefusal } from '../../api/viewer.payloads.js';
import { toProveRefusal, toStepRefusal } from './factors.payloads.js';
import {
  FactorAddedType,
  LastFactor,
  PendingSignInType,
  RecoveryCodesType,
  toMyFactors,
  TotpSetupType,
  type BeginTotpResult,
  type ConfirmSignInResult,
  type ConfirmTotpInput,
  type AddFactorResult,
  type MyFactorsType,
  type OwnPasswordInput,
  type ProveFactorResult,
  type RemoveFactorInput,
  type RemoveFactorResult,
  type RenewRecoveryCodesResult,
  type TypedFactorInput,
} from './factors.types.js';

@Injectable()
export class FactorsApi {
  constructor(
    private readonly own: OwnFactors,
    private readonly step: SecondStep,
    private readonly stepUp: StepUp,
    private readonly viewer: ViewerApi,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async pending(context: GraphqlContext): Promise<PendingSignInType | null> {
    const methods = await this.step.methods(factorToken(context.request.headers.cookie));
    return methods ? make(PendingSignInType, { methods }) : null;
  }

  async confirmSignIn(input: TypedFactorInput, context: GraphqlContext): Promise<typeof ConfirmSignInResult> {
    const browser = factorToken(context.request.headers.cookie);
    return this.entered(await this.step.take(input.method, input.code, browser, visitOf(context)), context);
  }

  /** The session's cookie comes, the one for the second step goes. */
  async entered(outcome: Result<OpenSession, StepError>, context: GraphqlContext): Promise<typeof ConfirmSignInResult> {
    if (!outcome.ok) return toStepRefusal(outcome.error);
    this.forgetStep(context);
    return this.viewer.enter(outcome.value, context);
  }

  /** Takes the cookie of the second step off this browser. */
  forgetStep(context: GraphqlContext): void {
    const secure = this.config.publicUrl.startsWith('https:');
    context.response.appendHeader('Set-Cookie', clearedFactorCookie(secure));
  }

  async mine(actor: PersonActor): Promise<MyFactorsType> {
    return toMyFactors(await this.own.view(actor));
  }

  async beginTotp(
    actor: PersonActor,
    { password }: OwnPasswordInput,
    { address }: GraphqlContext,
  ): Promise<typeof BeginTotpResult> {
    const outcome = await this.own.beginTotp(actor, password, address);
    return outcome.ok ? make(TotpSetupType, outcome.value) : toOwnerRefusal(outcome.error);
  }

  async confirmTotp(actor: PersonActor, { code }: ConfirmTotpInput): Promise<typeof AddFactorResult> {
    const outcome = await this.own.confirmTotp(actor, code);
    return outcome.ok ? this.added(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  async added(actor: PersonActor, { recoveryCodes }: Added): Promise<FactorAddedType> {
    return make(FactorAddedType, {
      mine: await this.mine(actor),
      recoveryCodes: recoveryCodes ? [...recoveryCodes] : null,
    });
  }

  async remove(
    actor: PersonActor,
    { factorId, password }: RemoveFactorInput,
    { address }: GraphqlContext,
  ): Promise<typeof RemoveFactorResult> {
    const outcome = await this.own.remove(actor, fromGlobalId('Factor', factorId) ?? '', password, address);
    if (outcome.ok) return this.mine(actor);
    const { error } = outcome;
    if (error.code === 'LAST_FACTOR') return make(LastFactor, { code: error.code, message: 'Add another one first.' });
    return error.code === 'NOT_FOUND' ? toCommonPayload(error) : toOwnerRefusal(error);
  }

  async renewCodes(
    actor: PersonActor,
    { password }: OwnPasswordInput,
    { address }: GraphqlContext,
  ): Promise<typeof RenewRecoveryCodesResult> {
    const outcome = await this.own.renewCodes(actor, password, address);
    if (outcome.ok) return make(RecoveryCodesType, { codes: [...outcome.value] });
    const { error } = outcome;
    return error.code === 'NOT_FOUND' ? toCommonPayload(error) : toOwnerRefusal(error);
  }

  async prove(
    actor: PersonActor,
    { method, code }: TypedFactorInput,
    { address }: GraphqlContext,
  ): Promise<typeof ProveFactorResult> {
    const outcome = await this.stepUp.prove(actor, method, code, address);
    return outcome.ok ? this.mine(actor) : toProveRefusal(outcome.error);
  }
}
