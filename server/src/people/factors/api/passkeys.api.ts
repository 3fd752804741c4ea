// Between the resolvers and the services around passkeys: cookies, and the schema's form of each outcome.
import { Inject, Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../platform/access/index.js';
import { factorCookie, factorToken } from '../../../platform/auth/index.js';
import { CONFIG, type Config } from '../../../platform/config/index.js';
import { make, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { toSignInRefusal, toTooMany, toOwnerRefusal } from '../../api/viewer.payloads.js';
import { ViewerApi } from '../../api/viewer.api.js';
import { visitOf } from '../../api/visit.js';
import { OwnFactors } from '../own-factors.js';
import { PasskeySignIn } from '../passkey-sign-in.js';
import { SecondStep } from '../second-step.js';
import { StepUp } from '../step-up.js';
import { FactorsApi } from './factors.api.js';
import { toProveRefusal } from './factors.payloads.js';
import {
  SignInEnded,
  type ConfirmSignInResult,
  type AddFactorResult,
  type OwnPasswordInput,
  type ProveFactorResult,
} from './factors.types.js';
import {
  PasskeyCreationType,
  PasskeyRequestType,
  type AskPasskeySignInResult,
  type AskStepPasskeyResult,
  type BeginPasskeyResult,
  type ConfirmPasskeyInput,
  type PasskeyAnswerInput,
  type SignInByPasskeyResult,
} from './passkeys.types.js';

@Injectable()
export class PasskeysApi {
  constructor(
    private readonly signIn: PasskeySignIn,
    private readonly step: SecondStep,
    private readonly stepUp: StepUp,
    private readonly own: OwnFactors,
    private readonly factors: FactorsApi,
    private readonly viewer: ViewerApi,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async askSignIn(context: GraphqlContext): Promise<typeof AskPasskeySignInResult> {
    const outcome = await this.signIn.ask(visitOf(context));
    if (!outcome.ok) return toTooMany(outcome.error);
    const { request, browser, seconds } = outcome.value;
    const secure = this.config.publicUrl.startsWith('https:');
    context.response.appendHeader('Set-Cookie', factorCookie(browser, seconds, secure));
    return make(PasskeyRequestType, { request });
  }

  async enter({ answer }: PasskeyAnswerInput, context: GraphqlContext): Promise<typeof SignInByPasskeyResult> {
    const browser = factorToken(context.request.headers.cookie);
    const outcome = await this.signIn.finish(answer, browser, visitOf(context));
    if (!outcome.ok) return toSignInRefusal(outcome.error);
    this.factors.forgetStep(context);
    return this.viewer.enter(outcome.value, context);
  }

  async askStep(context: GraphqlContext): Promise<typeof AskStepPasskeyResult> {
    const request = await this.step.askPasskey(factorToken(context.request.headers.cookie));
    if (request !== undefined) return make(PasskeyRequestType, { request });
    return make(SignInEnded, { code: 'SIGN_IN_ENDED', message: 'Sign in again.' });
  }

  async confirmStep({ answer }: PasskeyAnswerInput, context: GraphqlContext): Promise<typeof ConfirmSignInResult> {
    const browser = factorToken(context.request.headers.cookie);
    return this.factors.entered(await this.step.takePasskey(answer, browser, visitOf(context)), context);
  }

  async begin(
    actor: PersonActor,
    { password }: OwnPasswordInput,
    { address }: GraphqlContext,
  ): Promise<typeof BeginPasskeyResult> {
    const outcome = await this.own.beginPasskey(actor, password, address);
    return outcome.ok ? make(PasskeyCreationType, { request: outcome.value }) : toOwnerRefusal(outcome.error);
  }

  async confirm(actor: PersonActor, { name, answer }: ConfirmPasskeyInput): Promise<typeof AddFactorResult> {
    const outcome = await this.own.confirmPasskey(actor, name, answer);
    return outcome.ok ? this.factors.added(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  async askProof(actor: PersonActor): Promise<PasskeyRequestType> {
    return make(PasskeyRequestType, { request: await this.stepUp.askPasskey(actor) });
  }

  async prove(
    actor: PersonActor,
    { answer }: PasskeyAnswerInput,
    { address }: GraphqlContext,
  ): Promise<typeof ProveFactorResult> {
    const outcome = await this.stepUp.proveByPasskey(actor, answer, address);
    return outcome.ok ? this.factors.mine(actor) : toProveRefusal(outcome.error);
  }
}
