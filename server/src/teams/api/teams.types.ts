import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { COST_PER, TEAM_KINDS, TEAM_STATES, type CostPer, type TeamKind, type TeamState } from '@tongxing/shared/rules';
import { LocaleEnum } from '../../people/index.js';
import { Graded } from '../../platform/access/index.js';
import type { Locale } from '../../platform/auth/index.js';
import { InvalidInput, NotFound, StaleVersion, TransitionRefused, UserError } from '../../platform/graphql/index.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const KindEnum = words(TEAM_KINDS.map(({ code }) => code));
registerEnumType(KindEnum, { name: 'TeamKind', description: 'What kind of team it is (D8).' });
const StateEnum = words(TEAM_STATES);
registerEnumType(StateEnum, { name: 'TeamState', description: 'Whether a team still comes.' });
const PerEnum = words(COST_PER);
registerEnumType(PerEnum, { name: 'CostPer', description: 'What a line of costs is paid for.' });

@ObjectType('TeamCoordinator', { description: 'Somebody who books for a team.' })
@Graded('team', 'G2')
export class TeamCoordinatorType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
}
@ObjectType('VolunteerTeam', { description: 'A company or another team that comes for a day.' })
@Graded('team', 'G2')
export class VolunteerTeamType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => KindEnum, { description: 'What kind of team.' }) kind: TeamKind;
  @Field({ description: 'Whole name.' }) name: string;
  @Field({ description: 'What it is called in lists.' }) shortName: string;
  @Field(() => StateEnum, { description: 'Whether it still comes.' }) state: TeamState;
  @Field(() => [TeamCoordinatorType], { description: 'Who books for it now.' }) coordinators: TeamCoordinatorType[];
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
}
@ObjectType('TeamName', { description: 'A team as its bookings name it.' })
@Graded('team', 'G1')
export class TeamNameType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => KindEnum, { description: 'What kind of team.' }) kind: TeamKind;
  @Field({ description: 'Whole name.' }) name: string;
  @Field({ description: 'What it is called in lists.' }) shortName: string;
}
@ObjectType('CoordinatorChoice', { description: 'Somebody who signs in as a coordinator already.' })
@Graded('team', 'G2')
export class CoordinatorChoiceType {
  @Field(() => ID, { description: 'Opaque id of the human.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
}
@ObjectType('TeamCostLine', { description: 'One line of what a day costs a team.' })
@Graded('team', 'G1')
export class TeamCostLineType {
  @Field({ description: 'For what.' }) what: string;
  @Field({ description: 'In fen, as digits.' }) amount: string;
  @Field(() => PerEnum, { description: 'Once for the day, or for each guest.' }) per: CostPer;
}
@ObjectType('TeamOffer', { description: 'On which terms teams may come to an activity.' })
@Graded('team', 'G1')
export class TeamOfferType {
  @Field(() => Int, { description: 'Guests whom one worker looks after.' }) guestsPerWorker: number;
  @Field(() => Int, { description: 'Guests for one child at most.' }) guestsPerChild: number;
  @Field(() => Int, { description: 'Days of a month on which teams may visit the same children.' })
  visitsPerMonth: number;
  @Field({ description: 'Whether there is something to do without meeting children.' }) hasOtherTasks: boolean;
  @Field(() => String, { nullable: true, description: 'What that is.' }) otherTasks: string | null;
  @Field(() => Int, { description: 'Days that a record check takes.' }) checkLeadDays: number;
  @Field(() => Int, { description: 'Days before the activity by which everybody is cleared.' }) cutOffDays: number;
  @Field(() => Int, { description: 'Days before the activity until which a team may cancel by itself.' })
  noticeDays: number;
  @Field(() => [TeamCostLineType], { description: 'What it costs.' }) costLines: TeamCostLineType[];
  @Field(() => Int, { description: 'Changes with each change; 0 where teams may not come yet.' }) version: number;
}

@InputType()
export class SaveTeamInput {
  @Field(() => ID, { nullable: true, description: 'Which one; left out: a new one.' }) teamId?: string | null;
  @Field(() => Int, { nullable: true, description: 'As it was loaded; left out for a new one.' })
  version?: number | null;
  @Field(() => KindEnum, { description: 'What kind of team.' }) kind: TeamKind;
  @Field({ description: 'At most 80 characters; no two teams have the same.' }) name: string;
  @Field({ description: 'At most 20 characters.' }) shortName: string;
  @Field(() => StateEnum, { description: 'Whether it still comes.' }) state: TeamState;
}
@InputType()
export class AddTeamCoordinatorInput {
  @Field(() => ID, { description: 'For which team.' }) teamId: string;
  @Field(() => ID, { description: 'Somebody of the choices.' }) choiceId: string;
}
@InputType()
export class InviteTeamCoordinatorInput {
  @Field(() => ID, { description: 'For which team.' }) teamId: string;
  @Field({ description: 'Name, at most 120 characters.' }) name: string;
  @Field({ description: 'Phone number or e-mail to which the invitation goes.' }) identifier: string;
  @Field(() => LocaleEnum, { description: 'Language of the message.' }) locale: Locale;
}
@InputType()
export class EndTeamCoordinatorInput {
  @Field(() => ID, { description: 'Which one, by the id beside the name.' }) coordinatorId: string;
}
@InputType()
export class TeamCostLineInput {
  @Field({ description: 'For what; at most 60 characters.' }) what: string;
  @Field({ description: 'In fen, as digits.' }) amount: string;
  @Field(() => PerEnum, { description: 'Once for the day, or for each guest.' }) per: CostPer;
}
@InputType()
export class SaveTeamOfferInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => Int, { description: 'As it was loaded; 0 where teams may not come yet.' }) version: number;
  @Field(() => Int, { description: 'From 1 to 100.' }) guestsPerWorker: number;
  @Field(() => Int, { description: 'From 0 to 10.' }) guestsPerChild: number;
  @Field(() => Int, { description: 'From 0 to 31.' }) visitsPerMonth: number;
  @Field({ description: 'Whether there is something to do without meeting children.' }) hasOtherTasks: boolean;
  @Field({ description: 'What that is, at most 300 characters; may be empty where there is nothing.' })
  otherTasks: string;
  @Field(() => Int, { description: 'From 0 to 120.' }) checkLeadDays: number;
  @Field(() => Int, { description: 'From 0 to 60.' }) cutOffDays: number;
  @Field(() => Int, { description: 'From 0 to 90.' }) noticeDays: number;
  @Field(() => [TeamCostLineInput], { description: 'At most 20.' }) costLines: TeamCostLineInput[];
}

@ObjectType('CannotInvite', {
  implements: () => [UserError],
  description: 'The invitation cannot be sent: the role is not the inviter’s to give, or phone or address are in use.',
})
export class CannotInvite extends UserError {}

export const SaveTeamResult = createUnionType({
  name: 'SaveTeamResult',
  types: () => [VolunteerTeamType, InvalidInput, NotFound, StaleVersion] as const,
});
export const TeamCoordinatorResult = createUnionType({
  name: 'TeamCoordinatorResult',
  types: () => [VolunteerTeamType, InvalidInput, NotFound, CannotInvite] as const,
});
export const SaveTeamOfferResult = createUnionType({
  name: 'SaveTeamOfferResult',
  types: () => [TeamOfferType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});
