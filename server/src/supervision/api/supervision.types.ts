import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  SUPERVISION_FORMATS,
  SUPERVISION_KINDS,
  SUPERVISION_MISSED,
  SUPERVISION_SOURCES,
  type SupervisionFormat,
  type SupervisionKind,
  type SupervisionMissed,
  type SupervisionSource,
} from '@tongxing/shared/rules';
import { SUPERVISION_STATES, type SupervisionState } from '@tongxing/shared/states';
import { Graded, OfGrade } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
} from '../../platform/graphql/index.js';
import { AGENDA_KINDS, type AgendaKind } from '../agenda.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
export const KindEnum = words(SUPERVISION_KINDS);
registerEnumType(KindEnum, { name: 'SupervisionKind', description: 'What a talk is for (§7.4.3).' });
export const FormatEnum = words(SUPERVISION_FORMATS);
registerEnumType(FormatEnum, { name: 'SupervisionFormat', description: 'With one volunteer, or with several.' });
export const SourceEnum = words(SUPERVISION_SOURCES);
registerEnumType(SourceEnum, { name: 'SupervisionSource', description: 'By the agency, or by somebody from outside.' });
export const StateEnum = words(SUPERVISION_STATES);
registerEnumType(StateEnum, { name: 'SupervisionState', description: 'Where a talk stands (SM9).' });
export const MissedEnum = words(SUPERVISION_MISSED);
registerEnumType(MissedEnum, { name: 'SupervisionMissed', description: 'Why a talk did not take place.' });
const AgendaEnum = words(AGENDA_KINDS);
registerEnumType(AgendaEnum, { name: 'SupervisionAgendaKind', description: 'What there is to talk about.' });

@ObjectType('SupervisionAgendaItem', { description: 'Something open, gathered for a talk.' })
@Graded('supervision', 'G2')
export class AgendaItemType {
  @Field(() => AgendaEnum, { description: 'What it is.' }) kind: AgendaKind;
  @Field(() => ID, { description: 'Whose.' }) volunteerId: string;
  @Field(() => LocalDateType, { nullable: true, description: 'The day that counts: due, ends, ended.' })
  on: string | null;
  @Field(() => String, { nullable: true, description: 'What had been agreed.' }) text: string | null;
  @Field(() => ID, { nullable: true, description: 'Which pair.' }) companionshipId: string | null;
  @Field(() => String, { nullable: true, description: 'The child of the pair, by pseudonym.' })
  @OfGrade('G3')
  pseudonym: string | null;
  @Field(() => String, { nullable: true, description: 'Which requirement has to be renewed.' })
  requirement: string | null;
  @Field(() => ID, { nullable: true, description: 'Which concern.' }) concernId: string | null;
}

@ObjectType('SupervisionSeat', { description: 'One volunteer’s part of a talk, for whoever leads it.' })
@Graded('supervision', 'G2')
export class SeatType {
  @Field(() => ID, { description: 'The volunteer.' }) volunteerId: string;
  @Field({ description: 'The volunteer’s name.' }) name: string;
  @Field({ description: 'Whether they came.' }) came: boolean;
  @Field(() => String, { nullable: true, description: 'What they would like to talk about.' }) wish: string | null;
  @Field(() => Int, { nullable: true, description: 'How they are, from 0 to 4.' }) wellbeing: number | null;
  @Field(() => String, { nullable: true, description: 'A note that only the two read.' }) note: string | null;
  @Field(() => String, { nullable: true, description: 'What goes well.' }) praise: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When they signed; null as long as they have not.' })
  signedAt: string | null;
}

@ObjectType('SupervisionAction', { description: 'Something that was agreed in a talk.' })
@Graded('supervision', 'G2')
export class ActionType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Who does it.' }) name: string;
  @Field(() => ID, { nullable: true, description: 'The volunteer who does it; null: whoever led the talk.' })
  volunteerId: string | null;
  @Field({ description: 'What.' }) text: string;
  @Field(() => LocalDateType, { description: 'Until when.' }) dueOn: string;
  @Field(() => InstantType, { nullable: true, description: 'When it was done; null as long as it is not.' })
  doneAt: string | null;
}

@ObjectType('SupervisionSession', {
  description: 'A talk between a supervisor and volunteers. What was said is read by whoever led it, and by them.',
})
@Graded('supervision', 'G2')
export class SessionType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => KindEnum, { description: 'What it is for.' }) kind: SupervisionKind;
  @Field(() => FormatEnum, { description: 'With one, or with several.' }) format: SupervisionFormat;
  @Field(() => SourceEnum, { description: 'By the agency, or by somebody from outside.' }) source: SupervisionSource;
  @Field(() => StateEnum, { description: 'Where it stands.' }) state: SupervisionState;
  @Field(() => LocalDateType, { description: 'The day that was agreed on.' }) plannedOn: string;
  @Field(() => Int, { description: 'Minutes since midnight, in the agency’s zone.' }) startMinute: number;
  @Field(() => LocalDateType, { nullable: true, description: 'The day on which it took place.' }) heldOn: string | null;
  @Field(() => Int, { nullable: true, description: 'How long, in minutes.' }) minutes: number | null;
  @Field({ description: 'Who leads it.' }) leaderName: string;
  @Field({ description: 'Whether the viewer leads it: the words below are there for them only.' }) mine: boolean;
  @Field(() => String, { nullable: true, description: 'What was talked about.' }) topics: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When whoever led it signed.' }) signedAt: string | null;
  @Field(() => MissedEnum, { nullable: true, description: 'Why it did not take place.' })
  missedFor: SupervisionMissed | null;
  @Field(() => Int, { description: 'To be passed back with the next step.' }) version: number;
  @Field(() => [SeatType], { description: 'Who has a seat.' }) seats: SeatType[];
  @Field(() => [ActionType], { description: 'What was agreed.' }) actions: ActionType[];
}

@InputType()
export class ScheduleSupervisionInput {
  @Field(() => [ID], { description: 'One volunteer, or two to thirty of them.' }) volunteerIds: string[];
  @Field(() => KindEnum, { description: 'What it is for.' }) kind: SupervisionKind;
  @Field(() => FormatEnum, { description: 'With one, or with several.' }) format: SupervisionFormat;
  @Field(() => SourceEnum, { description: 'By the agency, or by somebody from outside.' }) source: SupervisionSource;
  @Field(() => LocalDateType, { description: 'From today on, within a year.' }) plannedOn: string;
  @Field(() => Int, { description: 'Minutes since midnight.' }) startMinute: number;
  @Field({ description: 'The client’s own id of this; a retry with it agrees on nothing more.' }) requestId: string;
}
@InputType()
export class HeldSeatInput {
  @Field(() => ID, { description: 'Which volunteer.' }) volunteerId: string;
  @Field({ description: 'Whether they came.' }) came: boolean;
  @Field(() => Int, { nullable: true, description: 'How they are, from 0 to 4.' }) wellbeing?: number | null;
  @Field(() => String, { nullable: true, description: 'A note that only the two read; 2,000 characters at most.' })
  note?: string | null;
  @Field(() => String, { nullable: true, description: 'What goes well; 2,000 characters at most.' })
  praise?: string | null;
}
@InputType()
export class AgreedActionInput {
  @Field(() => ID, { nullable: true, description: 'The volunteer who does it; null: whoever leads the talk.' })
  volunteerId?: string | null;
  @Field({ description: 'What; 200 characters at most.' }) text: string;
  @Field(() => LocalDateType, { description: 'Until when.' }) dueOn: string;
}
@InputType()
export class HoldSupervisionInput {
  @Field(() => ID, { description: 'Which talk.' }) sessionId: string;
  @Field(() => Int, { description: 'As last read.' }) version: number;
  @Field(() => LocalDateType, { description: 'The day on which it took place, within the last sixty.' }) heldOn: string;
  @Field(() => Int, { description: 'How long, in minutes.' }) minutes: number;
  @Field({ description: 'What was talked about; 2,000 characters at most. No name of a child.' }) topics: string;
  @Field(() => [HeldSeatInput], { description: 'One for each seat.' }) seats: HeldSeatInput[];
  @Field(() => [AgreedActionInput], { description: 'What was agreed; ten at most.' }) actions: AgreedActionInput[];
}
@InputType()
export class MissSupervisionInput {
  @Field(() => ID, { description: 'Which talk.' }) sessionId: string;
  @Field(() => Int, { description: 'As last read.' }) version: number;
  @Field(() => MissedEnum, { description: 'Why.' }) missedFor: SupervisionMissed;
}
@InputType()
export class FinishSupervisionActionInput {
  @Field(() => ID, { description: 'What is done.' }) actionId: string;
}

const result = (name: string) =>
  createUnionType({
    name,
    types: () => [SessionType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
  });
export const ScheduleSupervisionResult = result('ScheduleSupervisionResult');
export const HoldSupervisionResult = result('HoldSupervisionResult');
export const MissSupervisionResult = result('MissSupervisionResult');
export const FinishSupervisionActionResult = result('FinishSupervisionActionResult');
