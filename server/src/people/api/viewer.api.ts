// Between the resolver and the services: cookies, and the schema's form of each outcome.
import { Inject, Injectable } from '@nestjs/common';
import type { PersonActor } from '../../platform/access/index.js';
import { clearedCookie, factorCookie, sessionCookie } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, DemoAccounts, type Config } from '../../platform/config/index.js';
import { make, toCommonPayload, type GraphqlContext } from '../../platform/graphql/index.js';
import { Accounts, type OpenSession, type SecondFactorNeededError } from '../accounts.js';
import { FirstRun } from '../agencies/first-run.js';
import { visitOf } from './visit.js';
import { toOwnerRefusal, toSecondFactor, toSignInRefusal, toViewer } from './viewer.payloads.js';
import {
  PlatformInfoType,
  SetupAlreadyDone,
  type SecondFactorNeeded,
  type ChangePasswordInput,
  type ChangePasswordResult,
  type CreateAgencyInput,
  type CreateAgencyResult,
  type SignInInput,
  type SignInResult,
  type ViewerType,
} from './viewer.types.js';

@Injectable()
export class ViewerApi {
  constructor(
    private readonly accounts: Accounts,
    private readonly firstRun: FirstRun,
    private readonly demo: DemoAccounts,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async platform(): Promise<PlatformInfoType> {
    const { demo } = this.config;
    return make(PlatformInfoType, {
      needsSetup: await this.firstRun.isNeeded(),
      demo,
      demoLogins: demo ? [...(await this.demo.list())] : [],
      inboxPath: demo ? '/inbox' : null,
    });
  }

  async viewer({ actor }: GraphqlContext): Promise<ViewerType | null> {
    return actor?.kind === 'person' ? this.#view(actor) : null;
  }

  async signIn(input: SignInInput, context: GraphqlContext): Promise<typeof SignInResult> {
    const outcome = await this.accounts.signIn(input.identifier, input.password, visitOf(context));
    if (outcome.ok) return this.enter(outcome.value, context);
    const { error } = outcome;
    return error.code === 'SECOND_FACTOR_NEEDED' ? this.holdBack(error, context) : toSignInRefusal(error);
  }

  /** The first step is taken: the browser keeps by a cookie that the second is asked of it. */
  holdBack(error: SecondFactorNeededError, context: GraphqlContext): SecondFactorNeeded {
    context.response.appendHeader('Set-Cookie', factorCookie(error.browser, error.seconds, this.#secure));
    return toSecondFactor(error.methods);
  }

  async signOut(context: GraphqlContext): Promise<boolean> {
    if (context.actor) await this.accounts.signOut(context.actor);
    return this.forget(context);
  }

  /** Takes the cookie off this device. */
  forget(context: GraphqlContext): true {
    context.response.appendHeader('Set-Cookie', clearedCookie(this.#secure));
    return true;
  }

  async createAgency(input: CreateAgencyInput, context: GraphqlContext): Promise<typeof CreateAgencyResult> {
    const outcome = await this.firstRun.createAgency(input);
    if (!outcome.ok) {
      const { error } = outcome;
      if (error.code === 'INVALID_INPUT') return toCommonPayload(error);
      return make(SetupAlreadyDone, { code: error.code, message: 'This platform already has its agency.' });
    }
    const session = await this.accounts.openFor(outcome.value.loginId, visitOf(context));
    if (!session) throw new Error('BUG: the new director has no role in force');
    return this.enter(session, context);
  }

  async changeLanguage(actor: PersonActor, locale: 'zh-CN' | 'en'): Promise<ViewerType> {
    await this.accounts.changeLanguage(actor, locale);
    return this.#view(actor);
  }

  async changePassword(
    actor: PersonActor,
    input: ChangePasswordInput,
    { address }: GraphqlContext,
  ): Promise<typeof ChangePasswordResult> {
    const outcome = await this.accounts.changePassword(actor, input.current, input.next, address);
    if (outcome.ok) return this.#view(actor);
    const { error } = outcome;
    return error.code === 'INVALID_INPUT' ? toCommonPayload(error) : toOwnerRefusal(error);
  }

  /** Hands the session over: the token goes into the cookie, and who it is into the answer. */
  enter(session: OpenSession, context: GraphqlContext): Promise<ViewerType> {
    context.response.appendHeader('Set-Cookie', sessionCookie(session.token, session.seconds, this.#secure));
    return this.#view(session.actor);
  }

  async #view(actor: PersonActor): Promise<ViewerType> {
    const profile = await this.accounts.profile(actor);
    return toViewer(profile, this.clock.today(profile.agency.timeZone));
  }

  get #secure(): boolean {
    return this.config.publicUrl.startsWith('https:');
  }
}
