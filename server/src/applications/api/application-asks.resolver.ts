import {
  Args,
  createUnionType,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { LocaleEnum } from '../../people/index.js';
import { Graded, Public } from '../../platform/access/index.js';
import { InvalidInput, make, NotFound, toCommonPayload } from '../../platform/graphql/index.js';
import { ApplicationAsks, type AskLook } from '../application-asks.js';
import { words } from './application-words.js';

type AskKind = 'GUARDIAN' | 'REFEREE';
type AskAnswer = 'YES' | 'WITH_CARE' | 'NO';
type SignMethod = 'DRAWN' | 'TYPED';
export const AskKindEnum = words<AskKind>(['GUARDIAN', 'REFEREE']);
registerEnumType(AskKindEnum, { name: 'ApplicationAskKind', description: 'Who is asked about an applicant.' });
export const AskAnswerEnum = words<AskAnswer>(['YES', 'WITH_CARE', 'NO']);
registerEnumType(AskAnswerEnum, { name: 'ApplicationAskAnswer', description: 'What they say.' });
const SignMethodEnum = words<SignMethod>(['DRAWN', 'TYPED']);
registerEnumType(SignMethodEnum, { name: 'ApplicationSignMethod', description: 'How an answer was signed.' });

@ObjectType('ApplicationAsk', { description: 'A question about an applicant, for whoever holds its link.' })
@Graded('G0')
export class ApplicationAskType {
  @Field(() => AskKindEnum, { description: 'As what they are asked.' }) kind: AskKind;
  @Field({ description: 'The agency that asks.' }) agencyName: string;
  @Field(() => String, { nullable: true, description: 'Its number, for questions.' }) agencyPhone: string | null;
  @Field({ description: 'About whom; they named the one who is asked.' }) applicantName: string;
  @Field({ description: 'Who is asked, as the applicant named them.' }) contactName: string;
  @Field(() => AskAnswerEnum, { nullable: true, description: 'What they said already.' }) answer: AskAnswer | null;
  @Field(() => String, { nullable: true, description: 'Of a guardian: the exact text, a paragraph a line.' })
  text: string | null;
  @Field(() => String, { nullable: true, description: 'Fingerprint of that text; goes back with the answer.' })
  textHash: string | null;
}

@InputType()
export class AnswerApplicationAskInput {
  @Field({ description: 'The code of the link.' }) code: string;
  @Field(() => LocaleEnum, { description: 'In which language the text was read.' }) locale: 'zh-CN' | 'en';
  @Field(() => AskAnswerEnum, { description: 'What they say.' }) answer: AskAnswer;
  @Field({ description: 'Own name; 60 characters.' }) name: string;
  @Field(() => String, { nullable: true, description: 'Of a guardian: how they are related.' })
  relation?: string | null;
  @Field(() => SignMethodEnum, { nullable: true, description: 'Of a guardian: how it was signed.' })
  method?: SignMethod | null;
  @Field(() => String, { nullable: true, description: 'A drawn signature: strokes as an SVG path.' })
  signature?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a referee: own words; 1,000 characters.' })
  words?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a guardian: fingerprint of the text.' })
  textHash?: string | null;
}

export const AnswerApplicationAskResult = createUnionType({
  name: 'AnswerApplicationAskResult',
  types: () => [ApplicationAskType, InvalidInput, NotFound] as const,
});

@Resolver()
export class ApplicationAsksResolver {
  constructor(private readonly asks: ApplicationAsks) {}

  @Query(() => ApplicationAskType, {
    nullable: true,
    description: 'A question about an applicant; null for a link that has ended and for one that never was.',
  })
  @Public()
  async applicationAsk(
    @Args('code', { description: 'The code of the link.' }) code: string,
    @Args('locale', { type: () => LocaleEnum, description: 'Language of the text.' }) locale: 'zh-CN' | 'en',
  ): Promise<ApplicationAskType | null> {
    const look = await this.asks.look(code, locale);
    return look ? toAsk(look) : null;
  }

  @Mutation(() => AnswerApplicationAskResult, { description: 'The answer of a guardian or a referee, once.' })
  @Public()
  async answerApplicationAsk(
    @Args('input') { code, locale, answer, textHash, ...said }: AnswerApplicationAskInput,
  ): Promise<typeof AnswerApplicationAskResult> {
    const { name, relation, method, signature, words: own } = said;
    const outcome = await this.asks.reply({
      ...{ code, locale, answer },
      textHash: textHash ?? undefined,
      said: {
        name,
        relation: relation ?? undefined,
        method: method ?? undefined,
        signature: signature ?? undefined,
        words: own ?? undefined,
      },
    });
    return outcome.ok ? toAsk(outcome.value) : toCommonPayload(outcome.error);
  }
}

const toAsk = ({ agencyPhone, answer, text, textHash, ...look }: AskLook): ApplicationAskType =>
  make(ApplicationAskType, {
    ...look,
    agencyPhone: agencyPhone ?? null,
    answer: answer ?? null,
    text: text ?? null,
    textHash: textHash ?? null,
  });
