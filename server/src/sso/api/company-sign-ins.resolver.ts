import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload } from '../../platform/graphql/index.js';
import { CompanyDoor } from '../company-door.js';
import { CompanySignIns } from '../company-sign-ins.js';
import { Directory } from '../directory.js';
import {
  CompanySignInDeskType,
  EndCompanySignInInput,
  EndCompanySignInResult,
  MyCompanySignInType,
  SaveCompanySignInInput,
  SaveCompanySignInResult,
  toMine,
  toSignIn,
  UntieMyCompanySignInInput,
} from './company-sign-ins.types.js';

@Resolver()
export class CompanySignInsResolver {
  constructor(
    private readonly signIns: CompanySignIns,
    private readonly door: CompanyDoor,
    private readonly directory: Directory,
  ) {}

  @Query(() => CompanySignInDeskType, { description: 'Directories of companies by which people may sign in.' })
  @Allow('setting.change')
  async companySignIns(@Context('actor') { agencyId }: PersonActor): Promise<CompanySignInDeskType> {
    const signIns = (await this.signIns.list(agencyId)).map(toSignIn);
    return make(CompanySignInDeskType, { redirectUri: this.directory.redirectUri, signIns });
  }

  @Mutation(() => SaveCompanySignInResult, {
    description: 'Adds a directory, or changes one. It is asked who it is before anything is kept.',
  })
  @Allow('setting.change')
  async saveCompanySignIn(
    @Args('input') { signInId, version, clientSecret, teamId, ...input }: SaveCompanySignInInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveCompanySignInResult> {
    const known =
      signInId == null ? undefined : { id: fromGlobalId('CompanySignIn', signInId) ?? '', version: version ?? 0 };
    const team = teamId == null ? undefined : (fromGlobalId('VolunteerTeam', teamId) ?? '');
    const fields = { ...input, clientSecret: clientSecret ?? undefined, teamId: team };
    const outcome = await this.signIns.save(actor, fields, known);
    return outcome.ok ? toSignIn(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => EndCompanySignInResult, { description: 'Nobody comes in by it any more; all ties to it end.' })
  @Allow('setting.change')
  async endCompanySignIn(
    @Args('input') { signInId }: EndCompanySignInInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EndCompanySignInResult> {
    const outcome = await this.signIns.end(actor, fromGlobalId('CompanySignIn', signInId) ?? '');
    return outcome.ok ? toSignIn(outcome.value) : toCommonPayload(outcome.error);
  }

  @Query(() => [MyCompanySignInType], {
    description:
      'Directories to which the own account may be tied; none for whoever is more to the agency than a company’s.',
  })
  @Allow('account.own')
  async myCompanySignIns(@Context('actor') actor: PersonActor): Promise<MyCompanySignInType[]> {
    return (await this.door.mine(actor)).map(({ row, tiedAt }) => toMine(row, tiedAt));
  }

  @Mutation(() => [MyCompanySignInType], { description: 'Unties the own account from a directory.' })
  @Allow('account.own')
  async untieMyCompanySignIn(
    @Args('input') { signInId }: UntieMyCompanySignInInput,
    @Context('actor') actor: PersonActor,
  ): Promise<MyCompanySignInType[]> {
    await this.door.untie(actor, fromGlobalId('CompanySignIn', signInId) ?? '');
    return this.myCompanySignIns(actor);
  }
}
