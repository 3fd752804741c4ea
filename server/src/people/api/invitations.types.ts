import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Role } from '@tongxing/shared/permissions';
import { Graded } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  toGlobalId,
  UserError,
} from '../../platform/graphql/index.js';
import { ACCOUNT_STATES, type AccountStanding, type AccountState } from '../invitations/account-standing.js';
import { LocaleEnum, RoleEnum, SecondFactorNeeded, SignInFailed, TooManyAttempts, ViewerType } from './viewer.types.js';

const AccountStateEnum = Object.fromEntries(ACCOUNT_STATES.map((state) => [state, state])) as Record<
  AccountState,
  AccountState
>;
registerEnumType(AccountStateEnum, {
  name: 'InvitationState',
  description: 'How somebody stands to an account of their own.',
});

@Graded('volunteer', 'G2')
@ObjectType('AccountStanding', { description: 'Whether somebody has an account, or an invitation to make one.' })
export class AccountStandingType {
  @Field(() => ID, { description: 'Opaque id of the person; `invitePerson` takes it.' }) personId: string;
  @Field(() => AccountStateEnum, { description: 'In one word.' }) state: AccountState;
  @Field(() => ID, { nullable: true, description: 'The invitation that stands or ran out.' })
  invitationId: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was sent.' }) invitedAt: string | null;
  @Field(() => InstantType, { nullable: true, description: 'Until when its link opens.' }) expiresAt: string | null;
}

@Graded('G0')
@ObjectType('Invitation', { description: 'What a living link tells whoever holds it. Nobody’s name.' })
export class InvitationType {
  @Field({ description: 'Name of the agency that invites.' }) agencyName: string;
  @Field({ description: 'The invited number or address, mostly hidden: `138****8000`.' }) identifierHint: string;
  @Field({ description: 'True where it has an account: then that account’s password is asked for.' })
  hasAccount: boolean;
  @Field(() => [RoleEnum], { description: 'What the person will be there.' }) roles: Role[];
  @Field(() => LocaleEnum, { description: 'Language of the invitation.' }) locale: 'zh-CN' | 'en';
  @Field(() => InstantType, { description: 'Until when the link opens.' }) expiresAt: string;
}

@ObjectType({ implements: () => [UserError], description: 'The role is not the viewer’s to give.' })
@Graded('account', 'G1')
export class RoleNotYours extends UserError {
  @Field(() => RoleEnum, { description: 'Which role.' }) role: Role;
}

@ObjectType({ implements: () => [UserError], description: 'The person has an account already.' })
export class AlreadyHasAccount extends UserError {}

@ObjectType({
  implements: () => [UserError],
  description: 'The phone number or e-mail is that of somebody whom the agency knows.',
})
export class IdentifierTaken extends UserError {}

@ObjectType({
  implements: () => [UserError],
  description: 'The link was used, taken back, replaced, ran out, or never was; deliberately the same.',
})
export class InvitationEnded extends UserError {}

@ObjectType({
  implements: () => [UserError],
  description: 'The account is made; there is nothing to sign in to before the first role begins.',
})
@Graded('account', 'G2')
export class AccountOpensLater extends UserError {
  @Field(() => LocalDateType, { description: 'The first day to sign in.' }) opensOn: string;
}

@Graded('volunteer', 'G2')
@ObjectType({ description: 'An invitation as it was sent; its link is shown this once and kept nowhere.' })
export class InvitationSent {
  @Field(() => AccountStandingType, { description: 'How the person stands to an account now.' })
  account: AccountStandingType;
  @Field({ description: 'Path of the personal link on this platform, for whoever hands it over in person.' })
  path: string;
}

export const InvitePersonResult = createUnionType({
  name: 'InvitePersonResult',
  types: () => [InvitationSent, RoleNotYours, AlreadyHasAccount, IdentifierTaken, InvalidInput, NotFound] as const,
});
export const RevokeInvitationResult = createUnionType({
  name: 'RevokeInvitationResult',
  types: () => [AccountStandingType, NotFound] as const,
});
export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  types: () =>
    [
      ViewerType,
      SecondFactorNeeded,
      AccountOpensLater,
      InvitationEnded,
      SignInFailed,
      TooManyAttempts,
      InvalidInput,
    ] as const,
});

@InputType({ description: 'A role that an invited person takes up on accepting.' })
export class InvitedRoleInput {
  @Field(() => RoleEnum, { description: 'Which role.' }) role: Role;
  @Field(() => ID, { nullable: true, description: 'In which office; the whole agency where it is missing.' })
  officeId?: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'First day; today where it is missing.' })
  startsOn?: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; open where it is missing.' })
  endsOn?: string | null;
}

@InputType()
export class InvitePersonInput {
  @Field(() => ID, { nullable: true, description: 'A person or volunteer of the agency; missing for somebody new.' })
  personId?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of somebody new.' }) name?: string | null;
  @Field(() => [InvitedRoleInput], {
    nullable: true,
    description: 'Roles taken up on accepting; those of the invitation that stands where missing.',
  })
  roles?: InvitedRoleInput[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'Phone number or e-mail; missing: where the last invitation went, or the number on file.',
  })
  identifier?: string | null;
  @Field(() => LocaleEnum, { nullable: true, description: 'Language of the message; the agency’s where missing.' })
  locale?: 'zh-CN' | 'en' | null;
}

@InputType()
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'Which invitation.' }) invitationId: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field({ description: 'The secret of the link.' }) token: string;
  @Field({ description: 'A new password of at least ten characters, or that of the account that stands.' })
  password: string;
  @Field(() => LocaleEnum, { description: 'Language of pages and messages.' }) locale: 'zh-CN' | 'en';
  @Field({ description: 'Version of the privacy notice that was agreed to.' }) privacyVersion: string;
  @Field({ description: 'Version of the terms that were agreed to.' }) termsVersion: string;
}

export function toStanding(personId: string, standing: AccountStanding): AccountStandingType {
  const { state, invitationId, invitedAt = null, expiresAt = null } = standing;
  return make(AccountStandingType, {
    personId: toGlobalId('Person', personId),
    state,
    invitationId: invitationId === undefined ? null : toGlobalId('Invitation', invitationId),
    invitedAt,
    expiresAt,
  });
}
