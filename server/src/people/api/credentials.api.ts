// Between the resolver and the services around lost passwords and changed identifiers.
import { Inject, Injectable } from '@nestjs/common';
import type { Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { resetCookie, resetToken } from '../../platform/auth/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { make, toCommonPayload, type GraphqlContext } from '../../platform/graphql/index.js';
import type { OpenSession } from '../accounts.js';
import { IdentifierChanges } from '../credentials/identifier-changes.js';
import { PasswordResets, type FinishError } from '../credentials/password-resets.js';
import {
  MyAccountType,
  toAsked,
  toCodeRefusal,
  type AskIdentifierChangeInput,
  type AskIdentifierChangeResult,
  type AskPasswordResetInput,
  type AskPasswordResetResult,
  type ConfirmIdentifierChangeInput,
  type ConfirmIdentifierChangeResult,
  type ResetPasswordByCodeInput,
  type ResetPasswordByLinkInput,
  type ResetPasswordResult,
} from './credentials.types.js';
import { ViewerApi } from './viewer.api.js';
import { toOwnerRefusal, toTooMany } from './viewer.payloads.js';
import { visitOf } from './visit.js';

@Injectable()
export class CredentialsApi {
  constructor(
    private readonly resets: PasswordResets,
    private readonly changes: IdentifierChanges,
    private readonly viewer: ViewerApi,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async askReset(input: AskPasswordResetInput, context: GraphqlContext): Promise<typeof AskPasswordResetResult> {
    const outcome = await this.resets.ask(input.identifier, visitOf(context));
    if (!outcome.ok) {
      const { error } = outcome;
      return error.code === 'INVALID_INPUT' ? toCommonPayload(error) : toTooMany(error);
    }
    const { browser, seconds } = outcome.value;
    const secure = this.config.publicUrl.startsWith('https:');
    context.response.appendHeader('Set-Cookie', resetCookie(browser, seconds, secure));
    return toAsked(outcome.value);
  }

  async resetByCode(input: ResetPasswordByCodeInput, context: GraphqlContext): Promise<typeof ResetPasswordResult> {
    const browser = resetToken(context.request.headers.cookie);
    const outcome = await this.resets.finishByCode(input.code, input.password, browser, visitOf(context));
    return this.#finished(outcome, context);
  }

  async resetByLink(input: ResetPasswordByLinkInput, context: GraphqlContext): Promise<typeof ResetPasswordResult> {
    return this.#finished(await this.resets.finishByLink(input.token, input.password, visitOf(context)), context);
  }

  isLinkOpen(token: string): Promise<boolean> {
    return this.resets.isOpen(token);
  }

  async myAccount(actor: PersonActor): Promise<MyAccountType> {
    return make(MyAccountType, { identifier: await this.changes.current(actor) });
  }

  async askChange(
    actor: PersonActor,
    input: AskIdentifierChangeInput,
    { address }: GraphqlContext,
  ): Promise<typeof AskIdentifierChangeResult> {
    const outcome = await this.changes.ask(actor, input.identifier, input.password, address);
    if (outcome.ok) return toAsked(outcome.value);
    const { error } = outcome;
    return error.code === 'INVALID_INPUT' ? toCommonPayload(error) : toOwnerRefusal(error);
  }

  async confirmChange(
    actor: PersonActor,
    input: ConfirmIdentifierChangeInput,
  ): Promise<typeof ConfirmIdentifierChangeResult> {
    const outcome = await this.changes.confirm(actor, input.code);
    return outcome.ok ? this.myAccount(actor) : toCodeRefusal(outcome.error);
  }

  async #finished(
    outcome: Result<OpenSession, FinishError>,
    context: GraphqlContext,
  ): Promise<typeof ResetPasswordResult> {
    if (outcome.ok) return this.viewer.enter(outcome.value, context);
    const { error } = outcome;
    if (error.code === 'SECOND_FACTOR_NEEDED') return this.viewer.holdBack(error, context);
    return error.code === 'INVALID_INPUT' ? toCommonPayload(error) : toCodeRefusal(error);
  }
}
