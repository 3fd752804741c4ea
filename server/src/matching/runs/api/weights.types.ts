import { Field, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { ChildType } from '../../../children/index.js';
import { VolunteerType } from '../../../people/index.js';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import { InstantType, InvalidInput, StaleVersion, UserError } from '../../../platform/graphql/index.js';

@ObjectType('MatchCriterion', { description: 'One criterion of the score.' })
@Graded('match', 'G1')
export class MatchCriterionType {
  @Field({ description: 'Its code.' }) criterion: string;
  @Field(() => Int, { description: 'What a full grade earns, in hundreds of points.' }) weight: number;
  @Field({ description: 'Why it weighs so much.' }) why: string;
}

@ObjectType('MatchWeights', { description: 'One version of the agency’s table of weights.' })
@Graded('match', 'G1')
export class MatchWeightsType {
  @Field(() => Int, { description: 'Which version; the newest holds.' }) version: number;
  @Field(() => [MatchCriterionType], { description: 'All criteria that count.' }) criteria: MatchCriterionType[];
  @Field(() => String, { nullable: true, description: 'Why it was changed; null: the platform’s own table.' })
  reason: string | null;
  @Field(() => String, { nullable: true, description: 'Who changed it.' }) @OfGrade('G2') createdBy: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When.' }) createdAt: string | null;
}

@ObjectType('WeightProblem', { description: 'What is wrong with a table of weights.' })
@Graded('match', 'G1')
export class WeightProblemType {
  @Field(() => String, { nullable: true, description: 'The criterion as it was given; null: the whole table.' })
  criterion: string | null;
  @Field({ description: 'Code of the problem.' }) code: string;
}

@ObjectType({ implements: () => [UserError], description: 'The table cannot be; protected facts are never weighed.' })
@Graded('match', 'G1')
export class WeightsRefused extends UserError {
  @Field(() => [WeightProblemType], { description: 'Everything that is wrong.' }) problems: WeightProblemType[];
}

@ObjectType('WeightsMove', { description: 'A child for whom the other table proposes somebody else.' })
@Graded('match', 'G5')
export class WeightsMoveType {
  @Field(() => ChildType, { description: 'The child.' }) child: ChildType;
  @Field(() => VolunteerType, { nullable: true, description: 'Proposed by the run; null: nobody.' })
  before: VolunteerType | null;
  @Field(() => VolunteerType, { nullable: true, description: 'Proposed by the other table; null: nobody.' })
  after: VolunteerType | null;
}

@ObjectType('WeightsComparison', { description: 'How another table of weights would move a run; nothing is stored.' })
@Graded('match', 'G5')
export class WeightsComparisonType {
  @Field(() => Int, { description: 'Proposals that would stay.' }) kept: number;
  @Field(() => Int, { description: 'Children whose companion would be another, or none.' }) moved: number;
  @Field(() => Int, { description: 'What the whole would gain, in points of the other table.' }) gain: number;
  @Field(() => [WeightsMoveType], { description: 'The moves of children whom the viewer may see.' })
  moves: WeightsMoveType[];
}

@ObjectType('ExtraPlaces', { description: 'What more places of supervisors would do.' })
@Graded('match', 'G1')
export class ExtraPlacesType {
  @Field(() => Int, { description: 'So many places more.' }) places: number;
  @Field(() => Int, { description: 'Children more who would have a companion, exactly.' }) wouldPlace: number;
}

@InputType()
export class MatchCriterionInput {
  @Field({ description: 'Code of the criterion.' }) criterion: string;
  @Field(() => Int, { description: 'A whole number from 0 to 10,000.' }) weight: number;
  @Field({ description: 'Why it weighs so much.' }) why: string;
}

@InputType()
export class SaveMatchWeightsInput {
  @Field(() => Int, { description: 'The version that the change is based on.' }) version: number;
  @Field({ description: 'Why it is changed; kept with the version.' }) reason: string;
  @Field(() => [MatchCriterionInput], { description: 'The whole table.' }) criteria: MatchCriterionInput[];
}

export const SaveMatchWeightsResult = createUnionType({
  name: 'SaveMatchWeightsResult',
  types: () => [MatchWeightsType, WeightsRefused, StaleVersion, InvalidInput] as const,
});
export const UnderWeights = createUnionType({
  name: 'UnderWeights',
  description: 'What another table of weights would do, or why it cannot be.',
  types: () => [WeightsComparisonType, WeightsRefused] as const,
});
