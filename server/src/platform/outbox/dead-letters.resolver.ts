import { Args, Context, createUnionType, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor, Graded } from '../access/index.js';
import { fromGlobalId, InstantType, make, NotFound, toCommonPayload, toGlobalId, UserError } from '../graphql/index.js';
import { DeadLetters, type DeadLetter } from './dead-letters.js';

@ObjectType('DeadLetter', { description: 'A job that failed for good. Its content is never shown.' })
@Graded('job', 'G1')
class DeadLetterType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'What it was to do, as a word of the code.' }) kind: string;
  @Field(() => Int, { description: 'How often it was tried.' }) attempts: number;
  @Field({ description: 'Code of the last failure.' }) lastError: string;
  @Field(() => InstantType, { description: 'When it was given up.' }) diedAt: string;
}

@ObjectType({
  implements: () => [UserError],
  description: 'Its content was erased after seven days; it cannot be done any more.',
})
class DeadLetterEmptied extends UserError {}

const RetryDeadLetterResult = createUnionType({
  name: 'RetryDeadLetterResult',
  types: () => [DeadLetterType, DeadLetterEmptied, NotFound] as const,
});

@Resolver()
export class DeadLettersResolver {
  constructor(private readonly letters: DeadLetters) {}

  @Query(() => [DeadLetterType], {
    description: 'Jobs of the agency that failed for good, the newest first, at most 200.',
  })
  @Allow('job.read')
  async deadLetters(@Context('actor') actor: PersonActor): Promise<DeadLetterType[]> {
    return (await this.letters.list(actor.agencyId)).map(toType);
  }

  @Mutation(() => RetryDeadLetterResult, {
    description: 'Puts a dead letter back in line; audited. Answers with it as it was.',
  })
  @Allow('job.read')
  async retryDeadLetter(
    @Args('id', { type: () => ID, description: 'Which dead letter.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RetryDeadLetterResult> {
    const outcome = await this.letters.retry(actor, fromGlobalId('DeadLetter', id) ?? '');
    if (outcome.ok) return toType(outcome.value);
    if (outcome.error.code === 'NOT_FOUND') return toCommonPayload(outcome.error);
    return make(DeadLetterEmptied, { code: outcome.error.code, message: 'Its content was erased after seven days.' });
  }
}

const toType = (letter: DeadLetter): DeadLetterType =>
  make(DeadLetterType, { ...letter, id: toGlobalId('DeadLetter', letter.id) });
