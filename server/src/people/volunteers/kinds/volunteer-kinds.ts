// Who a volunteer is beside volunteering, from a day to a day; a change ends one row and adds another.
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import type { VolunteerKindCode } from '@tongxing/shared/rules';
import { rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { AuditTrail } from '../../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../../../platform/graphql/index.js';
import { Agencies } from '../../agencies/agencies.js';
import { PeopleRepository } from '../../people.repository.js';
import { VolunteersRepository, type VolunteerView } from '../volunteers.repository.js';
import { VolunteerKind } from './volunteer-kind.entity.js';

export type KindError = InvalidInputError | NotFoundError;

@Injectable()
export class VolunteerKinds {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly volunteers: VolunteersRepository,
  ) {}

  async add(
    actor: PersonActor,
    volunteerId: string,
    kind: VolunteerKindCode,
    startsOn: LocalDate,
  ): Promise<Result<VolunteerView, KindError>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    if (startsOn > today) return err(invalid('startsOn', 'IN_THE_FUTURE'));
    return this.work.run(actor, async () => {
      const volunteer = await this.#within(actor, volunteerId);
      if (!volunteer) return err({ code: 'NOT_FOUND' as const });
      const personId = volunteer.person.id;
      await this.people.lock(agencyId, personId);
      const rows = await this.database.repository(VolunteerKind).findBy({ agencyId, personId, kind });
      if (rows.some(({ endsOn }) => endsOn === null || endsOn >= startsOn)) return err(invalid('startsOn', 'OVERLAPS'));
      const row = { id: this.ids.next<never>(), agencyId, personId, kind, startsOn, endsOn: null, batchId: null };
      await this.database.repository(VolunteerKind).insert({ ...row, recordedAt: this.clock.nowIso() });
      const facts = { kind, startsOn };
      this.trail.record({ action: 'volunteerKind.added', subjectType: 'Person', subjectId: personId, facts });
      return ok(volunteer);
    });
  }

  async end(actor: PersonActor, kindId: string, endsOn: LocalDate): Promise<Result<VolunteerView, KindError>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    if (endsOn > today) return err(invalid('endsOn', 'IN_THE_FUTURE'));
    return this.work.run(actor, async () => {
      const kinds = this.database.repository(VolunteerKind);
      const query = kinds
        .createQueryBuilder('k')
        .where('k.agencyId = :agencyId AND k.id = :kindId', { agencyId, kindId });
      const row = await this.database.forUpdate(query).getOne();
      const known = row && (await this.volunteers.byPerson(agencyId, row.personId as VolunteerView['person']['id']));
      const volunteer = known && (await this.#within(actor, known.id));
      if (!row || !volunteer || row.endsOn !== null) return err({ code: 'NOT_FOUND' as const });
      if (endsOn < row.startsOn) return err(invalid('endsOn', 'BEFORE_START'));
      await kinds.update({ agencyId, id: kindId }, { endsOn });
      const facts = { kind: row.kind, endsOn };
      this.trail.record({ action: 'volunteerKind.ended', subjectType: 'Person', subjectId: row.personId, facts });
      return ok(volunteer);
    });
  }

  async #within(actor: PersonActor, id: string): Promise<VolunteerView | undefined> {
    const found = (await this.volunteers.byIds(rowsFor(actor, 'volunteer.recordFacts'), [id])).get(id);
    return found?.person.erased ? undefined : found;
  }
}

const invalid = (field: string, code: string): InvalidInputError => {
  const fields: FieldProblem[] = [{ field, code }];
  return { code: 'INVALID_INPUT', fields };
};
