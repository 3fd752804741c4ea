import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PLACE_STATES, type PlaceState } from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  UserError,
} from '../../platform/graphql/index.js';
import { TRAINING_REFUSALS, type TrainingRefusal } from '../sessions/training-refusals.js';
import { AgencyCourseType } from './courses.types.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
export const PlaceStateEnum = words(PLACE_STATES);
registerEnumType(PlaceStateEnum, { name: 'TrainingPlaceState', description: 'Has a seat, waits, left, or was there.' });
const AttendedByEnum = { CODE: 'CODE', LIST: 'LIST' } as const;
registerEnumType(AttendedByEnum, {
  name: 'AttendedBy',
  description: 'By the code of the room, or the trainer’s list.',
});
const RefusalEnum = words(TRAINING_REFUSALS);
registerEnumType(RefusalEnum, {
  name: 'TrainingRefusal',
  description: 'Why something about a session cannot be done.',
});

@ObjectType('TrainingRefused', {
  implements: () => [UserError],
  description: 'Something about a session cannot be done, by this person or now.',
})
@Graded('learning', 'G1')
export class TrainingRefused extends UserError {
  @Field(() => RefusalEnum, { description: 'Why.' }) why: TrainingRefusal;
  @Field(() => Int, { nullable: true, description: 'How often a code can still be typed; null where none is asked.' })
  triesLeft: number | null;
}

@ObjectType('TrainingPlace', { description: 'Somebody’s place in a session, for whoever holds sessions.' })
@Graded('learning', 'G2')
export class TrainingPlaceType {
  @Field(() => ID, { description: 'Whose.' }) personId: string;
  @Field({ description: 'The name.' }) name: string;
  @Field(() => PlaceStateEnum, { description: 'Where it stands.' }) state: PlaceState;
  @Field(() => AttendedByEnum, {
    nullable: true,
    description: 'How it is known that they were there; null: not known.',
  })
  attendedBy: 'CODE' | 'LIST' | null;
  @Field({ description: 'Whether it became a training; not as long as lessons of the course are open.' })
  counted: boolean;
}

@ObjectType('TrainingMeeting', { description: 'A course on one day, in a room or by a link.' })
@Graded('learning', 'G2')
export class TrainingSessionType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => AgencyCourseType, { description: 'Of which course.' }) course: AgencyCourseType;
  @Field(() => LocalDateType, { description: 'Its day.' }) happensOn: string;
  @Field(() => Int, { description: 'Minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'How long, in minutes.' }) minutes: number;
  @Field(() => String, { nullable: true, description: 'Where; null: by the link.' }) place: string | null;
  @Field(() => String, { nullable: true, description: 'Address of the meeting; null: in a room.' }) link: string | null;
  @Field(() => Int, { description: 'Seats.' }) seats: number;
  @Field({ description: 'Who gives it.' }) trainerName: string;
  @Field({ description: 'Whether it was called off.' }) cancelled: boolean;
  @Field(() => Int, { description: 'For the next change.' }) version: number;
  @Field(() => [TrainingPlaceType], { description: 'Those with a seat and those who wait, as they came.' })
  people: TrainingPlaceType[];
}

@ObjectType('RoomCode', { description: 'The code to show in the room.' })
@Graded('learning', 'G2')
export class RoomCodeType {
  @Field({ description: 'Six digits.' }) code: string;
  @Field(() => InstantType, { description: 'From when on another one is shown.' }) until: string;
}

@ObjectType('Trainer', { description: 'A colleague who can give a session.' })
@Graded('learning', 'G2')
export class TrainerType {
  @Field(() => ID, { description: 'The colleague.' }) personId: string;
  @Field({ description: 'The name.' }) name: string;
}

@InputType()
export class ScheduleTrainingInput {
  @Field(() => ID, { description: 'Of which course.' }) courseId: string;
  @Field(() => ID, { description: 'The colleague who gives it.' }) trainerId: string;
  @Field(() => LocalDateType, { description: 'From today on, within a year.' }) happensOn: string;
  @Field(() => Int, { description: 'Minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'From 10 to 600, and over before midnight.' }) minutes: number;
  @Field(() => String, { nullable: true, description: 'Where; needed where there is no link. 120 characters at most.' })
  place?: string | null;
  @Field(() => String, { nullable: true, description: 'Address of a meeting, by https.' }) link?: string | null;
  @Field(() => Int, { description: 'From 1 to 300.' }) seats: number;
  @Field({ description: 'The client’s own id of this; a retry with it agrees on nothing more.' }) requestId: string;
}
@InputType()
export class CancelTrainingInput {
  @Field(() => ID, { description: 'Which session.' }) meetingId: string;
  @Field(() => Int, { description: 'As last read.' }) version: number;
}
@InputType()
export class MarkAttendedInput {
  @Field(() => ID, { description: 'Which session.' }) meetingId: string;
  @Field(() => Int, { description: 'As last read.' }) version: number;
  @Field(() => [ID], { description: 'Who was there; others keep where they stand.' }) personIds: string[];
}

const result = (name: string) =>
  createUnionType({
    name,
    types: () => [TrainingSessionType, InvalidInput, NotFound, StaleVersion, TrainingRefused] as const,
  });
export const ScheduleTrainingResult = result('ScheduleTrainingResult');
export const CancelTrainingResult = result('CancelTrainingResult');
export const MarkAttendedResult = result('MarkAttendedResult');
