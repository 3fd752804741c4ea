import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { AgencyId, LocalDate, Result } from '@tongxing/shared/kernel';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import type { TrainingRefusedError } from '../sessions/training-refusals.js';
import { TrainingSessions, type SessionError, type SessionView } from '../sessions/training-sessions.js';
import { rowOfCourse, toCourse } from './courses.resolver.js';
import {
  CancelTrainingInput,
  CancelTrainingResult,
  MarkAttendedInput,
  MarkAttendedResult,
  RoomCodeType,
  ScheduleTrainingInput,
  ScheduleTrainingResult,
  TrainerType,
  TrainingPlaceType,
  TrainingRefused,
  TrainingSessionType,
} from './training-sessions.types.js';

@Resolver()
export class TrainingSessionsResolver {
  constructor(
    private readonly service: TrainingSessions,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => [TrainingSessionType], {
    description: 'Sessions of a course, the latest first; without one those of all courses from today on. 200 at most.',
  })
  @Allow('learning.holdSessions')
  async trainingMeetings(
    @Args('courseId', { type: () => ID, nullable: true, description: 'Of which course.' }) courseId: string | null,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<TrainingSessionType[]> {
    const wanted = typeof courseId === 'string' ? rowOfCourse(courseId) : undefined;
    return this.#show(agencyId, await this.service.list(agencyId, wanted));
  }

  @Query(() => TrainingSessionType, { nullable: true, description: 'One session of the agency; null for any other.' })
  @Allow('learning.holdSessions')
  async trainingMeeting(
    @Args('id', { type: () => ID, description: 'Which session.' }) id: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<TrainingSessionType | null> {
    const found = await this.service.find(agencyId, rowOfSession(id));
    return found ? ((await this.#show(agencyId, [found]))[0] ?? null) : null;
  }

  @Query(() => RoomCodeType, {
    nullable: true,
    description: 'The code of the room, on the day itself; null otherwise.',
  })
  @Allow('learning.holdSessions')
  async trainingCode(
    @Args('meetingId', { type: () => ID, description: 'Which session.' }) id: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<RoomCodeType | null> {
    const found = await this.service.code(agencyId, rowOfSession(id));
    return found ? make(RoomCodeType, { code: found.code, until: found.until.toISOString() }) : null;
  }

  @Query(() => [TrainerType], { description: 'Colleagues who can give a session today.' })
  @Allow('learning.holdSessions')
  async trainers(@Context('actor') { agencyId }: PersonActor): Promise<TrainerType[]> {
    const names = await this.names.of(agencyId, await this.service.trainers(agencyId));
    return [...names].map(([id, name]) => make(TrainerType, { personId: toGlobalId('Person', id), name }));
  }

  @Mutation(() => ScheduleTrainingResult, { description: 'Agrees on a session of a course.' })
  @Allow('learning.holdSessions')
  async scheduleTraining(
    @Args('input') { courseId, trainerId, happensOn, place, link, ...input }: ScheduleTrainingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ScheduleTrainingResult> {
    const ids = { courseId: rowOfCourse(courseId), trainerId: fromGlobalId('Person', trainerId) ?? '' };
    const where = { place: place || undefined, link: link || undefined };
    const said = { ...input, ...ids, ...where, happensOn: happensOn as LocalDate };
    return this.#toResult(actor.agencyId, await this.service.schedule(actor, said));
  }

  @Mutation(() => CancelTrainingResult, { description: 'Calls a session off; whoever has a place is told.' })
  @Allow('learning.holdSessions')
  async cancelTraining(
    @Args('input') { meetingId, version }: CancelTrainingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CancelTrainingResult> {
    return this.#toResult(actor.agencyId, await this.service.cancel(actor, rowOfSession(meetingId), version));
  }

  @Mutation(() => MarkAttendedResult, { description: 'The trainer’s list: these people were there.' })
  @Allow('learning.holdSessions')
  async markAttended(
    @Args('input') { meetingId, version, personIds }: MarkAttendedInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MarkAttendedResult> {
    const ids = personIds.map((id) => fromGlobalId('Person', id) ?? '');
    const outcome = await this.service.mark(actor, rowOfSession(meetingId), version, ids);
    return this.#toResult(actor.agencyId, outcome);
  }

  async #toResult(agencyId: AgencyId, outcome: Result<SessionView, SessionError>) {
    if (!outcome.ok) return toPayload(outcome.error);
    const [shown] = await this.#show(agencyId, [outcome.value]);
    return shown ?? toCommonPayload({ code: 'NOT_FOUND' });
  }

  async #show(agencyId: AgencyId, views: readonly SessionView[]): Promise<TrainingSessionType[]> {
    const people = views.flatMap(({ session, places }) => [
      session.trainerId,
      ...places.map(({ personId }) => personId),
    ]);
    const names = await this.names.of(agencyId, people);
    return views.map((view) => toSession(view, names));
  }
}

export const rowOfSession = (id: string): string => fromGlobalId('TrainingMeeting', id) ?? '';

function toSession({ session, course, places }: SessionView, names: ReadonlyMap<string, string>): TrainingSessionType {
  const { id, happensOn, startMinute, minutes, place, link, seats, version } = session;
  return make(TrainingSessionType, {
    ...{
      id: toGlobalId('TrainingMeeting', id),
      course: toCourse(course),
      happensOn,
      startMinute,
      minutes,
      place,
      link,
    },
    ...{ seats, version, cancelled: session.cancelledAt !== null, trainerName: names.get(session.trainerId) ?? '' },
    people: places.map(({ personId, state, attendedBy, trainingId }) =>
      make(TrainingPlaceType, {
        ...{ personId: toGlobalId('Person', personId), name: names.get(personId) ?? '', state, attendedBy },
        counted: trainingId !== null,
      }),
    ),
  });
}

export function toPayload(error: SessionError) {
  return error.code === 'TRAINING_REFUSED' ? toRefused(error) : toCommonPayload(error);
}

export const toRefused = ({ code, why, triesLeft }: TrainingRefusedError): TrainingRefused =>
  make(TrainingRefused, { code, why, triesLeft: triesLeft ?? null, message: 'Not by this person, or not now.' });
