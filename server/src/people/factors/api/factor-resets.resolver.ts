import {
  Args,
  Context,
  createUnionType,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { Allow, Graded, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  InvalidInput,
  make,
  NotFound,
  toCommonPayload,
  toGlobalId,
  UserError,
} from '../../../platform/graphql/index.js';
import {
  FACTOR_RESET_REASONS,
  FACTOR_RESET_REFUSALS,
  FactorResets,
  type FactorResetReason,
  type FactorResetRefusal,
  type ResetError,
} from '../factor-resets.js';
import { toStepUp } from '../../api/viewer.payloads.js';
import { StepUpNeeded } from '../../api/viewer.types.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const ReasonEnum = words(FACTOR_RESET_REASONS);
registerEnumType(ReasonEnum, { name: 'FactorResetReason', description: 'Why a colleague cannot show a factor.' });
const RefusalEnum = words(FACTOR_RESET_REFUSALS);
registerEnumType(RefusalEnum, { name: 'FactorResetRefusal', description: 'What stands against a reset.' });

@Graded('factor', 'G1')
@ObjectType('FactorsReset', {
  description: 'The colleague signs in with the password next, and sets up a factor anew.',
})
class FactorsResetType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
}

@Graded('factor', 'G1')
@ObjectType({ implements: () => [UserError], description: 'The factors cannot be reset.' })
class FactorResetRefused extends UserError {
  @Field(() => RefusalEnum, { description: 'What stands against it.' }) why: FactorResetRefusal;
}

const ResetFactorsResult = createUnionType({
  name: 'ResetFactorsResult',
  types: () => [FactorsResetType, FactorResetRefused, InvalidInput, NotFound, StepUpNeeded] as const,
});

@InputType()
class ResetFactorsInput {
  @Field(() => ID, { description: 'Whose.' }) personId: string;
  @Field(() => ReasonEnum, { description: 'Goes to the audit as a code.' }) reason: FactorResetReason;
  @Field({ description: 'Whether they were met in person: a call or a mail proves nothing.' }) met: boolean;
}

@Resolver()
export class FactorResetsResolver {
  constructor(private readonly resets: FactorResets) {}

  @Mutation(() => ResetFactorsResult, {
    description: 'Takes a colleague’s second factors away and ends their sessions; audited, the owner is told.',
  })
  @Allow('factor.reset')
  async resetFactors(
    @Args('input') { personId, reason, met }: ResetFactorsInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ResetFactorsResult> {
    const outcome = await this.resets.reset(actor, fromGlobalId('Person', personId) ?? '', reason, met);
    if (outcome.ok) return make(FactorsResetType, { personId: toGlobalId('Person', outcome.value) });
    return toRefusal(outcome.error);
  }
}

function toRefusal(error: ResetError): FactorResetRefused | InvalidInput | NotFound | StepUpNeeded {
  switch (error.code) {
    case 'FACTOR_RESET_REFUSED':
      return make(FactorResetRefused, { code: error.code, message: 'Nothing was reset.', why: error.why });
    case 'STEP_UP_NEEDED':
      return toStepUp(error);
    case 'NOT_FOUND':
    case 'INVALID_INPUT':
      return toCommonPayload(error);
  }
}
