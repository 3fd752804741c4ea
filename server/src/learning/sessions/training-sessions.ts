// Sessions at the desk: agreed on, called off, with the code of the room and the list of who was there.
import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { Agencies, PeopleRepository } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CourseFacts } from '../catalogue/course-facts.js';
import type { AgencyCourse } from '../catalogue/course.entity.js';
import { Courses } from '../catalogue/courses.js';
import { requestProblems, sessionProblems, type SessionSaid } from '../domain/course-problems.js';
import { roomCode, type Digest, type RoomCode } from '../domain/room-code.js';
import { PlacesRepository } from './places.repository.js';
import type { TrainingRefusedError } from './training-refusals.js';
import { TrainingSession, type TrainingPlace } from './training-session.entities.js';

export interface NewSession extends SessionSaid {
  readonly courseId: string;
  readonly trainerId: string;
  readonly requestId: string;
}
/** A session with its course and its places, those that were left out of it. */
export interface SessionView {
  readonly session: TrainingSession;
  readonly course: AgencyCourse;
  readonly places: readonly TrainingPlace[];
}
export type SessionError = InvalidInputError | NotFoundError | StaleVersionError | TrainingRefusedError;
type Outcome = Result<SessionView, SessionError>;

const MISSING = { code: 'NOT_FOUND' as const };
const TRAINERS = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR', 'EXPERT'] as const;
export const digest: Digest = (key, text) => createHmac('sha256', key).update(text).digest('hex');

@Injectable()
export class TrainingSessions {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly courses: Courses,
    private readonly facts: CourseFacts,
    private readonly repository: PlacesRepository,
  ) {}

  /** Those of one course, the latest first, or those of all courses from today on. */
  async list(agencyId: AgencyId, courseId?: string): Promise<SessionView[]> {
    const rows =
      courseId === undefined
        ? await this.repository.coming(agencyId, await this.agencies.today(agencyId))
        : await this.repository.ofCourse(agencyId, courseId);
    return this.#view(agencyId, rows);
  }

  async find(agencyId: AgencyId, id: string): Promise<SessionView | undefined> {
    const session = await this.repository.session(agencyId, id);
    return session && (await this.#view(agencyId, [session]))[0];
  }

  /** Colleagues who can give one today. */
  async trainers(agencyId: AgencyId): Promise<PersonId[]> {
    const today = await this.agencies.today(agencyId);
    const lists = await Promise.all(TRAINERS.map((role) => this.people.holdersOf(agencyId, role, today)));
    return [...new Set(lists.flat())];
  }

  /** The code to show in the room, on the day itself; undefined on any other. */
  async code(agencyId: AgencyId, id: string): Promise<RoomCode | undefined> {
    const session = await this.repository.session(agencyId, id);
    const today = await this.agencies.today(agencyId);
    if (!session || session.cancelledAt !== null || session.happensOn !== today) return undefined;
    return roomCode(session.codeKey, this.clock.now(), digest);
  }

  async schedule(actor: PersonActor, said: NewSession): Promise<Outcome> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const trainers = await this.trainers(agencyId);
    const outcome = await this.work.run(actor, async () => {
      const rows = this.database.repository(TrainingSession);
      const { courseId, trainerId, requestId, happensOn, startMinute, minutes, seats } = said;
      const known = await rows.findOneBy({ agencyId, requestId });
      if (known) return ok(known.id);
      const course = await this.courses.find(agencyId, courseId);
      if (!course || !trainers.includes(trainerId as PersonId)) return err(MISSING);
      if (course.closedAt !== null || course.way === 'ONLINE') return err(refused('COURSE_CLOSED'));
      const fields = [...sessionProblems(said, today), ...requestProblems(requestId)];
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const id: string = this.ids.next<never>();
      await rows.insert({
        ...{ id, agencyId, courseId, trainerId, requestId, happensOn, startMinute, minutes, seats, version: 1 },
        ...{ place: said.place?.trim() ?? null, link: said.link?.trim() ?? null, cancelledAt: null },
        ...{ codeKey: randomBytes(32).toString('hex'), createdAt: this.clock.nowIso() },
      });
      this.#record('training.scheduled', id, { on: happensOn, seats });
      return ok(id);
    });
    return outcome.ok ? this.#again(agencyId, outcome.value) : outcome;
  }

  /** It does not take place; whoever has a place, or waits for one, is told. */
  cancel(actor: PersonActor, id: string, version: number): Promise<Outcome> {
    return this.#inSession(actor, id, version, async (session, places) => {
      if (places.some(({ state }) => state === 'ATTENDED')) return err(refused('HELD_ALREADY'));
      if (session.cancelledAt !== null) return ok(undefined);
      const cancelledAt = this.clock.nowIso();
      await this.database.repository(TrainingSession).update({ id }, { cancelledAt, version: version + 1 });
      this.#record('training.cancelled', id);
      const personIds = places.filter(({ state }) => state !== 'LEFT').map(({ personId }) => personId as PersonId);
      await this.outbox.publish('TrainingCancelled', { sessionId: id, personIds });
      return ok(undefined);
    });
  }

  /**
   * The trainer's list: these people were there. Each gets the training, unless lessons of the course are still open.
   * Nobody says so of themselves.
   */
  async mark(actor: PersonActor, id: string, version: number, personIds: readonly string[]): Promise<Outcome> {
    const today = await this.agencies.today(actor.agencyId);
    const outcome = await this.#inSession(actor, id, version, async (session, places, course) => {
      if (session.cancelledAt !== null) return err(refused('CANCELLED'));
      if (session.happensOn > today) return err(refused('NOT_YET'));
      if (personIds.includes(actor.personId)) return err(refused('OWN_RECORD'));
      const marked = places.filter(({ personId, state }) => personIds.includes(personId) && state !== 'LEFT');
      if (marked.length !== new Set(personIds).size) return err(MISSING);
      const fresh = marked.filter(({ state }) => state !== 'ATTENDED');
      for (const place of fresh) await this.#attended(actor, session, course, place);
      await this.database.repository(TrainingSession).update({ id }, { version: version + 1 });
      this.#record('training.marked', id, { people: fresh.length });
      return ok(undefined);
    });
    if (!outcome.ok && outcome.error.code === 'TRAINING_REFUSED' && outcome.error.why === 'OWN_RECORD') {
      const entry = { action: 'training.markRefused', subjectType: 'TrainingSession', subjectId: id };
      await rememberRefusal(this.work, this.trail, actor, { ...entry, facts: { why: 'OWN_RECORD' } });
    }
    return outcome;
  }

  async #attended(actor: PersonActor, session: TrainingSession, course: AgencyCourse, place: TrainingPlace) {
    const trainingId = await this.facts.attended(course, {
      ...{ agencyId: actor.agencyId, personId: place.personId as PersonId, recordedBy: actor.personId },
      ...{ happenedOn: session.happensOn as LocalDate, evidence: 'LIST' },
    });
    const there = { state: 'ATTENDED', attendedBy: 'LIST', confirmedBy: actor.personId } as const;
    await this.repository.change(place.id, { ...there, trainingId: trainingId ?? null });
  }

  async #inSession(
    actor: PersonActor,
    id: string,
    version: number,
    act: (
      session: TrainingSession,
      places: readonly TrainingPlace[],
      course: AgencyCourse,
    ) => Promise<Result<undefined, SessionError>>,
  ): Promise<Outcome> {
    const { agencyId } = actor;
    const outcome = await this.work.run(actor, async (): Promise<Result<undefined, SessionError>> => {
      const session = await this.repository.lockSession(agencyId, id);
      const course = session && (await this.courses.find(agencyId, session.courseId));
      if (!session || !course) return err(MISSING);
      if (session.version !== version) return err({ code: 'STALE_VERSION', currentVersion: session.version });
      return act(session, await this.repository.lockPlaces(agencyId, id), course);
    });
    return outcome.ok ? this.#again(agencyId, id) : outcome;
  }

  async #view(agencyId: AgencyId, sessions: readonly TrainingSession[]): Promise<SessionView[]> {
    const ids = sessions.map(({ id }) => id);
    const places = await this.repository.places(agencyId, ids);
    const courses = await this.courses.byIds(
      agencyId,
      sessions.map(({ courseId }) => courseId),
    );
    return sessions.flatMap((session) => {
      const course = courses.get(session.courseId);
      const own = places.filter(({ sessionId, state }) => sessionId === session.id && state !== 'LEFT');
      return course ? [{ session, course, places: own }] : [];
    });
  }

  async #again(agencyId: AgencyId, id: string): Promise<Outcome> {
    const view = await this.find(agencyId, id);
    return view ? ok(view) : err(MISSING);
  }

  #record(action: string, subjectId: string, facts: Readonly<Record<string, string | number>> = {}): void {
    this.trail.record({ action, subjectType: 'TrainingSession', subjectId, facts });
  }
}

const refused = (why: TrainingRefusedError['why']) => ({ code: 'TRAINING_REFUSED' as const, why });
