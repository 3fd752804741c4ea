import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { ROLES, type Face, type Role } from '@tongxing/shared/permissions';
import { InvalidInput, LocalDateType, UserError } from '../../platform/graphql/index.js';
import { Graded } from '../../platform/access/index.js';
import { FACTOR_METHODS, type FactorMethod } from '../factors/factor.entities.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as Record<Role, Role>;
registerEnumType(RoleEnum, { name: 'Role', description: 'A dated role of a person in an agency.' });

export const FaceEnum: Record<Face, Face> = {
  AGENCY: 'AGENCY',
  COMPANY: 'COMPANY',
  DONOR: 'DONOR',
  VOLUNTEER: 'VOLUNTEER',
  GUARDIAN: 'GUARDIAN',
};
registerEnumType(FaceEnum, { name: 'Face', description: 'The part of the client that a person works in.' });

export const LocaleEnum = { ZH_CN: 'zh-CN', EN: 'en' } as const;
registerEnumType(LocaleEnum, { name: 'Locale', description: 'Language of pages and messages.' });

export const GenderEnum = { FEMALE: 'FEMALE', MALE: 'MALE' } as const;
registerEnumType(GenderEnum, { name: 'Gender', description: 'As the person or guardian states it.' });

export const FactorMethodEnum = Object.fromEntries(FACTOR_METHODS.map((method) => [method, method])) as Record<
  FactorMethod,
  FactorMethod
>;
registerEnumType(FactorMethodEnum, {
  name: 'FactorMethod',
  description: 'How somebody shows that it is them, beside the password.',
});

@ObjectType('Agency', { description: 'The organisation that the viewer works with.' })
@Graded('G0')
export class AgencyType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name as the public knows it.' }) name: string;
  @Field({ description: 'IANA zone in which its days are counted.' }) timeZone: string;
  @Field(() => String, { nullable: true, description: 'Phone number for questions.' }) contactPhone: string | null;
  @Field(() => LocalDateType, { description: 'The day it is there now.' }) today: string;
}

@ObjectType('Viewer', { description: 'The person who is signed in.' })
@Graded('account', 'G2')
export class ViewerType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Own name.' }) name: string;
  @Field(() => LocaleEnum, { description: 'Chosen language.' }) locale: 'zh-CN' | 'en';
  @Field(() => [RoleEnum], { description: 'Roles in force today.' }) roles: Role[];
  @Field(() => FaceEnum, { description: 'The face that opens after sign-in.' }) face: Face;
  @Field(() => AgencyType, { description: 'The agency of these roles.' }) agency: AgencyType;
  @Field(() => [String], {
    description: 'Permission names of the matrix, so that pages offer only what is possible. The server decides again.',
  })
  permissions: string[];
}

@ObjectType('DemoLogin', { description: 'A public login of the demo agency.' })
@Graded('G0')
export class DemoLoginType {
  @Field({ description: 'Invented name.' }) name: string;
  @Field(() => RoleEnum, { description: 'What this person is.' }) role: Role;
  @Field(() => FaceEnum, { description: 'The face that opens.' }) face: Face;
  @Field({ description: 'Phone number or e-mail to sign in with.' }) identifier: string;
  @Field({ description: 'Public password of the demo.' }) password: string;
}

@ObjectType('PlatformInfo', { description: 'What a visitor may know before signing in.' })
@Graded('G0')
export class PlatformInfoType {
  @Field({ description: 'True while no agency exists: the first-run page makes one.' }) needsSetup: boolean;
  @Field({ description: 'True on a demo platform.' }) demo: boolean;
  @Field(() => [DemoLoginType], { description: 'Public logins of the demo; empty elsewhere.' })
  demoLogins: DemoLoginType[];
  @Field(() => String, { nullable: true, description: 'Where sent mail and SMS can be read, in the demo only.' })
  inboxPath: string | null;
}

@ObjectType({ implements: () => [UserError], description: 'Unknown account or wrong password; deliberately the same.' })
export class SignInFailed extends UserError {}

@ObjectType({ implements: () => [UserError], description: 'Too many tries for this account or from this address.' })
@Graded('G0')
export class TooManyAttempts extends UserError {
  @Field(() => Int, { description: 'Seconds until another try is free.' }) retryAfterSeconds: number;
}

@ObjectType({
  implements: () => [UserError],
  description: 'The password was right; the second step is asked of this browser, for ten minutes.',
})
@Graded('G0')
export class SecondFactorNeeded extends UserError {
  @Field(() => [FactorMethodEnum], { description: 'Ways to take it, the easiest first.' }) methods: FactorMethod[];
}

@ObjectType({ implements: () => [UserError], description: 'A second factor has to be shown again before this.' })
@Graded('G0')
export class StepUpNeeded extends UserError {
  @Field(() => [FactorMethodEnum], { description: 'Ways to show it, the easiest first.' }) methods: FactorMethod[];
}

@ObjectType({ implements: () => [UserError], description: 'This platform already has its agency.' })
export class SetupAlreadyDone extends UserError {}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [ViewerType, SecondFactorNeeded, SignInFailed, TooManyAttempts] as const,
});
export const CreateAgencyResult = createUnionType({
  name: 'CreateAgencyResult',
  types: () => [ViewerType, SetupAlreadyDone, InvalidInput] as const,
});
export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  types: () => [ViewerType, SignInFailed, InvalidInput, StepUpNeeded, TooManyAttempts] as const,
});

@InputType()
export class SignInInput {
  @Field({ description: 'Phone number or e-mail.' }) identifier: string;
  @Field({ description: 'As typed.' }) password: string;
}

@InputType()
export class ChangePasswordInput {
  @Field({ description: 'The password in force.' }) current: string;
  @Field({ description: 'The new one, at least ten characters.' }) next: string;
}

@InputType()
export class CreateAgencyInput {
  @Field({ description: 'Name as the public knows it.' }) agencyName: string;
  @Field({ description: 'Name of the director.' }) directorName: string;
  @Field({ description: "The director's phone number or e-mail." }) identifier: string;
  @Field({ description: 'At least ten characters.' }) password: string;
  @Field(() => LocaleEnum, { description: 'Language to begin with.' }) locale: 'zh-CN' | 'en';
}
