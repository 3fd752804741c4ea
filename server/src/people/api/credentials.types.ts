import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded } from '../../platform/access/index.js';
import { InvalidInput, make, UserError } from '../../platform/graphql/index.js';
import type { CodeError, CodeTerms } from '../credentials/credential-codes.js';
import type { ResetChannel } from '../credentials/credential-reset.entity.js';
import { SecondFactorNeeded, SignInFailed, StepUpNeeded, TooManyAttempts, ViewerType } from './viewer.types.js';

export const ChannelEnum: Record<ResetChannel, ResetChannel> = { SMS: 'SMS', MAIL: 'MAIL' };
registerEnumType(ChannelEnum, { name: 'MessageChannel', description: 'How a message travels.' });

@Graded('G0')
@ObjectType('CodeAsked', {
  description: 'A code or link is on its way, if there is such an account. The same answer where there is none.',
})
export class CodeAskedType {
  @Field(() => ChannelEnum, { description: 'By the form of what was typed: a phone number or an e-mail.' })
  channel: ResetChannel;
  @Field(() => Int, { description: 'Minutes for which it holds.' }) minutes: number;
}

@Graded('account', 'G2')
@ObjectType('MyAccount', { description: 'What the viewer signs in with.' })
export class MyAccountType {
  @Field({ description: 'Phone number or e-mail.' }) identifier: string;
}

@ObjectType({
  implements: () => [UserError],
  description: 'The code or link was used, ran out, met its last try, or was asked for in another browser.',
})
export class CodeEnded extends UserError {}

@ObjectType({ implements: () => [UserError], description: 'Not the code that was sent.' })
@Graded('G0')
export class CodeWrong extends UserError {
  @Field(() => Int, { description: 'Tries that are left.' }) triesLeft: number;
}

export const AskPasswordResetResult = createUnionType({
  name: 'AskPasswordResetResult',
  types: () => [CodeAskedType, InvalidInput, TooManyAttempts] as const,
});
export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  types: () => [ViewerType, SecondFactorNeeded, CodeEnded, CodeWrong, InvalidInput] as const,
});
export const AskIdentifierChangeResult = createUnionType({
  name: 'AskIdentifierChangeResult',
  types: () => [CodeAskedType, InvalidInput, SignInFailed, StepUpNeeded, TooManyAttempts] as const,
});
export const ConfirmIdentifierChangeResult = createUnionType({
  name: 'ConfirmIdentifierChangeResult',
  types: () => [MyAccountType, CodeEnded, CodeWrong] as const,
});

@InputType()
export class AskPasswordResetInput {
  @Field({ description: 'Phone number or e-mail of the account.' }) identifier: string;
}

@InputType()
export class ResetPasswordByCodeInput {
  @Field({ description: 'The six digits of the SMS.' }) code: string;
  @Field({ description: 'The new password, at least ten characters.' }) password: string;
}

@InputType()
export class ResetPasswordByLinkInput {
  @Field({ description: 'The secret of the link.' }) token: string;
  @Field({ description: 'The new password, at least ten characters.' }) password: string;
}

@InputType()
export class AskIdentifierChangeInput {
  @Field({ description: 'The new phone number or e-mail.' }) identifier: string;
  @Field({ description: 'The password in force.' }) password: string;
}

@InputType()
export class ConfirmIdentifierChangeInput {
  @Field({ description: 'The six digits that were sent to the new one.' }) code: string;
}

export const toAsked = ({ channel, minutes }: CodeTerms): CodeAskedType => make(CodeAskedType, { channel, minutes });

export function toCodeRefusal(error: CodeError): CodeEnded | CodeWrong {
  return error.code === 'CODE_WRONG'
    ? make(CodeWrong, { code: error.code, message: 'Not the code that was sent.', triesLeft: error.triesLeft })
    : make(CodeEnded, { code: error.code, message: 'This code or link opens nothing any more.' });
}
