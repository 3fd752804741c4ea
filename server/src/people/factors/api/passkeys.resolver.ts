import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Public, type PersonActor } from '../../../platform/access/index.js';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { ConfirmSignInResult, AddFactorResult, OwnPasswordInput, ProveFactorResult } from './factors.types.js';
import { PasskeysApi } from './passkeys.api.js';
import {
  AskPasskeySignInResult,
  AskStepPasskeyResult,
  BeginPasskeyResult,
  ConfirmPasskeyInput,
  PasskeyAnswerInput,
  PasskeyRequestType,
  SignInByPasskeyResult,
} from './passkeys.types.js';

@Resolver()
export class PasskeySignInResolver {
  constructor(private readonly api: PasskeysApi) {}

  @Mutation(() => AskPasskeySignInResult, { description: 'Signing in without a password: what a passkey is to sign.' })
  @Public()
  askPasskeySignIn(@Context() context: GraphqlContext): Promise<typeof AskPasskeySignInResult> {
    return this.api.askSignIn(context);
  }

  @Mutation(() => SignInByPasskeyResult, {
    description:
      'With the signature of a passkey that recognised its owner, in the browser that asked: opens a session.',
  })
  @Public('account.own')
  signInByPasskey(
    @Args('input') input: PasskeyAnswerInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof SignInByPasskeyResult> {
    return this.api.enter(input, context);
  }

  @Mutation(() => AskStepPasskeyResult, {
    description: 'After a right password: what a passkey of the account is to sign.',
  })
  @Public()
  askStepPasskey(@Context() context: GraphqlContext): Promise<typeof AskStepPasskeyResult> {
    return this.api.askStep(context);
  }

  @Mutation(() => ConfirmSignInResult, { description: 'The second step with the signature of a passkey.' })
  @Public('account.own')
  confirmSignInByPasskey(
    @Args('input') input: PasskeyAnswerInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof ConfirmSignInResult> {
    return this.api.confirmStep(input, context);
  }
}

@Resolver()
export class OwnPasskeysResolver {
  constructor(private readonly api: PasskeysApi) {}

  @Mutation(() => BeginPasskeyResult, { description: 'Begins to make a passkey for the own account.' })
  @Allow('account.own')
  beginPasskey(
    @Args('input') input: OwnPasswordInput,
    @Context() context: GraphqlContext,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof BeginPasskeyResult> {
    return this.api.begin(actor, input, context);
  }

  @Mutation(() => AddFactorResult, { description: 'The passkey that was made counts, under the name given.' })
  @Allow('account.own')
  confirmPasskey(
    @Args('input') input: ConfirmPasskeyInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AddFactorResult> {
    return this.api.confirm(actor, input);
  }

  @Mutation(() => PasskeyRequestType, { description: 'What one of the own passkeys is to sign, to show it again.' })
  @Allow('account.own')
  askProofPasskey(@Context('actor') actor: PersonActor): Promise<PasskeyRequestType> {
    return this.api.askProof(actor);
  }

  @Mutation(() => ProveFactorResult, { description: 'Shows a second factor again, by the signature of a passkey.' })
  @Allow('account.own')
  proveByPasskey(
    @Args('input') input: PasskeyAnswerInput,
    @Context() context: GraphqlContext,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ProveFactorResult> {
    return this.api.prove(actor, input, context);
  }
}
