import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded } from '../../platform/access/index.js';
import { InstantType, LocalDateType, NotFound, UserError } from '../../platform/graphql/index.js';
import { INTEREST_STATES, type InterestState } from '../pack.entities.js';
import { TeamPaperType } from './papers.types.js';

@ObjectType('ImpactDay', { description: 'One day of a team in its year.' })
@Graded('pack', 'G2')
export class ImpactDayType {
  @Field(() => LocalDateType, { description: 'The day.' }) onDate: string;
  @Field({ description: 'Theme of the activity.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => Int, { description: 'Own people.' }) people: number;
  @Field(() => Int, { description: 'Minutes of service together.' }) minutes: number;
  @Field(() => Int, { nullable: true, description: 'Children who came; null: fewer than five, or none.' })
  participants: number | null;
  @Field({ description: 'What came of it.' }) outcomes: string;
}

@ObjectType('Impact', { description: 'What a team’s year came to: whole days, and nothing of a child.' })
@Graded('pack', 'G2')
export class ImpactType {
  @Field(() => ID, { description: 'Opaque id of the team.' }) teamId: string;
  @Field({ description: 'Name of the team.' }) teamName: string;
  @Field(() => Int, { description: 'Calendar year.' }) year: number;
  @Field(() => Int, { description: 'Different people of the team.' }) people: number;
  @Field(() => Int, { description: 'Minutes of service together.' }) minutes: number;
  @Field(() => Int, { nullable: true, description: 'Times that a child took part, of days with five or more.' })
  participants: number | null;
  @Field(() => Float, { nullable: true, description: 'How far task goals were reached, 1 to 5, as a mean.' })
  taskReached: number | null;
  @Field(() => Float, { nullable: true, description: 'The same of process goals.' }) processReached: number | null;
  @Field(() => [ImpactDayType], { description: 'The earliest first.' }) days: ImpactDayType[];
  @Field(() => [TeamPaperType], { description: 'Donation agreements and receipts dated in it that stand now.' })
  papers: TeamPaperType[];
  @Field({ description: 'Whether the year is over.' }) closed: boolean;
  @Field(() => InstantType, { nullable: true, description: 'Since when it is frozen as the year’s statement.' })
  frozenAt: string | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the statement.' }) hash: string | null;
}

@ObjectType({ implements: () => [UserError], description: 'The year is not over yet.' })
export class YearOpen extends UserError {}

@InputType()
export class FreezeYearInput {
  @Field(() => ID, { description: 'Which team.' }) teamId: string;
  @Field(() => Int, { description: 'Which year.' }) year: number;
}
export const FreezeYearResult = createUnionType({
  name: 'FreezeYearResult',
  types: () => [ImpactType, NotFound, YearOpen] as const,
});

export const InterestStateEnum = Object.fromEntries(INTEREST_STATES.map((one) => [one, one])) as Record<
  InterestState,
  InterestState
>;
registerEnumType(InterestStateEnum, { name: 'InterestState', description: 'What became of a wish to accompany.' });

@ObjectType('OwnService', { description: 'One’s own service with a team.' })
@Graded('pack', 'G2')
export class OwnServiceType {
  @Field(() => ID, { description: 'Opaque id, by which the certificate is taken.' }) id: string;
  @Field({ description: 'Name of the team.' }) teamName: string;
  @Field({ description: 'Theme of the activity.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => LocalDateType, { description: 'The day.' }) onDate: string;
  @Field(() => Int, { description: 'Minutes of service.' }) minutes: number;
}

@ObjectType('AfterMyDays', { description: 'One’s own service with teams, and whether one would like to go on.' })
@Graded('pack', 'G2')
export class AfterMyDaysType {
  @Field(() => [OwnServiceType], { description: 'The newest first.' }) services: OwnServiceType[];
  @Field(() => InterestStateEnum, { nullable: true, description: 'What became of the wish; null: none was said.' })
  interest: InterestState | null;
}

@InputType()
export class SayInterestInput {
  @Field({ description: 'Whether the viewer would like to accompany a child for longer.' }) wants: boolean;
}

@ObjectType('WaitingInterest', { description: 'Somebody who would like to accompany a child for longer.' })
@Graded('volunteer', 'G2')
export class WaitingInterestType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => InstantType, { description: 'Since when.' }) saidAt: string;
}
@ObjectType('WaitingInterests', { description: 'Everybody who said so and with whom nobody has talked yet.' })
@Graded('volunteer', 'G2')
export class WaitingInterestsType {
  @Field(() => [WaitingInterestType], { description: 'The longest waiting first.' }) waiting: WaitingInterestType[];
}
@InputType()
export class AnswerInterestInput {
  @Field(() => ID, { description: 'Which one.' }) interestId: string;
}
export const AnswerInterestResult = createUnionType({
  name: 'AnswerInterestResult',
  types: () => [WaitingInterestsType, NotFound] as const,
});
