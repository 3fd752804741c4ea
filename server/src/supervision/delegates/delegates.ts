// Somebody in the place of a supervisor who is away, from a day to a day; what they may read follows the rows by itself.
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { addDays, err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { Agencies, PeopleRepository, Placements, RolesApart, Volunteer } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { SupervisionDelegate } from './supervision-delegate.entity.js';

export interface NewDelegate {
  readonly supervisorId: PersonId;
  readonly delegateId: PersonId;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly requestId: string;
}
export interface DelegateView {
  readonly id: string;
  readonly supervisorId: PersonId;
  readonly delegateId: PersonId;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}
export type DelegateError = InvalidInputError | NotFoundError;

const LONGEST_DAYS = 366;
const LONGEST_REQUEST_ID = 64;
const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class Delegates {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly placements: Placements,
    private readonly apart: RolesApart,
  ) {}

  /** Who stands in for whom now or later, the earliest first. */
  async coming(agencyId: AgencyId): Promise<DelegateView[]> {
    const endsOn = MoreThanOrEqual(await this.agencies.today(agencyId));
    const order = { startsOn: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(SupervisionDelegate).find({ where: { agencyId, endsOn }, order });
    return rows.map(toView);
  }

  /** A supervisor says who stands in for them; a director says it for anybody. */
  async add(actor: PersonActor, input: NewDelegate): Promise<Result<DelegateView, DelegateError>> {
    const { agencyId } = actor;
    const { supervisorId, delegateId, startsOn, endsOn, requestId } = input;
    if (!mayArrange(actor, supervisorId)) return err(MISSING);
    const today = await this.agencies.today(agencyId);
    const supervisors = await this.placements.supervisors(agencyId);
    return this.work.run(actor, async () => {
      const rows = this.database.repository(SupervisionDelegate);
      const known = await rows.findOneBy({ agencyId, requestId });
      if (known) return known.supervisorId === supervisorId ? ok(toView(known)) : err(MISSING);
      const atWork = (id: PersonId) => supervisors.some(({ personId }) => personId === id);
      if (!atWork(supervisorId) || !atWork(delegateId)) return err(MISSING);
      const fields = problemsOf(input, today);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      // Two at once for the same days: the second one waits here, and is told.
      await this.people.lock(agencyId, supervisorId);
      const overlaps = await this.#overlaps(agencyId, input);
      if (overlaps) return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'startsOn', code: 'OVERLAPS' }] });
      if (await this.#tooClose(agencyId, input)) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'delegateId', code: 'TOO_CLOSE' }] });
      }
      const row = {
        ...{ id: this.ids.next<never>() as string, agencyId, supervisorId, delegateId, startsOn, endsOn, requestId },
        ...{ givenBy: actor.personId, givenAt: this.clock.nowIso() },
      };
      await rows.insert(row);
      const facts = { delegate: delegateId, startsOn, endsOn };
      this.trail.record({ action: 'supervision.delegateGiven', subjectType: 'Person', subjectId: supervisorId, facts });
      return ok(toView(row));
    });
  }

  /** Ends it with yesterday; what never began is gone. */
  async end(actor: PersonActor, id: string): Promise<Result<DelegateView, DelegateError>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async () => {
      const rows = this.database.repository(SupervisionDelegate);
      const row = await this.database.forUpdate(rows.createQueryBuilder('d').where({ agencyId, id })).getOne();
      if (!row || row.endsOn < today || !mayArrange(actor, row.supervisorId)) return err(MISSING);
      const endsOn = addDays(today, -1);
      if (row.startsOn > endsOn) await rows.delete({ id });
      else await rows.update({ id }, { endsOn });
      const subjectId = row.supervisorId;
      this.trail.record({
        action: 'supervision.delegateEnded',
        subjectType: 'Person',
        subjectId,
        facts: { delegate: row.delegateId },
      });
      return ok({ ...toView(row), endsOn });
    });
  }

  /** Whether whoever stands in works on the case of somebody's family whom the other supervises (T14). */
  async #tooClose(agencyId: AgencyId, { supervisorId, delegateId }: NewDelegate): Promise<boolean> {
    const where = { agencyId, supervisorId };
    const rows = await this.database.repository(Volunteer).find({ select: { id: true }, where });
    const ids = rows.map(({ id }) => id);
    return (await this.apart.volunteers(agencyId, delegateId, ids)).size > 0;
  }

  /** Read with locks: a plain read would answer as of this unit's first one. */
  async #overlaps(agencyId: AgencyId, { supervisorId, startsOn, endsOn }: NewDelegate): Promise<boolean> {
    const query = this.database
      .repository(SupervisionDelegate)
      .createQueryBuilder('d')
      .where({
        ...{ agencyId, supervisorId },
        startsOn: LessThanOrEqual(endsOn),
        endsOn: MoreThanOrEqual(startsOn),
      });
    return (await this.database.forUpdate(query).getOne()) !== null;
  }
}

const mayArrange = (actor: PersonActor, supervisorId: string): boolean =>
  actor.roles.includes('DIRECTOR') || actor.personId === supervisorId;

function problemsOf(input: NewDelegate, today: LocalDate): FieldProblem[] {
  const { supervisorId, delegateId, startsOn, endsOn, requestId } = input;
  return [
    ...(supervisorId === delegateId ? [{ field: 'delegateId', code: 'SAME_PERSON' }] : []),
    ...(startsOn < today ? [{ field: 'startsOn', code: 'IN_THE_PAST' }] : []),
    ...(endsOn < startsOn ? [{ field: 'endsOn', code: 'BEFORE_START' }] : []),
    ...(endsOn > addDays(startsOn, LONGEST_DAYS) ? [{ field: 'endsOn', code: 'TOO_FAR' }] : []),
    ...(requestId === '' || requestId.length > LONGEST_REQUEST_ID
      ? [{ field: 'requestId', code: 'REQUEST_ID_LENGTH' }]
      : []),
  ];
}

const toView = (row: SupervisionDelegate): DelegateView => ({
  ...{ id: row.id, startsOn: row.startsOn as LocalDate, endsOn: row.endsOn as LocalDate },
  ...{ supervisorId: row.supervisorId as PersonId, delegateId: row.delegateId as PersonId },
});
