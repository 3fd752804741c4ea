// Online courses: read on a phone, answered lesson by lesson, kept where one left off.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
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
import { courseOfLesson, SAFEGUARDING, TEAM_DAY, type OnlineCourse } from './domain/online-courses.js';

export interface Progress {
  readonly course: OnlineCourse;
  readonly done: ReadonlySet<string>;
  readonly finishedAt: string | undefined;
}
export interface Answered extends Progress {
  readonly marks: readonly Mark[];
}

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
  async mine({ agencyId, personId }: PersonActor, course = SAFEGUARDING): Promise<Progress> {
    const where = { agencyId, personId, course: course.key, courseVersion: course.version };
    return toProgress(course, await this.database.repository(CourseProgress).findOneBy(where));
  }

  /** The one lesson for a day with a team. */
  teamDay(actor: PersonActor): Promise<Progress> {
    return this.mine(actor, TEAM_DAY);
  }

  /**
   * Marks the answers to one lesson. A lesson is done once every answer is right; answering again takes nothing away.
   * The last lesson of the course adds the training to the person's record, once: as the agency's catalogue has it, and
   * where that has no such course as learning in service, which renews a training and never replaces the one before
   * service (H6). The lesson for a team's day is a training before service for that alone (P14).
   */
  async answer(
    actor: PersonActor,
    lessonKey: string,
    answers: readonly Answer[],
  ): Promise<Result<Answered, InvalidInputError | NotFoundError>> {
    const course = courseOfLesson(lessonKey);
    const lesson = course?.lessons.find(({ key }) => key === lessonKey);
    if (!course || !lesson) return err({ code: 'NOT_FOUND' });
    const fields = answerProblems(lesson, answers);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const marks = markAnswers(lesson, answers);
    const all = marks.every(({ right }) => right);
    return this.work.run(actor, async () => {
      const row = await this.#lock(actor, course);
      const lessons = all && !row.lessons.includes(lessonKey) ? [...row.lessons, lessonKey] : row.lessons;
      const now = this.clock.nowIso();
      const finishes = row.finishedAt === null && lessons.length === course.lessons.length;
      const finishedAt = finishes ? now : row.finishedAt;
      const change = { lessons, tries: row.tries + 1, lastAt: now, finishedAt };
      await this.database.repository(CourseProgress).update({ id: row.id }, change);
      if (finishes) await this.#learned(actor, course);
      return ok({ ...toProgress(course, { ...row, ...change }), marks });
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
    if (await this.facts.finishedLessons(key, learned)) return;
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
}

type Kept = Pick<CourseProgress, 'lessons' | 'finishedAt'>;

const toProgress = (course: OnlineCourse, row: Kept | null): Progress => ({
  course,
  done: new Set(row?.lessons),
  finishedAt: row?.finishedAt ?? undefined,
});
