import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { FactorsApi } from './factors.api.js';
import {
  BeginTotpResult,
  ConfirmTotpInput,
  AddFactorResult,
  MyFactorsType,
  OwnPasswordInput,
  ProveFactorResult,
  RemoveFactorInput,
  RemoveFactorResult,
  RenewRecoveryCodesResult,
  TypedFactorInput,
} from './factors.types.js';

@Resolver()
export class FactorsResolver {
  constructor(private readonly api: FactorsApi) {}

  @Query(() => MyFactorsType, { description: 'What protects the own account beside the password.' })
  @Allow('account.own')
  myFactors(@Context('actor') actor: PersonActor): Promise<MyFactorsType> {
    return this.api.mine(actor);
  }

  @Mutation(() => BeginTotpResult, {
    description: 'Begins to set up an authenticator app; it counts for nothing until a first code was right.',
  })
  @Allow('account.own')
  beginTotp(
    @Args('input') input: OwnPasswordInput,
    @Context() context: GraphqlContext,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof BeginTotpResult> {
    return this.api.beginTotp(actor, input, context);
  }

  @Mutation(() => AddFactorResult, {
    description: 'With a first right code the app counts, in the place of another.',
  })
  @Allow('account.own')
  confirmTotp(
    @Args('input') input: ConfirmTotpInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AddFactorResult> {
    return this.api.confirmTotp(actor, input);
  }

  @Mutation(() => RemoveFactorResult, { description: 'Takes one of the own factors away; audited, the owner is told.' })
  @Allow('account.own')
  removeFactor(
    @Args('input') input: RemoveFactorInput,
    @Context() context: GraphqlContext,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RemoveFactorResult> {
    return this.api.remove(actor, input, context);
  }

  @Mutation(() => RenewRecoveryCodesResult, { description: 'Ten new recovery codes; earlier ones open nothing.' })
  @Allow('account.own')
  renewRecoveryCodes(
    @Args('input') input: OwnPasswordInput,
    @Context() context: GraphqlContext,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RenewRecoveryCodesResult> {
    return this.api.renewCodes(actor, input, context);
  }

  @Mutation(() => ProveFactorResult, {
    description: 'Shows a second factor again; for ten minutes this session may do what asks for one.',
  })
  @Allow('account.own')
  proveFactor(
    @Args('input') input: TypedFactorInput,
    @Context() context: GraphqlContext,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ProveFactorResult> {
    return this.api.prove(actor, input, context);
  }
}
