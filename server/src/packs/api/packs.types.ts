import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Graded } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  UserError,
} from '../../platform/graphql/index.js';
import { MarksUnread } from '../../progress/index.js';

@ObjectType('PackHead', { description: 'What a team is told after its day, in a list.' })
@Graded('pack', 'G2')
export class PackHeadType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name of the team.' }) teamName: string;
  @Field({ description: 'Theme of the activity.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => LocalDateType, { description: 'Its day.' }) onDate: string;
  @Field(() => LocalDateType, { description: 'The day by which it is sent: ten working days after the closing.' })
  dueOn: string;
  @Field({ description: 'Whether that day is over and nothing was sent.' }) overdue: boolean;
  @Field(() => Int, { description: 'Number of the newest edition; 0 while nothing was sent.' }) edition: number;
  @Field(() => InstantType, { nullable: true, description: 'When it was sent.' }) sentAt: string | null;
}

@ObjectType('ToldLine', { description: 'A colleague and their service on the day, as it was told.' })
@Graded('pack', 'G2')
export class ToldLineType {
  @Field(() => ID, { description: 'Opaque id, by which the certificate is taken.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => Int, { description: 'Minutes.' }) minutes: number;
}

@ObjectType('PackLine', { description: 'Somebody of the team and their service on the day.' })
@Graded('pack', 'G2')
export class PackLineType {
  @Field({ description: 'Name.' }) name: string;
  @Field(() => Int, { description: 'Minutes, of the hours log.' }) minutes: number;
}

@ObjectType('PackEdition', { description: 'What was told once; never changed.' })
@Graded('pack', 'G2')
export class PackEditionType {
  @Field(() => Int, { description: 'From 1.' }) number: number;
  @Field(() => InstantType, { description: 'When it was sent.' }) sentAt: string;
  @Field({ description: 'By whom, by name.' }) sentBy: string;
  @Field({ description: 'How the day went.' }) debrief: string;
  @Field({ description: 'What came of it.' }) outcomes: string;
  @Field({ description: 'What the edition before had wrong; empty for the first.' }) why: string;
  @Field({ description: 'SHA-256 over all of it.' }) hash: string;
}

@ObjectType('TeamPack', { description: 'A pack at the desk.' })
@Graded('pack', 'G2')
export class TeamPackType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ID, { description: 'Of which activity.' }) activityId: string;
  @Field(() => PackHeadType, { description: 'Which day, and when it is due.' }) head: PackHeadType;
  @Field(() => [PackLineType], { description: 'Who was there, by name.' }) lines: PackLineType[];
  @Field(() => Int, { description: 'How many were down and did not come.' }) missed: number;
  @Field({ description: 'Of the look back on the activity.' }) evaluation: string;
  @Field(() => [PackEditionType], { description: 'The newest first.' }) editions: PackEditionType[];
  @Field(() => Int, { description: 'To be said when it is sent.' }) version: number;
}

@ObjectType('PackThanks', { description: 'What a child said of a day, and what stands against telling the team.' })
@Graded('activity', 'G5')
export class PackThanksType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'The child’s words.' }) words: string;
  @Field({ description: 'Whether the family agreed that a company reads them.' }) agreed: boolean;
  @Field(() => Int, { description: 'Places in them that may tell who somebody is.' }) marks: number;
  @Field(() => Int, { description: 'How many people have looked at them: 0, 1 or 2.' }) looked: number;
  @Field({ description: 'Whether the viewer is one of these.' }) ownLook: boolean;
  @Field({ description: 'Whether the team may read them.' }) released: boolean;
}

@ObjectType('PackThanksList', { description: 'Children’s words of one day.' })
@Graded('activity', 'G5')
export class PackThanksListType {
  @Field(() => [PackThanksType], { description: 'Of children whom the viewer may read.' }) thanks: PackThanksType[];
}

@ObjectType('CompanyPack', { description: 'A pack as the team reads it: the newest edition.' })
@Graded('pack', 'G3')
export class CompanyPackType {
  @Field(() => PackHeadType, { description: 'Which day.' }) head: PackHeadType;
  @Field(() => PackEditionType, { description: 'What was told.' }) told: PackEditionType;
  @Field(() => [ToldLineType], { description: 'Own people, by name.' }) lines: ToldLineType[];
  @Field(() => Int, { nullable: true, description: 'How many children came; null: fewer than five, or none.' })
  participants: number | null;
  @Field(() => [String], { description: 'Words of children that their families released, and nobody’s name.' })
  thanks: string[];
}

@InputType()
export class SendTeamPackInput {
  @Field(() => ID, { description: 'Which pack.' }) packId: string;
  @Field(() => Int, { description: 'As it was read.' }) version: number;
  @Field({ description: 'How the day went; 2000 characters at most.' }) debrief: string;
  @Field({ description: 'What came of it; 2000 characters at most.' }) outcomes: string;
  @Field({ description: 'From the second edition on: what was wrong; 300 characters at most.' }) why: string;
  @Field(() => [ID], { description: 'Words of children that go with it.' }) thanksIds: string[];
  @Field(() => Int, { description: 'Places in the texts that the sender has looked at.' }) marksSeen: number;
}
@InputType()
export class LookAtThanksInput {
  @Field(() => ID, { description: 'Of which pack.' }) packId: string;
  @Field(() => ID, { description: 'Which words.' }) thanksId: string;
  @Field(() => Int, { description: 'Marked places that the viewer has seen.' }) marksSeen: number;
}

@ObjectType({
  implements: () => [UserError],
  description: 'Not all of the chosen words of children may be read by a team now.',
})
export class ThanksNotReleased extends UserError {}

export const SendTeamPackResult = createUnionType({
  name: 'SendTeamPackResult',
  types: () => [TeamPackType, InvalidInput, MarksUnread, NotFound, StaleVersion, ThanksNotReleased] as const,
});
export const LookAtThanksResult = createUnionType({
  name: 'LookAtThanksResult',
  types: () => [PackThanksListType, MarksUnread, NotFound] as const,
});
