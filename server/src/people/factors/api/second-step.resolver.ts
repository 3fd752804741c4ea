import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../../platform/access/index.js';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { FactorsApi } from './factors.api.js';
import { ConfirmSignInResult, PendingSignInType, TypedFactorInput } from './factors.types.js';

@Resolver()
export class SecondStepResolver {
  constructor(private readonly api: FactorsApi) {}

  @Query(() => PendingSignInType, {
    nullable: true,
    description: 'The second step that this browser is asked for after a right password; null where it is none.',
  })
  @Public()
  pendingSignIn(@Context() context: GraphqlContext): Promise<PendingSignInType | null> {
    return this.api.pending(context);
  }

  @Mutation(() => ConfirmSignInResult, {
    description: 'The second step with what was typed, in the browser that typed the password; opens the session.',
  })
  @Public('account.own')
  confirmSignIn(
    @Args('input') input: TypedFactorInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof ConfirmSignInResult> {
    return this.api.confirmSignIn(input, context);
  }
}
