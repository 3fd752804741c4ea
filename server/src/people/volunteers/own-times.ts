// When a volunteer is free, changed by the volunteer: the next run of the match goes by it.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { WeeklyTime } from '@tongxing/shared/matching';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { inWeek, timeProblems } from './time-problems.js';
import { VolunteersRepository } from './volunteers.repository.js';

@Injectable()
export class OwnTimes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly repository: VolunteersRepository,
  ) {}

  /** Undefined without a record as a volunteer. */
  async of({ agencyId, personId }: PersonActor): Promise<readonly WeeklyTime[] | undefined> {
    return (await this.repository.byPerson(agencyId, personId))?.freeTimes;
  }

  async change(
    actor: PersonActor,
    times: readonly WeeklyTime[],
  ): Promise<Result<readonly WeeklyTime[], InvalidInputError | NotFoundError>> {
    const fields = timeProblems(times);
    const ordered = inWeek(times);
    return this.work.run(actor, async () => {
      const own = await this.repository.byPerson(actor.agencyId, actor.personId);
      if (!own) return err({ code: 'NOT_FOUND' as const });
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      await this.repository.changeTimes(actor.agencyId, own.id, ordered);
      if (own.supervisorId) {
        const people = { volunteerPersonId: actor.personId, supervisorPersonId: own.supervisorId };
        await this.outbox.publish('VolunteerTimesChanged', people);
      }
      const facts = { times: ordered.length };
      this.trail.record({ action: 'volunteer.timesChanged', subjectType: 'Volunteer', subjectId: own.id, facts });
      return ok(ordered);
    });
  }
}
