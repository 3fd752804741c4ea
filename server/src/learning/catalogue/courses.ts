// The agency's catalogue: what is taught, for which tasks, and for how long it counts.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import type { CourseLessons } from '@tongxing/shared/rules';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../../platform/graphql/index.js';
import { courseProblems, requestProblems, type CourseSaid } from '../domain/course-problems.js';
import { AgencyCourse } from './course.entity.js';

export type CourseError = InvalidInputError | NotFoundError | StaleVersionError;
export interface CourseChange {
  readonly id: string;
  readonly version: number;
}
type Outcome = Result<AgencyCourse, CourseError>;

@Injectable()
export class Courses {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** All of them, those not given any more at the end. */
  async list(agencyId: AgencyId): Promise<AgencyCourse[]> {
    const rows = await this.#rows().find({ where: { agencyId }, order: { id: 'ASC' } });
    return [...rows.filter(({ closedAt }) => closedAt === null), ...rows.filter(({ closedAt }) => closedAt !== null)];
  }

  async find(agencyId: AgencyId, id: string): Promise<AgencyCourse | undefined> {
    return (await this.#rows().findOneBy({ agencyId, id })) ?? undefined;
  }

  /** By id; inside a unit of work too. */
  async byIds(agencyId: AgencyId, ids: readonly string[]): Promise<ReadonlyMap<string, AgencyCourse>> {
    const rows = ids.length === 0 ? [] : await this.#rows().findBy({ agencyId, id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Courses given today to which the platform's lessons of that key belong. */
  async withLessons(agencyId: AgencyId, lessons: CourseLessons): Promise<AgencyCourse[]> {
    const rows = await this.#rows().findBy({ agencyId, lessons });
    return rows.filter(({ closedAt }) => closedAt === null);
  }

  /** A new course; a retry with the same request makes no second one. */
  async add(actor: PersonActor, requestId: string, said: CourseSaid): Promise<Outcome> {
    const { agencyId } = actor;
    const fields = [...courseProblems(said), ...requestProblems(requestId)];
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    return this.work.run(actor, async () => {
      const known = await this.#rows().findOneBy({ agencyId, requestId });
      if (known) return ok(known);
      const id: string = this.ids.next<never>();
      const row = { id, agencyId, ...toColumns(said), requestId, closedAt: null, version: 1 };
      await this.#rows().insert({ ...row, createdAt: this.clock.nowIso() });
      this.#record('course.added', id, said);
      return this.#again(agencyId, id);
    });
  }

  /** Another wording or length; what was learned before keeps what it was. */
  change(actor: PersonActor, change: CourseChange, said: CourseSaid): Promise<Outcome> {
    return this.#changing(actor, change, async () => {
      const fields = courseProblems(said);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      await this.#rows().update({ id: change.id }, { ...toColumns(said), version: change.version + 1 });
      this.#record('course.changed', change.id, said);
      return ok(undefined);
    });
  }

  /** Not given any more, or given again; sessions that were agreed take place. */
  close(actor: PersonActor, change: CourseChange, closed: boolean): Promise<Outcome> {
    return this.#changing(actor, change, async () => {
      const closedAt = closed ? this.clock.nowIso() : null;
      await this.#rows().update({ id: change.id }, { closedAt, version: change.version + 1 });
      const action = closed ? 'course.closed' : 'course.reopened';
      this.trail.record({ action, subjectType: 'AgencyCourse', subjectId: change.id });
      return ok(undefined);
    });
  }

  async #changing(
    { agencyId, ...actor }: PersonActor,
    { id, version }: CourseChange,
    act: () => Promise<Result<undefined, InvalidInputError>>,
  ): Promise<Outcome> {
    return this.work.run({ agencyId, ...actor }, async () => {
      const query = this.#rows()
        .createQueryBuilder('c')
        .where('c.agencyId = :agencyId AND c.id = :id', { agencyId, id });
      const row = await this.database.forUpdate(query).getOne();
      if (!row) return err({ code: 'NOT_FOUND' as const });
      if (row.version !== version) return err({ code: 'STALE_VERSION' as const, currentVersion: row.version });
      const done = await act();
      return done.ok ? this.#again(agencyId, id) : done;
    });
  }

  #record(action: string, subjectId: string, { kind, way, tasks }: CourseSaid): void {
    const facts = { kind, way, tasks: tasks.join(',') };
    this.trail.record({ action, subjectType: 'AgencyCourse', subjectId, facts });
  }

  async #again(agencyId: AgencyId, id: string): Promise<Outcome> {
    return ok(await this.#rows().findOneByOrFail({ agencyId, id }));
  }

  #rows() {
    return this.database.repository(AgencyCourse);
  }
}

const toColumns = ({ title, about, kind, way, lessons, tasks, validMonths }: CourseSaid) => ({
  ...{ title: title.trim(), about: about.trim(), kind, way, tasks: [...tasks], validMonths: validMonths ?? null },
  lessons: way === 'SESSIONS' ? null : (lessons ?? null),
});
