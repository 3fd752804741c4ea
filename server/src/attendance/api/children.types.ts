import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded } from '../../platform/access/index.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/graphql/index.js';
import {
  CHILD_CONDITIONS,
  CHILD_SIGN_UPS,
  CHILD_WORD_FROM,
  type ChildCondition,
  type ChildSignUp,
  type ChildWordFrom,
} from '../attendance.entities.js';

const toEnum = <W extends string>(words: readonly W[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as Record<W, W>;
const ChoiceEnum = toEnum(CHILD_SIGN_UPS);
const SeemedEnum = toEnum(CHILD_CONDITIONS);
registerEnumType(ChoiceEnum, {
  name: 'ChildChoice',
  description: 'Whether the child wishes to come, by its own word.',
});
const WordFromEnum = toEnum(CHILD_WORD_FROM);
registerEnumType(WordFromEnum, { name: 'ChildWordFrom', description: 'Who brought the child’s word.' });
registerEnumType(SeemedEnum, { name: 'ChildSeemed', description: 'How the child seemed.' });

@ObjectType('ChildVisits', {
  description: 'On how many days of a month a child meets visiting teams, besides one activity.',
})
@Graded('activity', 'G5')
export class ChildVisitsType {
  @Field(() => ID, { description: 'Opaque id of the child.' }) childId: string;
  @Field(() => Int, { description: 'Other days of the month to which the child has signed up.' }) taken: number;
  @Field(() => Int, { nullable: true, description: 'The most that these days allow; null where no team comes.' })
  most: number | null;
}

@ObjectType('ActivityChild', { description: 'A child’s part in an activity; for the case team alone.' })
@Graded('activity', 'G5')
export class ActivityChildType {
  @Field(() => ID, { description: 'Opaque id of the child.' }) childId: string;
  @Field({ description: 'Name; for the case team only.' }) name: string;
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
  @Field(() => ChoiceEnum, { description: 'The child’s own word.' }) choice: ChildSignUp;
  @Field(() => WordFromEnum, { nullable: true, description: 'Who brought it; null where nobody wrote that down.' })
  saidBy: ChildWordFrom | null;
  @Field(() => ChildVisitsType, { description: 'Visits by teams this month.' }) visits: ChildVisitsType;
  @Field(() => Int, { nullable: true, description: 'Since when they were there.' }) inMinute: number | null;
  @Field(() => Int, { nullable: true, description: 'When they were fetched.' }) outMinute: number | null;
  @Field(() => SeemedEnum, { nullable: true, description: 'How they seemed.' }) seemed: ChildCondition | null;
  @Field({ description: 'What should be known of it.' }) note: string;
  @Field({ description: 'Who fetched them (P07).' }) fetchedBy: string;
  @Field(() => Int, {
    nullable: true,
    description: 'A face that the child pointed at, 1 (sad) to 5 (glad); 0: would rather not say.',
  })
  face: number | null;
  @Field({ description: 'What the child said of the day.' }) words: string;
}
@ObjectType('ActivityChildren', { description: 'Children of an activity whom the viewer may read.' })
@Graded('activity', 'G5')
export class ActivityChildrenType {
  @Field(() => ID, { description: 'Opaque id of the activity.' }) activityId: string;
  @Field(() => [ActivityChildType], { description: 'In the order in which they were written down.' })
  list: ActivityChildType[];
}
@InputType()
export class WriteActivityChildInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => ID, { description: 'Which child.' }) childId: string;
  @Field(() => Int, { description: 'As it was loaded; 0 for a child who is not on the list yet.' }) version: number;
  @Field(() => WordFromEnum, { description: 'Who brings the child’s word.' }) saidBy: ChildWordFrom;
  @Field(() => ChoiceEnum, { description: 'The child’s own word.' }) choice: ChildSignUp;
  @Field({ description: 'Whether they are, or were, there.' }) came: boolean;
  @Field(() => SeemedEnum, { nullable: true, description: 'How they seem.' }) seemed?: ChildCondition | null;
  @Field({ description: 'At most 500 characters; needed for a child who is hurt or unwell.' }) note: string;
  @Field({ description: 'Who fetches them; at most 60 characters.' }) fetchedBy: string;
  @Field(() => Int, { nullable: true, description: '1 (sad) to 5 (glad); 0: would rather not say.' }) face?:
    number | null;
  @Field({ description: 'At most 500 characters.' }) words: string;
}
export const WriteActivityChildResult = createUnionType({
  name: 'WriteActivityChildResult',
  types: () => [ActivityChildrenType, InvalidInput, NotFound, StaleVersion] as const,
});
