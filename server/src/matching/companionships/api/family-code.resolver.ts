import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { toTooMany } from '../../../people/index.js';
import { Allow, Public, type PersonActor } from '../../../platform/access/index.js';
import { sessionCookie, sessionToken } from '../../../platform/auth/index.js';
import { CONFIG, type Config } from '../../../platform/config/index.js';
import { fromGlobalId, make, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { FamilyCodes } from '../family-codes.js';
import {
  CodeNotTaken,
  CodeTakenType,
  CreateGuardianCodeInput,
  CreateGuardianCodeResult,
  EnterByCodeInput,
  EnterByCodeResult,
  GuardianCodeType,
} from './family-code.types.js';

@Resolver()
export class FamilyCodeResolver {
  constructor(
    private readonly codes: FamilyCodes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Mutation(() => CreateGuardianCodeResult, {
    description: 'Makes a short code that the guardian types once; earlier links and codes of the child end.',
  })
  @Allow('consent.link')
  async createGuardianCode(
    @Args('input') input: CreateGuardianCodeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CreateGuardianCodeResult> {
    const outcome = await this.codes.create(actor, fromGlobalId('Companionship', input.companionshipId) ?? '');
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return make(GuardianCodeType, { code: outcome.value.code, path: '/code', expiresAt: outcome.value.expiresAt });
  }

  @Mutation(() => EnterByCodeResult, {
    description: "Exchanges a guardian's code for a short visit to the own child's consents.",
  })
  @Public()
  async enterByCode(
    @Args('input') input: EnterByCodeInput,
    @Context() { request, response, address }: GraphqlContext,
  ): Promise<typeof EnterByCodeResult> {
    const outcome = await this.codes.enter(input.code, { address, cookie: sessionToken(request.headers.cookie) });
    if (outcome.ok) {
      const secure = this.config.publicUrl.startsWith('https:');
      response.appendHeader('Set-Cookie', sessionCookie(outcome.value.token, outcome.value.seconds, secure));
      return make(CodeTakenType, { path: '/guardian' });
    }
    const { error } = outcome;
    if (error.code === 'TOO_MANY_ATTEMPTS') return toTooMany(error);
    return make(CodeNotTaken, { code: error.code, message: 'This code opens nothing.' });
  }
}
