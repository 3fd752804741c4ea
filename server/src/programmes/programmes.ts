// Programmes as settings: what each is for, whom it asks for, how many places it has (P01).
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import type { ProgrammeCriteria, ServiceLevel, SupportKind } from '@tongxing/shared/rules';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../platform/graphql/index.js';
import { programmeProblems } from './domain/programme-problems.js';
import { Programme } from './programme.entities.js';
import { ProgrammesRepository } from './programmes.repository.js';

export interface ProgrammeFields {
  readonly name: string;
  readonly nameEn: string | undefined;
  readonly purpose: string | undefined;
  readonly level: ServiceLevel;
  readonly support: SupportKind;
  readonly criteria: ProgrammeCriteria;
  readonly places: number | undefined;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | undefined;
}
export interface ProgrammeView {
  readonly programme: Programme;
  /** Places that children hold now. */
  readonly held: number;
}
export type ProgrammeError = InvalidInputError | NotFoundError | StaleVersionError;

@Injectable()
export class Programmes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly repository: ProgrammesRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The latest first. */
  async list(agencyId: AgencyId): Promise<ProgrammeView[]> {
    const programmes = await this.repository.list(agencyId);
    const held = await this.repository.held(
      agencyId,
      programmes.map(({ id }) => id),
    );
    return programmes.map((programme) => ({ programme, held: held.get(programme.id) ?? 0 }));
  }

  async find(agencyId: AgencyId, id: string): Promise<ProgrammeView | undefined> {
    const programme = await this.repository.find(agencyId, id);
    return programme ? this.#view(programme) : undefined;
  }

  create(actor: PersonActor, fields: ProgrammeFields): Promise<Result<ProgrammeView, ProgrammeError>> {
    return this.work.run(actor, async () => {
      const { agencyId } = actor;
      const problems = programmeProblems(fields, await this.#namesBeside(agencyId));
      if (problems.length > 0) return err({ code: 'INVALID_INPUT' as const, fields: problems });
      const id: string = this.ids.next<never>();
      const programme = { id, agencyId, ...columns(fields), version: 1, createdAt: this.clock.nowIso() };
      await this.repository.add(programme);
      this.trail.record({ action: 'programme.created', subjectType: 'Programme', subjectId: id });
      return ok({ programme, held: 0 });
    });
  }

  /** Fewer places than are held is no place taken away: nobody new comes in until places are free again. */
  change(
    actor: PersonActor,
    id: string,
    version: number,
    fields: ProgrammeFields,
  ): Promise<Result<ProgrammeView, ProgrammeError>> {
    return this.work.run(actor, async () => {
      const { agencyId } = actor;
      const before = await this.repository.lock(agencyId, id);
      if (!before) return err({ code: 'NOT_FOUND' as const });
      if (before.version !== version) return err({ code: 'STALE_VERSION' as const, currentVersion: before.version });
      const problems = programmeProblems(fields, await this.#namesBeside(agencyId, id));
      if (problems.length > 0) return err({ code: 'INVALID_INPUT' as const, fields: problems });
      const programme = { ...before, ...columns(fields), version: version + 1 };
      await this.repository.change(id, { ...columns(fields), version: version + 1 });
      const facts = { from: before.places, to: programme.places };
      this.trail.record({ action: 'programme.changed', subjectType: 'Programme', subjectId: id, facts });
      return ok(await this.#view(programme));
    });
  }

  async #view(programme: Programme): Promise<ProgrammeView> {
    const held = await this.repository.held(programme.agencyId as AgencyId, [programme.id]);
    return { programme, held: held.get(programme.id) ?? 0 };
  }

  async #namesBeside(agencyId: AgencyId, own?: string): Promise<string[]> {
    return (await this.repository.list(agencyId)).filter(({ id }) => id !== own).map(({ name }) => name);
  }
}

const columns = (fields: ProgrammeFields) => ({
  name: fields.name.trim(),
  nameEn: fields.nameEn?.trim() || null,
  purpose: fields.purpose?.trim() || null,
  level: fields.level,
  support: fields.support,
  criteria: fields.criteria,
  places: fields.places ?? null,
  startsOn: fields.startsOn,
  endsOn: fields.endsOn ?? null,
});
