// What a team's day is, as its own people and whoever holds its link read it. Nothing of a child, nor of any other person.
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ROSTER_NEEDS, ROSTER_REFUSALS, TEAM_TASKS } from '@tongxing/shared/rules';
import type { RosterNeed, RosterRefusal, TeamTasks } from '@tongxing/shared/rules';
import { LocaleEnum, TooManyAttempts } from '../../people/index.js';
import { Graded } from '../../platform/access/index.js';
import { InstantType, InvalidInput, LocalDateType, make, NotFound, UserError } from '../../platform/graphql/index.js';
import type { OpenedLink } from '../day-guests.js';
import { tasksOf, type TeamDay } from '../roster-bookings.js';
import type { RosterRefusedError } from '../rosters.js';

const enumOf = <T extends string>(words: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [K in T]: K };

export const GuestTasksEnum = enumOf(TEAM_TASKS);
registerEnumType(GuestTasksEnum, { name: 'GuestTasks', description: 'Beside children, or without meeting any.' });
export const RosterNeedEnum = enumOf(ROSTER_NEEDS);
registerEnumType(RosterNeedEnum, { name: 'RosterNeed', description: 'What somebody of a team still needs.' });
const RosterRefusalEnum = enumOf(ROSTER_REFUSALS);
registerEnumType(RosterRefusalEnum, { name: 'RosterRefusal', description: 'Why it cannot be done, or not any more.' });
const OwnPlaceEnum = enumOf(['ASKED', 'JOINED'] as const);
registerEnumType(OwnPlaceEnum, { name: 'OwnPlaceState', description: 'Asked for, or taken.' });

@ObjectType('RosterRefused', { implements: () => [UserError], description: 'It cannot be done, or not any more.' })
@Graded('G0')
export class RosterRefused extends UserError {
  @Field(() => RosterRefusalEnum, { description: 'Why.' }) why: RosterRefusal;
}
export const toRosterRefused = ({ code, why }: RosterRefusedError): RosterRefused =>
  make(RosterRefused, { code, why, message: 'The roster does not allow it.' });

@ObjectType('GuestDay', { description: 'A day to which a team comes.' })
@Graded('G0')
export class GuestDayType {
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field({ description: 'Which team.' }) teamName: string;
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field({ description: 'Where.' }) venueName: string;
  @Field(() => [GuestTasksEnum], { description: 'What one can be down for.' }) tasks: TeamTasks[];
  @Field(() => String, { nullable: true, description: 'What can be done without meeting children.' })
  otherTasks: string | null;
  @Field(() => LocalDateType, { description: 'By when everybody is cleared; until then people come and go.' })
  checkBy: string;
  @Field({ description: 'Whether a record check asked for today can be there by then.' }) checksCanArrive: boolean;
  @Field(() => RosterRefusalEnum, { nullable: true, description: 'Why nobody can join any more; null while they can.' })
  closed: RosterRefusal | null;
}

@ObjectType('CompanyWayIn', { description: 'The own sign-in of the company whose day it is.' })
@Graded('G0')
export class CompanyWayInType {
  @Field({ description: 'Which company.' }) company: string;
  @Field({ description: 'Where it begins; it comes back to the day.' }) startPath: string;
  @Field(() => String, {
    nullable: true,
    description:
      'The own name of whoever has just come from there in this browser, empty where it was not told; null: nobody has.',
  })
  ownName: string | null;
}

@ObjectType('OpenTeamDay', { description: 'What the link of a team’s day tells whoever holds it.' })
@Graded('G0')
export class OpenTeamDayType {
  @Field({ description: 'Name of the agency.' }) agencyName: string;
  @Field(() => String, { nullable: true, description: 'Its phone number.' }) agencyPhone: string | null;
  @Field(() => GuestDayType, { description: 'The day.' }) day: GuestDayType;
  @Field(() => CompanyWayInType, { nullable: true, description: 'Null where the company has none.' })
  wayIn: CompanyWayInType | null;
  @Field({ description: 'Whether this browser has just come from another company’s sign-in.' }) otherCompany: boolean;
}

@ObjectType('TeamDayAsked', { description: 'The same for every number.' })
@Graded('G0')
export class TeamDayAskedType {
  @Field({ description: 'Always true.' }) asked: boolean;
}

@InputType()
export class AskForTeamDayInput {
  @Field({ description: 'Of the link, however it is typed.' }) code: string;
  @Field({ description: 'The own name; 60 characters at most.' }) name: string;
  @Field({ description: 'The own mobile number: the link to the account goes there.' }) phone: string;
  @Field({ description: 'The own birth date: 1990-05-01.' }) birthDate: string;
  @Field(() => GuestTasksEnum, { description: 'What one would like to do.' }) tasks: TeamTasks;
  @Field(() => LocaleEnum, { description: 'Language of the message.' }) locale: 'zh-CN' | 'en';
  @Field({ description: 'Version of the privacy notice that was shown.' }) privacyVersion: string;
}
export const AskForTeamDayResult = createUnionType({
  name: 'AskForTeamDayResult',
  types: () => [TeamDayAskedType, InvalidInput, NotFound, RosterRefused, TooManyAttempts] as const,
});

@ObjectType('DayAgreement', {
  description: 'The short agreement for one day, in both languages; a line is a paragraph.',
})
@Graded('teamDay', 'G2')
export class DayAgreementType {
  @Field({ description: 'In Chinese.' }) zh: string;
  @Field({ description: 'In English.' }) en: string;
}

@ObjectType('MyTeamDay', { description: 'The reader’s own place on a team’s day.' })
@Graded('teamDay', 'G2')
export class MyTeamDayType {
  @Field(() => ID, { description: 'Opaque id of the place.' }) id: string;
  @Field(() => GuestDayType, { description: 'The day.' }) day: GuestDayType;
  @Field(() => OwnPlaceEnum, { description: 'Asked for, or taken.' }) state: 'ASKED' | 'JOINED';
  @Field(() => GuestTasksEnum, { description: 'What the reader is down for.' }) chosen: TeamTasks;
  @Field(() => [RosterNeedEnum], { description: 'What is missing for that; empty: clear.' }) needs: RosterNeed[];
  @Field(() => [RosterNeedEnum], { description: 'What is missing for tasks without children.' })
  needsWithout: RosterNeed[];
  @Field({ description: 'Whether the team’s roster is locked.' }) locked: boolean;
  @Field(() => InstantType, { nullable: true, description: 'When the reader signed the short agreement.' })
  signedAt: string | null;
  @Field(() => DayAgreementType, { description: 'Its words.' }) agreement: DayAgreementType;
}
@ObjectType('MyTeamDays', { description: 'The reader’s days with teams.' })
@Graded('teamDay', 'G2')
export class MyTeamDaysType {
  @Field({ description: 'The own name, as the agency has it: the agreement is signed with it.' }) ownName: string;
  @Field(() => [MyTeamDayType], { description: 'The newest first.' }) days: MyTeamDayType[];
}

@InputType()
export class JoinTeamDayInput {
  @Field(() => String, { nullable: true, description: 'Of the link; or:' }) code?: string | null;
  @Field(() => ID, { nullable: true, description: 'A place that was asked for.' }) dayId?: string | null;
  @Field(() => GuestTasksEnum, { description: 'What one would like to do.' }) tasks: TeamTasks;
}
@InputType()
export class ChooseTeamDayTasksInput {
  @Field(() => ID, { description: 'Which place.' }) dayId: string;
  @Field(() => GuestTasksEnum, { description: 'What one would like to do.' }) tasks: TeamTasks;
}
@InputType()
export class LeaveTeamDayInput {
  @Field(() => ID, { description: 'Which place.' }) dayId: string;
}
@InputType()
export class SignDayAgreementInput {
  @Field(() => ID, { description: 'Which place.' }) dayId: string;
  @Field({ description: 'The own name, typed.' }) name: string;
  @Field(() => LocaleEnum, { description: 'In which language it was read.' }) language: 'zh-CN' | 'en';
  @Field({ description: 'The words that were on the screen.' }) text: string;
}
const own = (name: string) =>
  createUnionType({ name, types: () => [MyTeamDaysType, InvalidInput, NotFound, RosterRefused] as const });
export const JoinTeamDayResult = own('JoinTeamDayResult');
export const ChooseTeamDayTasksResult = own('ChooseTeamDayTasksResult');
export const LeaveTeamDayResult = own('LeaveTeamDayResult');
export const SignDayAgreementResult = own('SignDayAgreementResult');

export function toGuestDay(day: TeamDay, closed: RosterRefusal | undefined): GuestDayType {
  const { activity, team, offer } = day;
  const { theme, themeEn, onDate, startMinute, endMinute } = activity;
  return make(GuestDayType, {
    ...{ theme, themeEn, onDate, startMinute, endMinute, teamName: team.name, venueName: day.venueName },
    ...{ tasks: [...tasksOf(day)], otherTasks: offer.hasOtherTasks ? offer.otherTasks : null },
    ...{ checkBy: day.checkBy, checksCanArrive: day.checksCanArrive, closed: closed ?? null },
  });
}

export function toWayIn(code: string, { wayIn, guest }: Pick<OpenedLink, 'wayIn' | 'guest'>): CompanyWayInType | null {
  if (!wayIn) return null;
  const startPath = `/sso/${wayIn.code}?join=${encodeURIComponent(code)}`;
  return make(CompanyWayInType, { company: wayIn.company, startPath, ownName: guest?.name ?? null });
}
