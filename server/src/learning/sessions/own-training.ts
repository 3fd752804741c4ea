// A volunteer's own training on the phone: a place in a session, the waiting list, and the code of the room.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { MOST_CODE_TRIES } from '@tongxing/shared/rules';
import { Agencies, PeopleRepository } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { NotFoundError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Trainings, type Training } from '../../training/index.js';
import { CourseFacts } from '../catalogue/course-facts.js';
import type { AgencyCourse } from '../catalogue/course.entity.js';
import { Courses } from '../catalogue/courses.js';
import { minuteIn } from '../domain/minute-in.js';
import { codesAreOpen, isRoomCode } from '../domain/room-code.js';
import { PlacesRepository, SEATED } from './places.repository.js';
import type { TrainingRefusal, TrainingRefusedError } from './training-refusals.js';
import type { TrainingPlace, TrainingSession } from './training-session.entities.js';
import { digest } from './training-sessions.js';

/** What a volunteer sees: the courses given, sessions to come with the own place, and what was learned. */
export interface OwnTrainingView {
  readonly courses: readonly AgencyCourse[];
  readonly sessions: readonly OwnSession[];
  readonly trainings: readonly Training[];
}
export interface OwnSession {
  readonly session: TrainingSession;
  readonly place: TrainingPlace | undefined;
  readonly taken: number;
  /** How many wait longer; 0 for whoever is next, and for whoever does not wait. */
  readonly waitingBefore: number;
  /** Whether the code of the room is taken now. */
  readonly codeOpen: boolean;
}
type Outcome = Result<undefined, NotFoundError | TrainingRefusedError>;

const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class OwnTraining {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly courses: Courses,
    private readonly facts: CourseFacts,
    private readonly trainings: Trainings,
    private readonly repository: PlacesRepository,
  ) {}

  async of({ agencyId, personId }: PersonActor): Promise<OwnTrainingView> {
    const today = await this.agencies.today(agencyId);
    const minute = minuteIn(this.clock.now(), await this.agencies.timeZone(agencyId));
    const sessions = await this.repository.coming(agencyId, today);
    const places = await this.repository.places(
      agencyId,
      sessions.map(({ id }) => id),
    );
    const trainings = (await this.trainings.byPerson(agencyId, [personId])).get(personId) ?? [];
    return {
      courses: await this.courses.list(agencyId),
      sessions: sessions.map((session) => {
        const own = places.filter(({ sessionId }) => sessionId === session.id);
        const place = own.find((one) => one.personId === personId && one.state !== 'LEFT');
        const waiting = own.filter(({ state }) => state === 'WAITING');
        return {
          ...{ session, place, taken: own.filter(({ state }) => SEATED.includes(state)).length },
          waitingBefore: place?.state === 'WAITING' ? waiting.filter((one) => one.position < place.position).length : 0,
          codeOpen: session.happensOn === today && codesAreOpen(session, minute),
        };
      }),
      trainings: [...trainings].reverse(),
    };
  }

  /** A seat, or the next place of the waiting list. Of two who want the last seat at once one waits. */
  async enrol(actor: PersonActor, sessionId: string): Promise<Outcome> {
    const { agencyId, personId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async (): Promise<Outcome> => {
      // One after the other for one person: two sessions of the same hour asked for at once are seen (H22).
      await this.people.lock(agencyId, personId);
      const session = await this.repository.lockSession(agencyId, sessionId);
      if (!session) return err(MISSING);
      const course = await this.courses.find(agencyId, session.courseId);
      if (!course || course.closedAt !== null) return refused('COURSE_CLOSED');
      if (session.cancelledAt !== null) return refused('CANCELLED');
      if (session.happensOn < today) return refused('OVER');
      if (session.trainerId === personId) return refused('OWN_SESSION');
      const places = await this.repository.lockPlaces(agencyId, sessionId);
      const before = places.find((place) => place.personId === personId);
      if (before && before.state !== 'LEFT') return refused('ENROLLED_ALREADY');
      if (await this.#busy(agencyId, personId, session)) return refused('SAME_TIME');
      const free = places.filter(({ state }) => SEATED.includes(state)).length < session.seats;
      const position = Math.max(0, ...places.map((place) => place.position)) + 1;
      const state = free ? 'ENROLLED' : 'WAITING';
      await this.repository.take(session, personId, { state, position }, before);
      this.#record(free ? 'training.enrolled' : 'training.waits', sessionId);
      return ok(undefined);
    });
  }

  /** The seat goes to whoever waits longest, who is told. */
  async leave(actor: PersonActor, sessionId: string): Promise<Outcome> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async (): Promise<Outcome> => {
      const session = await this.repository.lockSession(agencyId, sessionId);
      if (!session) return err(MISSING);
      const places = await this.repository.lockPlaces(agencyId, sessionId);
      const own = places.find((place) => place.personId === personId);
      if (!own || own.state === 'LEFT') return refused('NOT_ENROLLED');
      if (own.state === 'ATTENDED') return refused('ATTENDED_ALREADY');
      await this.repository.change(own.id, { state: 'LEFT' });
      this.#record('training.left', sessionId);
      const next = own.state === 'ENROLLED' ? places.find(({ state }) => state === 'WAITING') : undefined;
      if (!next || session.cancelledAt !== null) return ok(undefined);
      await this.repository.change(next.id, { state: 'ENROLLED' });
      const personIds = [next.personId as PersonId];
      await this.outbox.publish('TrainingSeatFree', { sessionId, personIds });
      return ok(undefined);
    });
  }

  /**
   * The code that the trainer shows: who types it was there. A wrong one is counted, and after some nobody's guess is
   * taken any more: the trainer's list remains.
   */
  async attend(actor: PersonActor, sessionId: string, typed: string): Promise<Outcome> {
    const { agencyId, personId } = actor;
    const today = await this.agencies.today(agencyId);
    const now = this.clock.now();
    const minute = minuteIn(now, await this.agencies.timeZone(agencyId));
    // A wrong code is an answer that stays written: an error would take the count back with it.
    const { outcome } = await this.work.run(actor, async (): Promise<{ readonly outcome: Outcome }> => {
      const session = await this.repository.lockSession(agencyId, sessionId);
      const course = session && (await this.courses.find(agencyId, session.courseId));
      if (!session || !course) return { outcome: err(MISSING) };
      const places = await this.repository.lockPlaces(agencyId, sessionId);
      const own = places.find((place) => place.personId === personId);
      if (!own || own.state === 'LEFT' || own.state === 'WAITING') return { outcome: refused('NOT_ENROLLED') };
      if (own.state === 'ATTENDED') return { outcome: refused('ATTENDED_ALREADY') };
      if (session.cancelledAt !== null) return { outcome: refused('CANCELLED') };
      if (session.happensOn !== today || !codesAreOpen(session, minute)) return { outcome: refused('CODE_CLOSED') };
      if (own.codeTries >= MOST_CODE_TRIES) return { outcome: refused('TOO_MANY_TRIES') };
      if (!isRoomCode(typed, session.codeKey, now, digest)) return { outcome: await this.#wrong(own) };
      const learned = { agencyId, personId, happenedOn: session.happensOn as LocalDate, evidence: 'CODE' as const };
      const trainingId = (await this.facts.attended(course, learned)) ?? null;
      await this.repository.change(own.id, { state: 'ATTENDED', attendedBy: 'CODE', trainingId });
      this.#record('training.attended', sessionId);
      return { outcome: ok(undefined) };
    });
    return outcome;
  }

  async #wrong(own: TrainingPlace): Promise<Outcome> {
    const codeTries = own.codeTries + 1;
    await this.repository.change(own.id, { codeTries });
    this.#record('training.codeWrong', own.sessionId);
    const triesLeft = MOST_CODE_TRIES - codeTries;
    return triesLeft > 0 ? refused('CODE_WRONG', triesLeft) : refused('TOO_MANY_TRIES');
  }

  /** Whether they have a seat somewhere else at that time. */
  async #busy(agencyId: AgencyId, personId: PersonId, wanted: TrainingSession): Promise<boolean> {
    const places = await this.repository.ofPerson(agencyId, personId);
    const ids = places.filter(({ state }) => state === 'ENROLLED').map(({ sessionId }) => sessionId);
    const sessions = await this.repository.sessionsByIds(agencyId, ids);
    return [...sessions.values()].some((one) => one.cancelledAt === null && overlap(one, wanted));
  }

  #record(action: string, subjectId: string): void {
    this.trail.record({ action, subjectType: 'TrainingSession', subjectId });
  }
}

const refused = (why: TrainingRefusal, triesLeft?: number): Outcome =>
  err({ code: 'TRAINING_REFUSED', why, triesLeft });

const overlap = (one: TrainingSession, other: TrainingSession): boolean =>
  one.id !== other.id &&
  one.happensOn === other.happensOn &&
  one.startMinute < other.startMinute + other.minutes &&
  other.startMinute < one.startMinute + one.minutes;
