// The online courses: read on a phone, answered lesson by lesson, kept where one left off, and taken again to renew.
import { Injectable } from '@nestjs/common';
import { err, localDateIn, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { mayTakeAgain, type CourseLessons } from '@tongxing/shared/rules';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { keptTasks, Trainings } from '../training/index.js';
import { CourseFacts } from './catalogue/course-facts.js';
import { CourseProgress } from './course-progress.entity.js';
import { answerProblems, markAnswers, type Answer, type Mark } from './domain/mark-answers.js';
import { lessonOf, ONLINE_COURSES, type OnlineCourse, type OnlineCourseKey } from './domain/online-courses.js';
import type { TrainingRefusal, TrainingRefusedError } from './sessions/training-refusals.js';

export interface Progress {
  readonly course: OnlineCourse;
  /** Keys of the lessons that are done in this round. */
  readonly done: ReadonlySet<string>;
  /** When all of them were last finished. */
  readonly finishedAt: string | undefined;
  readonly round: number;
  /** Whether all are done, and long enough ago to take them again. */
  readonly mayTakeAgain: boolean;
}
export interface Answered extends Progress {
  readonly marks: readonly Mark[];
}
type Known = Pick<CourseProgress, 'lessons' | 'finishedAt' | 'round'>;

@Injectable()
export class Lessons {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly trainings: Trainings,
    private readonly facts: CourseFacts,
  ) {}

  /** How far the reader has come. */
  async mine({ agencyId, personId }: PersonActor, key: OnlineCourseKey): Promise<Progress> {
    const course = ONLINE_COURSES[key];
    const where = { agencyId, personId, course: key, courseVersion: course.version };
    return this.#progress(agencyId, course, await this.database.repository(CourseProgress).findOneBy(where));
  }

  /** The one lesson for a day with a team. */
  teamDay(actor: PersonActor): Promise<Progress> {
    return this.mine(actor, 'TEAM_DAY');
  }

  /**
   * Marks the answers to one lesson. A lesson is done once every answer is right; answering again takes nothing away.
   * The last lesson of a round adds the training to the person's record, once: as the agency's catalogue has it. Where
   * that has no such course the safeguarding lessons count as learning in service, which renews a training and never
   * replaces the one before service (H6). The lesson for a team's day is a training before service for that alone (P14).
   */
  async answer(
    actor: PersonActor,
    lessonKey: string,
    answers: readonly Answer[],
  ): Promise<Result<Answered, InvalidInputError | NotFoundError>> {
    const found = lessonOf(lessonKey);
    if (!found) return err({ code: 'NOT_FOUND' });
    const { course, lesson } = found;
    const fields = answerProblems(lesson, answers);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const marks = markAnswers(lesson, answers);
    const all = marks.every(({ right }) => right);
    return this.work.run(actor, async () => {
      const row = await this.#lock(actor, course);
      const open = !row.lessons.includes(lessonKey);
      const lessons = all && open ? [...row.lessons, lessonKey] : row.lessons;
      const now = this.clock.nowIso();
      const finishes = lessons.length > row.lessons.length && isWhole(course, lessons);
      const finishedAt = finishes ? now : row.finishedAt;
      const askedAgain = !all && open ? oneMore(row.askedAgain, lessonKey) : row.askedAgain;
      const change = { lessons, tries: row.tries + 1, lastAt: now, finishedAt, askedAgain };
      await this.database.repository(CourseProgress).update({ id: row.id }, change);
      if (finishes) await this.#learned(actor, course);
      return ok({ ...(await this.#progress(actor.agencyId, course, { ...row, ...change })), marks });
    });
  }

  /** Another round, to renew: what was learned stands, the lessons are read and answered anew. Of two at once one begins. */
  async takeAgain(actor: PersonActor, key: CourseLessons): Promise<Result<Progress, TrainingRefusedError>> {
    const course = ONLINE_COURSES[key];
    return this.work.run(actor, async () => {
      const row = await this.#lock(actor, course);
      const { finishedAt } = row;
      if (finishedAt === null || !isWhole(course, row.lessons)) return refused('LESSONS_UNFINISHED');
      const before = await this.#progress(actor.agencyId, course, row);
      if (!before.mayTakeAgain) return refused('TOO_EARLY_AGAIN');
      const change = { lessons: [], tries: 0, askedAgain: null, round: before.round + 1, lastAt: this.clock.nowIso() };
      await this.database.repository(CourseProgress).update({ id: row.id }, change);
      const facts = { course: key, courseVersion: course.version, round: change.round };
      this.trail.record({ action: 'course.begunAgain', subjectType: 'Person', subjectId: actor.personId, facts });
      return ok(await this.#progress(actor.agencyId, course, { ...row, ...change }));
    });
  }

  async #learned({ agencyId, personId }: PersonActor, { key, version }: OnlineCourse): Promise<void> {
    const happenedOn = await this.agencies.today(agencyId);
    const facts = { course: key, courseVersion: version };
    this.trail.record({ action: 'course.finished', subjectType: 'Person', subjectId: personId, facts });
    const learned = { agencyId, personId, happenedOn, evidence: 'LESSONS' } as const;
    const none = { validUntil: null, batchId: null, confirmedBy: null };
    if (key === 'TEAM_DAY') {
      const tasks = keptTasks(['TEAM_DAY']);
      await this.trainings.addAll([{ ...learned, ...none, kind: 'PRE_SERVICE', tasks }]);
      return;
    }
    if ((await this.facts.finishedLessons(key, learned)) || key !== 'SAFEGUARDING') return;
    await this.trainings.addAll([{ ...learned, ...none, kind: 'IN_SERVICE' }]);
  }

  /** The own row, made at the first answer: two first answers at once make one. */
  async #lock({ agencyId, personId }: PersonActor, { key, version }: OnlineCourse): Promise<CourseProgress> {
    const rows = this.database.repository(CourseProgress);
    const where = { agencyId, personId, course: key, courseVersion: version };
    const now = this.clock.nowIso();
    const fresh = { lessons: [], tries: 0, startedAt: now, lastAt: now, finishedAt: null };
    const row = { id: this.ids.next(), ...where, ...fresh };
    await rows.createQueryBuilder().insert().values(row).orIgnore().execute();
    const own = rows.createQueryBuilder('p').where(where);
    return this.database.forUpdate(own).getOneOrFail();
  }

  async #progress(agencyId: AgencyId, course: OnlineCourse, row: Known | null): Promise<Progress> {
    const finishedAt = row?.finishedAt ?? undefined;
    const zone = await this.agencies.timeZone(agencyId);
    const whole = row !== null && isWhole(course, row.lessons);
    return {
      ...{ course, done: new Set(row?.lessons), finishedAt, round: row?.round ?? 1 },
      mayTakeAgain:
        whole &&
        finishedAt !== undefined &&
        mayTakeAgain(localDateIn(new Date(finishedAt), zone), this.clock.today(zone)),
    };
  }
}

const isWhole = ({ lessons }: OnlineCourse, done: readonly string[]): boolean =>
  lessons.every(({ key }) => done.includes(key));
const oneMore = (counts: Readonly<Record<string, number>> | null, key: string) => ({
  ...counts,
  [key]: (counts?.[key] ?? 0) + 1,
});
const refused = (why: TrainingRefusal) => err({ code: 'TRAINING_REFUSED' as const, why });
