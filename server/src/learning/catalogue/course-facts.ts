// Turns what was learned into the dated training that eligibility reads (H6): once all that the course asks for is there.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { lastDayOfTraining, type CourseLessons, type TrainingEvidence } from '@tongxing/shared/rules';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { keptTasks, Trainings } from '../../training/index.js';
import { CourseProgress } from '../course-progress.entity.js';
import { TrainingPlace, TrainingSession } from '../sessions/training-session.entities.js';
import { AgencyCourse } from './course.entity.js';
import { Courses } from './courses.js';

export interface Learned {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly happenedOn: LocalDate;
  readonly evidence: TrainingEvidence;
  /** Who stands for it; undefined where the platform saw it itself. */
  readonly recordedBy?: PersonId | undefined;
}

@Injectable()
export class CourseFacts {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly trainings: Trainings,
    private readonly courses: Courses,
  ) {}

  /** Adds the training, with the course's tasks and length as they are today; inside a unit of work. Returns its id. */
  async add(course: AgencyCourse, { agencyId, personId, happenedOn, evidence, recordedBy }: Learned): Promise<string> {
    const validUntil = lastDayOfTraining(happenedOn, course.validMonths ?? undefined) ?? null;
    const [id = ''] = await this.trainings.addAll([
      {
        ...{ agencyId, personId, kind: course.kind, happenedOn, validUntil, batchId: null, confirmedBy: null },
        ...{ courseId: course.id, tasks: keptTasks(course.tasks), evidence },
        ...(recordedBy === undefined ? {} : { recordedBy }),
      },
    ]);
    const facts = { course: course.id, kind: course.kind, on: happenedOn, evidence };
    this.trail.record({ action: 'training.earned', subjectType: 'Person', subjectId: personId, facts });
    return id;
  }

  /** Somebody was at a session: the training, unless lessons of the course are still open. Inside a unit of work. */
  async attended(course: AgencyCourse, learned: Learned): Promise<string | undefined> {
    if (course.way === 'BOTH' && !(await this.#knows(learned, course.lessons))) return undefined;
    return this.add(course, learned);
  }

  /**
   * Somebody finished the platform's lessons: a training of each course that is these lessons, and of each whose session
   * they were at before. False where no course of the agency has them. Inside a unit of work.
   */
  async finishedLessons(lessons: CourseLessons, learned: Learned): Promise<boolean> {
    const courses = await this.courses.withLessons(learned.agencyId, lessons);
    let added = false;
    for (const course of courses) {
      if (course.way === 'ONLINE') {
        await this.add(course, learned);
        added = true;
      }
      const waiting = course.way === 'BOTH' ? await this.#waiting(learned, course) : undefined;
      if (!waiting) continue;
      const trainingId = await this.add(course, learned);
      await this.database.repository(TrainingPlace).update({ id: waiting.id }, { trainingId });
      added = true;
    }
    return added;
  }

  async #knows({ agencyId, personId }: Learned, lessons: CourseLessons | null): Promise<boolean> {
    if (lessons === null) return true;
    const rows = await this.database.repository(CourseProgress).findBy({ agencyId, personId, course: lessons });
    return rows.some(({ finishedAt }) => finishedAt !== null);
  }

  async #waiting({ agencyId, personId }: Learned, course: AgencyCourse): Promise<TrainingPlace | undefined> {
    const sessions = await this.database.repository(TrainingSession).findBy({ agencyId, courseId: course.id });
    const sessionId = In(sessions.map(({ id }) => id));
    const where = { agencyId, personId, sessionId, state: 'ATTENDED' as const, trainingId: IsNull() };
    return (await this.database.repository(TrainingPlace).findOneBy(where)) ?? undefined;
  }
}
