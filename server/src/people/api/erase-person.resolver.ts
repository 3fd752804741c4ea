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
import { assertUnreachable } from '@tongxing/shared/kernel';
import { Allow, Graded, type PersonActor } from '../../platform/access/index.js';
import {
  fromGlobalId,
  InvalidInput,
  InstantType,
  make,
  NotFound,
  toCommonPayload,
  toGlobalId,
  UserError,
} from '../../platform/graphql/index.js';
import { ERASURE_HOLDS, type ErasureHold } from '../../platform/keys/index.js';
import { toStepUp } from './viewer.payloads.js';
import { StepUpNeeded } from './viewer.types.js';
import { ERASURE_REASONS, Erasures, type EraseError, type ErasureReason } from '../erasure/erasures.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const ErasureReasonEnum = words(ERASURE_REASONS);
registerEnumType(ErasureReasonEnum, {
  name: 'ErasureReason',
  description: 'On whose word, or by which rule (PIPL 47).',
});
export const ErasureHoldEnum = words(ERASURE_HOLDS);
registerEnumType(ErasureHoldEnum, { name: 'ErasureHold', description: 'What stands against an erasure now.' });

@ObjectType('PersonErased', { description: 'Nothing personal is kept any more, and no backup can bring it back.' })
@Graded('person', 'G1')
class PersonErased {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field(() => InstantType, { description: 'When it was decided.' }) erasedAt: string;
}

@ObjectType('ErasureHeld', { implements: () => [UserError], description: 'The person cannot be erased yet.' })
@Graded('person', 'G1')
class ErasureHeld extends UserError {
  @Field(() => [ErasureHoldEnum], { description: 'Every reason, not only the first.' }) holds: ErasureHold[];
}

const ErasePersonResult = createUnionType({
  name: 'ErasePersonResult',
  types: () => [PersonErased, ErasureHeld, InvalidInput, NotFound, StepUpNeeded] as const,
});

@InputType()
class ErasePersonInput {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field(() => ErasureReasonEnum, { description: 'Goes to the audit as a code.' }) reason: ErasureReason;
  @Field({ description: 'Of your own making, at most 64 characters; the same again does nothing more.' })
  requestId: string;
}

const LONGEST_REQUEST_ID = 64;

@Resolver()
export class ErasePersonResolver {
  constructor(private readonly erasures: Erasures) {}

  @Mutation(() => ErasePersonResult, {
    description: 'Erases all that is kept of a person, and destroys the key that would open it in a backup.',
  })
  @Allow('person.erase')
  async erasePerson(
    @Args('input') input: ErasePersonInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ErasePersonResult> {
    const { reason, requestId } = input;
    if (requestId.length === 0 || requestId.length > LONGEST_REQUEST_ID) {
      return toCommonPayload({
        code: 'INVALID_INPUT',
        fields: [{ field: 'requestId', code: 'REQUEST_ID_LENGTH' }],
      } as const);
    }
    const personId = fromGlobalId('Person', input.personId) ?? '';
    const outcome = await this.erasures.erase(actor, personId, reason, requestId);
    if (!outcome.ok) return toRefusal(outcome.error);
    const { erasedAt } = outcome.value;
    return make(PersonErased, { personId: toGlobalId('Person', outcome.value.personId), erasedAt });
  }
}

function toRefusal(error: EraseError): ErasureHeld | NotFound | StepUpNeeded {
  switch (error.code) {
    case 'NOT_FOUND':
      return toCommonPayload(error);
    case 'STEP_UP_NEEDED':
      return toStepUp(error);
    case 'ERASURE_HELD':
      return make(ErasureHeld, {
        code: error.code,
        message: 'Something stands against erasing this person now.',
        holds: [...error.holds],
      });
    default:
      return assertUnreachable(error);
  }
}
