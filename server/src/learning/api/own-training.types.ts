import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TRAINING_EVIDENCE, type PlaceState, type TrainingEvidence, type CourseKind } from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import { LocalDateType, NotFound } from '../../platform/graphql/index.js';
import { AgencyCourseType, CourseKindEnum } from './courses.types.js';
import { PlaceStateEnum, TrainingRefused } from './training-sessions.types.js';

const EvidenceEnum = Object.fromEntries(TRAINING_EVIDENCE.map((word) => [word, word])) as Record<
  TrainingEvidence,
  TrainingEvidence
>;
registerEnumType(EvidenceEnum, { name: 'TrainingEvidence', description: 'What stands behind a training.' });

@ObjectType('MyTrainingSeat', { description: 'A session to come, with the reader’s own place in it.' })
@Graded('learning', 'G1')
export class MySessionType {
  @Field(() => ID, { description: 'Opaque id of the session.' }) id: string;
  @Field(() => ID, { description: 'Of which course.' }) courseId: string;
  @Field(() => LocalDateType, { description: 'Its day.' }) happensOn: string;
  @Field(() => Int, { description: 'Minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'How long, in minutes.' }) minutes: number;
  @Field(() => String, { nullable: true, description: 'Where; null: by a link.' }) place: string | null;
  @Field(() => String, { nullable: true, description: 'Address of the meeting, for whoever has a seat.' })
  link: string | null;
  @Field(() => Int, { description: 'Seats.' }) seats: number;
  @Field(() => Int, { description: 'Seats that are taken.' }) taken: number;
  @Field(() => PlaceStateEnum, { nullable: true, description: 'The own place; null: none.' }) mine: PlaceState | null;
  @Field(() => Int, { description: 'How many wait longer than the reader.' }) waitingBefore: number;
  @Field({ description: 'Whether the code of the room is taken now.' }) codeOpen: boolean;
  @Field({ description: 'Whether lessons of the course are still open, after being there.' }) lessonsOpen: boolean;
}

@ObjectType('MyTrainingDone', { description: 'Something that the reader learned.' })
@Graded('learning', 'G1')
export class MyTrainingDoneType {
  @Field(() => CourseKindEnum, { description: 'Before service, or beside it.' }) kind: CourseKind;
  @Field(() => String, { nullable: true, description: 'The course; null: before the agency had a catalogue.' })
  title: string | null;
  @Field(() => LocalDateType, { description: 'Its day.' }) happenedOn: string;
  @Field(() => LocalDateType, { description: 'The last day on which it counts.' }) validUntil: string;
  @Field(() => EvidenceEnum, {
    nullable: true,
    description: 'What stands behind it; null: what staff saw or imported.',
  })
  evidence: TrainingEvidence | null;
}

@ObjectType('MyTraining', { description: 'Courses, sessions and what was learned, as the reader has them.' })
@Graded('learning', 'G1')
export class MyTrainingType {
  @Field(() => [AgencyCourseType], { description: 'Courses given today.' }) courses: AgencyCourseType[];
  @Field(() => [MySessionType], { description: 'From today on, the soonest first.' }) sessions: MySessionType[];
  @Field(() => [MyTrainingDoneType], { description: 'The latest first.' }) done: MyTrainingDoneType[];
}

@InputType()
export class EnrolInTrainingInput {
  @Field(() => ID, { description: 'Which session.' }) meetingId: string;
}
@InputType()
export class LeaveTrainingInput {
  @Field(() => ID, { description: 'Which session.' }) meetingId: string;
}
@InputType()
export class AttendTrainingInput {
  @Field(() => ID, { description: 'Which session.' }) meetingId: string;
  @Field({ description: 'The code that the trainer shows; spaces do not matter.' }) code: string;
}

const result = (name: string) =>
  createUnionType({ name, types: () => [MyTrainingType, NotFound, TrainingRefused] as const });
export const EnrolInTrainingResult = result('EnrolInTrainingResult');
export const LeaveTrainingResult = result('LeaveTrainingResult');
export const AttendTrainingResult = result('AttendTrainingResult');
