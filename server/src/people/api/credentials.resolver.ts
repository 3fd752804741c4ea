import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type PersonActor } from '../../platform/access/index.js';
import type { GraphqlContext } from '../../platform/graphql/index.js';
import { CredentialsApi } from './credentials.api.js';
import {
  AskIdentifierChangeInput,
  AskIdentifierChangeResult,
  AskPasswordResetInput,
  AskPasswordResetResult,
  ConfirmIdentifierChangeInput,
  ConfirmIdentifierChangeResult,
  MyAccountType,
  ResetPasswordByCodeInput,
  ResetPasswordByLinkInput,
  ResetPasswordResult,
} from './credentials.types.js';

@Resolver()
export class CredentialsResolver {
  constructor(private readonly api: CredentialsApi) {}

  @Mutation(() => AskPasswordResetResult, {
    description: 'A lost password: sends a code by SMS or a link by mail, if there is such an account.',
  })
  @Public()
  askPasswordReset(
    @Args('input') input: AskPasswordResetInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof AskPasswordResetResult> {
    return this.api.askReset(input, context);
  }

  @Mutation(() => ResetPasswordResult, {
    description:
      'With the code of the SMS, in the browser that asked: a new password; all sessions end, a new one opens.',
  })
  @Public('account.own')
  resetPasswordByCode(
    @Args('input') input: ResetPasswordByCodeInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof ResetPasswordResult> {
    return this.api.resetByCode(input, context);
  }

  @Mutation(() => ResetPasswordResult, { description: 'The same with the link of the mail.' })
  @Public('account.own')
  resetPasswordByLink(
    @Args('input') input: ResetPasswordByLinkInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof ResetPasswordResult> {
    return this.api.resetByLink(input, context);
  }

  @Query(() => Boolean, { description: 'Whether a link for a lost password still opens.' })
  @Public()
  passwordLinkOpens(@Args('token', { description: 'The secret of the link.' }) token: string): Promise<boolean> {
    return this.api.isLinkOpen(token);
  }

  @Query(() => MyAccountType, { description: 'What the viewer signs in with.' })
  @Allow('account.own')
  myAccount(@Context('actor') actor: PersonActor): Promise<MyAccountType> {
    return this.api.myAccount(actor);
  }

  @Mutation(() => AskIdentifierChangeResult, {
    description: 'Another phone number or e-mail to sign in with: sends a code to it.',
  })
  @Allow('account.own')
  askIdentifierChange(
    @Args('input') input: AskIdentifierChangeInput,
    @Context() context: GraphqlContext,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AskIdentifierChangeResult> {
    return this.api.askChange(actor, input, context);
  }

  @Mutation(() => ConfirmIdentifierChangeResult, {
    description: 'With that code: the new one counts, other sessions end, and the old one is told.',
  })
  @Allow('account.own')
  confirmIdentifierChange(
    @Args('input') input: ConfirmIdentifierChangeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ConfirmIdentifierChangeResult> {
    return this.api.confirmChange(actor, input);
  }
}
