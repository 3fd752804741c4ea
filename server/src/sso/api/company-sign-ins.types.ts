import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded } from '../../platform/access/index.js';
import { InstantType, InvalidInput, make, NotFound, StaleVersion, toGlobalId } from '../../platform/graphql/index.js';
import type { KeptSignIn } from '../company-sign-ins.js';
import { COMPANY_SIGN_IN_STATES, type CompanySignIn, type CompanySignInState } from '../sso.entities.js';

const CompanySignInStateEnum = Object.fromEntries(COMPANY_SIGN_IN_STATES.map((word) => [word, word])) as Record<
  CompanySignInState,
  CompanySignInState
>;
registerEnumType(CompanySignInStateEnum, {
  name: 'CompanySignInState',
  description: 'Whether anybody comes in by a directory.',
});

@ObjectType('CompanySignIn', { description: 'A company’s directory (OpenID Connect) by which its people may sign in.' })
@Graded('setting', 'G1')
export class CompanySignInType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Which company.' }) name: string;
  @Field({ description: 'Stands in the address by which its people begin.' }) code: string;
  @Field({ description: 'The directory’s own address.' }) issuer: string;
  @Field({ description: 'What the directory calls this platform (client_id).' }) registeredAs: string;
  @Field({ description: 'Where the company’s people begin.' }) startPath: string;
  @Field(() => ID, { nullable: true, description: 'The company whose days offer it; null: none does.' })
  teamId: string | null;
  @Field(() => Int, { description: 'People who tied their account to it.' }) tied: number;
  @Field(() => CompanySignInStateEnum, { description: 'Whether it is in use.' }) state: CompanySignInState;
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
}

@ObjectType('CompanySignInDesk', { description: 'The directories of an agency, and what to tell a company.' })
@Graded('setting', 'G1')
export class CompanySignInDeskType {
  @Field({ description: 'The address that the company allows its directory to send people back to.' })
  redirectUri: string;
  @Field(() => [CompanySignInType], { description: 'By name, the ended ones last.' }) signIns: CompanySignInType[];
}

@ObjectType('MyCompanySignIn', { description: 'A directory to which the own account is tied, or may be.' })
@Graded('account', 'G2')
export class MyCompanySignInType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Which company.' }) name: string;
  @Field({ description: 'Where to go in order to tie the own account to it.' }) tiePath: string;
  @Field(() => InstantType, { nullable: true, description: 'Since when it is tied; null: it is not.' })
  tiedAt: string | null;
}

@InputType()
export class SaveCompanySignInInput {
  @Field(() => ID, { nullable: true, description: 'Which one; left out: a new one.' }) signInId?: string | null;
  @Field(() => Int, { nullable: true, description: 'As it was loaded; left out for a new one.' })
  version?: number | null;
  @Field({ description: 'At most 80 characters; no two have the same.' }) name: string;
  @Field({ description: 'From 3 to 30 small letters, digits and hyphens; no two on the platform have the same.' })
  code: string;
  @Field({ description: 'Begins with https://; the directory must answer there.' }) issuer: string;
  @Field({ description: 'What the directory calls this platform (client_id); at most 200 characters.' })
  registeredAs: string;
  @Field(() => String, { nullable: true, description: 'Left out: the one that is kept stays. Never shown again.' })
  clientSecret?: string | null;
  @Field(() => ID, { nullable: true, description: 'The company whose days offer it; left out: none does.' })
  teamId?: string | null;
}
@InputType()
export class EndCompanySignInInput {
  @Field(() => ID, { description: 'Which one.' }) signInId: string;
}
@InputType()
export class UntieMyCompanySignInInput {
  @Field(() => ID, { description: 'Which one.' }) signInId: string;
}
export const SaveCompanySignInResult = createUnionType({
  name: 'SaveCompanySignInResult',
  types: () => [CompanySignInType, InvalidInput, NotFound, StaleVersion] as const,
});
export const EndCompanySignInResult = createUnionType({
  name: 'EndCompanySignInResult',
  types: () => [CompanySignInType, NotFound] as const,
});

export const toSignIn = ({ row, tied }: KeptSignIn): CompanySignInType => {
  const { name, code, issuer, clientId, teamId, state, version } = row;
  const id = toGlobalId('CompanySignIn', row.id);
  return make(CompanySignInType, {
    ...{ id, name, code, issuer, registeredAs: clientId },
    startPath: `/sso/${code}`,
    teamId: teamId === null ? null : toGlobalId('VolunteerTeam', teamId),
    tied,
    state,
    version,
  });
};

export const toMine = ({ id, name, code }: CompanySignIn, tiedAt: string | undefined): MyCompanySignInType =>
  make(MyCompanySignInType, {
    id: toGlobalId('CompanySignIn', id),
    name,
    tiePath: `/sso/${code}?tie`,
    tiedAt: tiedAt ?? null,
  });
