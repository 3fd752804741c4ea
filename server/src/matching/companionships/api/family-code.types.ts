import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { TooManyAttempts } from '../../../people/index.js';
import { Graded } from '../../../platform/access/index.js';
import { InstantType, NotFound, UserError } from '../../../platform/graphql/index.js';

@ObjectType('GuardianCode', { description: 'A short code for a guardian without an account; shown once.' })
@Graded('consent', 'G4')
export class GuardianCodeType {
  @Field({ description: 'Eight letters and digits with a dash in the middle, to be read out.' }) code: string;
  @Field({ description: 'Path of the page on this platform where it is typed.' }) path: string;
  @Field(() => InstantType, { description: 'Until when it can be typed, once.' }) expiresAt: string;
}

@ObjectType('CodeTaken', { description: 'The code opened a visit; the cookie came along.' })
@Graded('G0')
export class CodeTakenType {
  @Field({ description: 'Where the visit goes on.' }) path: string;
}

@ObjectType({
  implements: () => [UserError],
  description: 'Never was, was used, has ended or was taken back; deliberately the same.',
})
export class CodeNotTaken extends UserError {}

@InputType()
export class CreateGuardianCodeInput {
  @Field(() => ID, { description: 'A companionship of the child.' }) companionshipId: string;
}

@InputType()
export class EnterByCodeInput {
  @Field({ description: 'As typed: capitals, dashes and blanks do not matter.' }) code: string;
}

export const CreateGuardianCodeResult = createUnionType({
  name: 'CreateGuardianCodeResult',
  types: () => [GuardianCodeType, NotFound] as const,
});
export const EnterByCodeResult = createUnionType({
  name: 'EnterByCodeResult',
  types: () => [CodeTakenType, CodeNotTaken, TooManyAttempts] as const,
});
