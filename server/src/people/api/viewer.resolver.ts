import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type PersonActor } from '../../platform/access/index.js';
import type { GraphqlContext } from '../../platform/graphql/index.js';
import { ViewerApi } from './viewer.api.js';
import {
  ChangePasswordInput,
  ChangePasswordResult,
  CreateAgencyInput,
  CreateAgencyResult,
  LocaleEnum,
  PlatformInfoType,
  SignInInput,
  SignInResult,
  ViewerType,
} from './viewer.types.js';

@Resolver()
export class ViewerResolver {
  constructor(private readonly api: ViewerApi) {}

  @Query(() => PlatformInfoType, { description: 'What a visitor may know before signing in.' })
  @Public()
  platform(): Promise<PlatformInfoType> {
    return this.api.platform();
  }

  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null for a visitor or a guardian.' })
  @Public('account.own')
  viewer(@Context() context: GraphqlContext): Promise<ViewerType | null> {
    return this.api.viewer(context);
  }

  @Mutation(() => SignInResult, { description: 'Opens a session; the cookie is HttpOnly.' })
  @Public('account.own')
  signIn(@Args('input') input: SignInInput, @Context() context: GraphqlContext): Promise<typeof SignInResult> {
    return this.api.signIn(input, context);
  }

  @Mutation(() => Boolean, { description: 'Ends this session at once.' })
  @Public()
  signOut(@Context() context: GraphqlContext): Promise<boolean> {
    return this.api.signOut(context);
  }

  @Mutation(() => CreateAgencyResult, {
    description: 'First run: makes the agency and its director, on an empty platform only.',
  })
  @Public('account.own')
  createAgency(
    @Args('input') input: CreateAgencyInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof CreateAgencyResult> {
    return this.api.createAgency(input, context);
  }

  @Mutation(() => ViewerType, { description: 'Chooses the language of pages and messages.' })
  @Allow('account.own')
  changeLanguage(
    @Args('locale', { type: () => LocaleEnum, description: 'The language to use from now on.' }) locale: 'zh-CN' | 'en',
    @Context('actor') actor: PersonActor,
  ): Promise<ViewerType> {
    return this.api.changeLanguage(actor, locale);
  }

  @Mutation(() => ChangePasswordResult, { description: 'Changes the own password and ends all other sessions.' })
  @Allow('account.own')
  changePassword(
    @Args('input') input: ChangePasswordInput,
    @Context() context: GraphqlContext,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangePasswordResult> {
    return this.api.changePassword(actor, input, context);
  }
}
