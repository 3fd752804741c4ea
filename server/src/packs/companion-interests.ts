// A companionship can grow out of a day (P20): somebody says that they would like to accompany a child for longer. It is a
// wish to talk; training, checks, agreement, the family's and the child's word all come after it, through their own gates.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { PeopleNames } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';
import { CompanionInterest, type InterestState } from './pack.entities.js';

export interface InterestView {
  readonly row: CompanionInterest;
  readonly name: string;
}

@Injectable()
export class CompanionInterests {
  constructor(
    private readonly database: Database,
    private readonly names: PeopleNames,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async own({ agencyId, personId }: PersonActor): Promise<InterestState | undefined> {
    return (await this.#rows().findOneBy({ agencyId, personId }))?.state;
  }

  /** Says it, or takes it back; again is the same once. */
  say(actor: PersonActor, wants: boolean): Promise<InterestState | undefined> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async () => {
      const before = await this.#lock({ agencyId, personId });
      const state = wants ? ('SAID' as const) : ('WITHDRAWN' as const);
      if (before?.state === state || (!before && !wants)) return before?.state;
      const said = { state, saidAt: this.clock.nowIso(), answeredBy: null, answeredAt: null };
      const id: string = before?.id ?? this.ids.next<never>();
      if (before) await this.#rows().update({ id }, said);
      else await this.#rows().insert({ id, agencyId, personId, ...said });
      this.trail.record({
        action: wants ? 'interest.said' : 'interest.withdrawn',
        subjectType: 'Person',
        subjectId: personId,
      });
      return state;
    });
  }

  /** Those that nobody has talked with yet, the longest waiting first. */
  async waiting(agencyId: AgencyId): Promise<InterestView[]> {
    const rows = await this.#rows().find({ where: { agencyId, state: 'SAID' }, order: { saidAt: 'ASC', id: 'ASC' } });
    const names = await this.names.of(
      agencyId,
      rows.map(({ personId }) => personId),
    );
    return rows.map((row) => ({ row, name: names.get(row.personId) ?? '' }));
  }

  /** Somebody has talked with them. */
  answer(actor: PersonActor, id: string): Promise<Result<true, NotFoundError>> {
    const { agencyId, personId: answeredBy } = actor;
    return this.work.run(actor, async (): Promise<Result<true, NotFoundError>> => {
      const row = await this.#lock({ agencyId, id });
      if (row?.state !== 'SAID') return err({ code: 'NOT_FOUND' });
      await this.#rows().update({ id }, { state: 'ANSWERED', answeredBy, answeredAt: this.clock.nowIso() });
      this.trail.record({ action: 'interest.answered', subjectType: 'Person', subjectId: row.personId });
      return ok(true);
    });
  }

  #lock(where: Partial<CompanionInterest>): Promise<CompanionInterest | null> {
    return this.database.forUpdate(this.#rows().createQueryBuilder('i').where(where)).getOne();
  }

  #rows() {
    return this.database.repository(CompanionInterest);
  }
}
