import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type GuardianActor } from '../../platform/access/index.js';
import { make, toCommonPayload, type GraphqlContext } from '../../platform/graphql/index.js';
import { HelperAnswers, type HelperQuestion } from '../helper-answers.js';
import {
  AnswerHelperQuestionInput,
  HelperQuestionResult,
  HelperQuestionType,
  HelperTextType,
} from './helping.types.js';

/** The guardian's question, by the personal link and without an account. */
@Resolver()
export class GuardianHelpingResolver {
  constructor(private readonly answers: HelperAnswers) {}

  @Query(() => HelperQuestionType, {
    nullable: true,
    description: 'Whether one’s child may be a young volunteer; null while nobody asks.',
  })
  @Public('helping.answerOwn')
  async helperQuestion(
    @Args('english', { description: 'In English.' }) english: boolean,
    @Context() { actor }: GraphqlContext,
  ): Promise<HelperQuestionType | null> {
    if (actor?.kind !== 'guardian') return null;
    const question = await this.answers.question(actor, english ? 'en' : 'zh');
    return question ? toQuestion(question) : null;
  }

  @Mutation(() => HelperQuestionResult, { description: 'A guardian’s yes or no; a no holds from this moment.' })
  @Allow('helping.answerOwn')
  async answerHelperQuestion(
    @Args('input') { yes, english, textHash }: AnswerHelperQuestionInput,
    @Context('actor') actor: GuardianActor,
  ): Promise<typeof HelperQuestionResult> {
    const outcome = await this.answers.answer(actor, { yes, textHash, language: english ? 'en' : 'zh' });
    return outcome.ok ? toQuestion(outcome.value) : toCommonPayload(outcome.error);
  }
}

const toQuestion = ({ childName, text, answer }: HelperQuestion): HelperQuestionType =>
  make(HelperQuestionType, {
    childName,
    text: make(HelperTextType, { parts: [...text.parts], hash: text.hash }),
    yes: answer === undefined ? null : answer === 'YES',
  });
