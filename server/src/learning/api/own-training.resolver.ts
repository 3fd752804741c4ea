import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { addDays, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { AgencySettings } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { make, toCommonPayload, toGlobalId, type NotFoundError } from '../../platform/graphql/index.js';
import { OwnTraining, type OwnSession, type OwnTrainingView } from '../sessions/own-training.js';
import type { TrainingRefusedError } from '../sessions/training-refusals.js';
import { toCourse } from './courses.resolver.js';
import {
  AttendTrainingInput,
  AttendTrainingResult,
  EnrolInTrainingInput,
  EnrolInTrainingResult,
  LeaveTrainingInput,
  LeaveTrainingResult,
  MySessionType,
  MyTrainingDoneType,
  MyTrainingType,
} from './own-training.types.js';
import { rowOfSession, toRefused } from './training-sessions.resolver.js';

@Resolver()
export class OwnTrainingResolver {
  constructor(
    private readonly service: OwnTraining,
    private readonly settings: AgencySettings,
  ) {}

  @Query(() => MyTrainingType, {
    description: 'What the reader can learn, where they have a place, and what they did.',
  })
  @Allow('learning.readOwn')
  myTraining(@Context('actor') actor: PersonActor): Promise<MyTrainingType> {
    return this.#show(actor);
  }

  @Mutation(() => EnrolInTrainingResult, { description: 'Takes a seat, or the next place of the waiting list.' })
  @Allow('learning.enrolOwn')
  async enrolInTraining(
    @Args('input') { meetingId }: EnrolInTrainingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EnrolInTrainingResult> {
    return this.#toResult(actor, await this.service.enrol(actor, rowOfSession(meetingId)));
  }

  @Mutation(() => LeaveTrainingResult, { description: 'Gives the seat, or the place of the waiting list, back.' })
  @Allow('learning.enrolOwn')
  async leaveTraining(
    @Args('input') { meetingId }: LeaveTrainingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof LeaveTrainingResult> {
    return this.#toResult(actor, await this.service.leave(actor, rowOfSession(meetingId)));
  }

  @Mutation(() => AttendTrainingResult, { description: 'Says that the reader is there, by the code of the room.' })
  @Allow('learning.enrolOwn')
  async attendTraining(
    @Args('input') { meetingId, code }: AttendTrainingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AttendTrainingResult> {
    return this.#toResult(actor, await this.service.attend(actor, rowOfSession(meetingId), code));
  }

  async #toResult(actor: PersonActor, outcome: Result<undefined, NotFoundError | TrainingRefusedError>) {
    if (outcome.ok) return this.#show(actor);
    return outcome.error.code === 'TRAINING_REFUSED' ? toRefused(outcome.error) : toCommonPayload(outcome.error);
  }

  async #show(actor: PersonActor): Promise<MyTrainingType> {
    const { courses, sessions, trainings }: OwnTrainingView = await this.service.of(actor);
    const { trainingValidDays } = await this.settings.valuesOf(actor.agencyId);
    const titles = new Map(courses.map(({ id, title }) => [id, title]));
    return make(MyTrainingType, {
      courses: courses.filter(({ closedAt }) => closedAt === null).map(toCourse),
      sessions: sessions.map(toOwnSession),
      done: trainings.map(({ kind, courseId, happenedOn, validUntil, evidence }) =>
        make(MyTrainingDoneType, {
          ...{ kind, happenedOn, evidence, title: titles.get(courseId ?? '') ?? null },
          validUntil: validUntil ?? addDays(happenedOn as LocalDate, trainingValidDays),
        }),
      ),
    });
  }
}

function toOwnSession({ session, place, taken, waitingBefore, codeOpen }: OwnSession): MySessionType {
  const { id, courseId, happensOn, startMinute, minutes, seats } = session;
  const seated = place?.state === 'ENROLLED' || place?.state === 'ATTENDED';
  return make(MySessionType, {
    ...{
      id: toGlobalId('TrainingMeeting', id),
      courseId: toGlobalId('AgencyCourse', courseId),
      happensOn,
      startMinute,
    },
    ...{ minutes, seats, taken, waitingBefore, place: session.place, link: seated ? session.link : null },
    ...{ mine: place?.state ?? null, codeOpen: codeOpen && place?.state === 'ENROLLED' },
    lessonsOpen: place?.state === 'ATTENDED' && place.trainingId === null,
  });
}
