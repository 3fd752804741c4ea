import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded } from '../../../platform/access/index.js';
import { InstantType, InvalidInput, make, NotFound, toGlobalId, UserError } from '../../../platform/graphql/index.js';
import { FactorMethodEnum, SignInFailed, StepUpNeeded, TooManyAttempts, ViewerType } from '../../api/viewer.types.js';
import type { FactorsView, FactorView } from '../factor-store.js';
import type { FactorMethod } from '../factor.entities.js';

/** What can be typed; a passkey signs. */
export const TypedMethodEnum = { TOTP: 'TOTP', RECOVERY_CODE: 'RECOVERY_CODE' } as const;
registerEnumType(TypedMethodEnum, { name: 'TypedFactor', description: 'A second factor that is typed.' });

@Graded('account', 'G2')
@ObjectType('FactorEntry', { description: 'An authenticator app or a passkey of the viewer.' })
export class FactorType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => FactorMethodEnum, { description: 'An app or a passkey.' }) method: FactorMethod;
  @Field(() => String, { nullable: true, description: 'As its owner called it; an app has no name.' })
  name: string | null;
  @Field(() => InstantType, { description: 'When it was added.' }) addedAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When it was last used.' }) lastUsedAt: string | null;
}

@Graded('account', 'G2')
@ObjectType('MyFactors', { description: 'What protects the own account beside the password. Only its owner reads it.' })
export class MyFactorsType {
  @Field(() => [FactorType], { description: 'Apps and passkeys.' }) factors: FactorType[];
  @Field(() => Int, { description: 'Recovery codes that were not used yet.' }) recoveryCodesLeft: number;
}

@Graded('account', 'G2')
@ObjectType('TotpSetup', { description: 'Shown once, while an authenticator app is being set up.' })
export class TotpSetupType {
  @Field({ description: 'To be typed into the app, where the picture cannot be scanned.' }) secret: string;
  @Field({ description: 'The address that opens an app on this device.' }) address: string;
  @Field({ description: 'The picture to scan, as SVG.' }) picture: string;
}

@Graded('account', 'G2')
@ObjectType('FactorAdded', { description: 'It counts from now on.' })
export class FactorAddedType {
  @Field(() => MyFactorsType, { description: 'What there is now.' }) mine: MyFactorsType;
  @Field(() => [String], {
    nullable: true,
    description: 'Ten codes, shown this once; null where there are some already.',
  })
  recoveryCodes: string[] | null;
}

@Graded('account', 'G2')
@ObjectType('RecoveryCodes', { description: 'Ten codes, shown this once; earlier ones open nothing any more.' })
export class RecoveryCodesType {
  @Field(() => [String], { description: 'Each opens the account once.' }) codes: string[];
}

@Graded('G0')
@ObjectType('PendingSignIn', { description: 'The second step that this browser is asked for.' })
export class PendingSignInType {
  @Field(() => [FactorMethodEnum], { description: 'Ways to take it, the easiest first.' }) methods: FactorMethod[];
}

@ObjectType({ implements: () => [UserError], description: 'Not right, or used before.' })
@Graded('G0')
export class FactorWrong extends UserError {
  @Field(() => Int, { nullable: true, description: 'Tries that are left, where they are counted for this step.' })
  triesLeft: number | null;
}

@ObjectType({
  implements: () => [UserError],
  description: 'The second step was taken, ran out, met its last try, or belongs to another browser: sign in again.',
})
export class SignInEnded extends UserError {}

@ObjectType({ implements: () => [UserError], description: 'The role needs a second factor: add another one first.' })
export class LastFactor extends UserError {}

export const ConfirmSignInResult = createUnionType({
  name: 'ConfirmSignInResult',
  types: () => [ViewerType, FactorWrong, SignInEnded, TooManyAttempts] as const,
});
export const BeginTotpResult = createUnionType({
  name: 'BeginTotpResult',
  types: () => [TotpSetupType, SignInFailed, StepUpNeeded, TooManyAttempts] as const,
});
export const AddFactorResult = createUnionType({
  name: 'AddFactorResult',
  types: () => [FactorAddedType, InvalidInput, NotFound] as const,
});
export const RemoveFactorResult = createUnionType({
  name: 'RemoveFactorResult',
  types: () => [MyFactorsType, LastFactor, NotFound, SignInFailed, StepUpNeeded, TooManyAttempts] as const,
});
export const RenewRecoveryCodesResult = createUnionType({
  name: 'RenewRecoveryCodesResult',
  types: () => [RecoveryCodesType, NotFound, SignInFailed, StepUpNeeded, TooManyAttempts] as const,
});
export const ProveFactorResult = createUnionType({
  name: 'ProveFactorResult',
  types: () => [MyFactorsType, FactorWrong, TooManyAttempts] as const,
});

@InputType()
export class TypedFactorInput {
  @Field(() => TypedMethodEnum, { description: 'What is typed.' }) method: keyof typeof TypedMethodEnum;
  @Field({ description: 'As typed.' }) code: string;
}

@InputType()
export class OwnPasswordInput {
  @Field({ description: 'The password in force.' }) password: string;
}

@InputType()
export class ConfirmTotpInput {
  @Field({ description: 'The six digits that the app shows now.' }) code: string;
}

@InputType()
export class RemoveFactorInput {
  @Field(() => ID, { description: 'Which one.' }) factorId: string;
  @Field({ description: 'The password in force.' }) password: string;
}

export const toMyFactors = ({ factors, recoveryCodesLeft }: FactorsView): MyFactorsType =>
  make(MyFactorsType, { factors: factors.map(toFactor), recoveryCodesLeft });

const toFactor = ({ id, method, name, addedAt, lastUsedAt }: FactorView): FactorType =>
  make(FactorType, {
    id: toGlobalId('Factor', id),
    method,
    name: name ?? null,
    addedAt,
    lastUsedAt: lastUsedAt ?? null,
  });
