import { createUnionType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { Graded } from '../../../platform/access/index.js';
import { SignInFailed, StepUpNeeded, TooManyAttempts, ViewerType } from '../../api/viewer.types.js';
import { SignInEnded } from './factors.types.js';

@Graded('G0')
@ObjectType('PasskeyRequest', { description: 'What a passkey is to sign, once, in this browser.' })
export class PasskeyRequestType {
  @Field({ description: 'JSON for `navigator.credentials.get`.' }) request: string;
}

@Graded('account', 'G2')
@ObjectType('PasskeyCreation', { description: 'What a browser needs to make a passkey for this account, once.' })
export class PasskeyCreationType {
  @Field({ description: 'JSON for `navigator.credentials.create`.' }) request: string;
}

export const AskPasskeySignInResult = createUnionType({
  name: 'AskPasskeySignInResult',
  types: () => [PasskeyRequestType, TooManyAttempts] as const,
});
export const SignInByPasskeyResult = createUnionType({
  name: 'SignInByPasskeyResult',
  types: () => [ViewerType, SignInFailed] as const,
});
export const AskStepPasskeyResult = createUnionType({
  name: 'AskStepPasskeyResult',
  types: () => [PasskeyRequestType, SignInEnded] as const,
});
export const BeginPasskeyResult = createUnionType({
  name: 'BeginPasskeyResult',
  types: () => [PasskeyCreationType, SignInFailed, StepUpNeeded, TooManyAttempts] as const,
});

@InputType()
export class PasskeyAnswerInput {
  @Field({ description: 'What the browser answered, as JSON.' }) answer: string;
}

@InputType()
export class ConfirmPasskeyInput {
  @Field({ description: 'As its owner will know it: at most sixty characters.' }) name: string;
  @Field({ description: 'What the browser answered, as JSON.' }) answer: string;
}
