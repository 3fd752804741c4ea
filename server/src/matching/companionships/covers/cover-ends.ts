// Nobody stands in longer than the days that were agreed, nor beside the companion who is back, nor after a stop (ADR 0044).
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import { Agencies, VolunteersRepository } from '../../../people/index.js';
import { allRows } from '../../../platform/access/index.js';
import { AuditTrail } from '../../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { JobUpkeep, Outbox } from '../../../platform/outbox/index.js';
import { CompanionshipsRepository, type CompanionshipView } from '../companionships.repository.js';
import { personOf } from '../companionships.js';
import type { CoverEnd } from '../cover-end.js';
import { CoverRows } from './cover-rows.js';
import { Tellings } from '../tellings/tellings.js';

@Injectable()
export class CoverEnds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly upkeep: JobUpkeep,
    private readonly agencies: Agencies,
    private readonly repository: CompanionshipsRepository,
    private readonly rows: CoverRows,
    private readonly volunteers: VolunteersRepository,
    private readonly tellings: Tellings,
  ) {}

  onModuleInit(): void {
    this.repository.onMoved((before, after) => this.#follow(before, after));
    this.upkeep.also('covers', () => this.endAllOver());
  }

  /** Ends those whose last day is over, in every agency by its own clock; returns how many. */
  async endAllOver(): Promise<number> {
    const agencies = await this.database.read<{ id: AgencyId }>('SELECT id FROM agency', []);
    let ended = 0;
    for (const { id } of agencies) ended += await this.endOver(id, await this.agencies.today(id));
    return ended;
  }

  /** Each in a unit of work of its own; however many processes ask at once, each ends once. */
  async endOver(agencyId: AgencyId, today: LocalDate): Promise<number> {
    let ended = 0;
    for (const id of await this.rows.coversOver(agencyId, today)) {
      const actor = { kind: 'system' as const, agencyId, name: 'covers' };
      if (await this.work.run(actor, () => this.end(agencyId, id, 'LAST_DAY'))) ended += 1;
    }
    return ended;
  }

  /** The family took back its word on a pair, or said stop: whoever stands in for its companion stops as well. */
  async byFamily({ agencyId, id, cover }: CompanionshipView): Promise<void> {
    if (cover) await this.end(agencyId, id, 'FAMILY');
    else await this.#endOf({ agencyId, id }, 'FAMILY');
  }

  /** Locks it and ends it; false where somebody ended it before. Inside a unit of work. */
  async end(agencyId: AgencyId, id: string, why: CoverEnd): Promise<boolean> {
    const found = await this.repository.lock(allRows(agencyId), id);
    if (!found.ok) throw new Error('BUG: a cover went while it was being ended');
    const cover = found.value;
    if (!cover.cover || !HOLDS_PLACE.includes(cover.state)) return false;
    const today = await this.agencies.today(agencyId);
    const endedOn = why === 'LAST_DAY' ? cover.cover.until : today;
    const endCause = why === 'STOP' ? 'STOP' : 'DECIDED';
    const ended = await this.repository.step(cover, 'ENDED', { endedOn, endCause, coverEnd: why });
    if (!ended.ok) throw new Error('BUG: a cover could not end');
    // Whom the child has not met nobody has to explain, and a family that said stop knows.
    if (cover.startsOn && why !== 'FAMILY') await this.tellings.ask(cover);
    await this.#tell(cover, why);
    return true;
  }

  /** What becomes of the pair whose companion is away decides about whoever stands in, by whichever path it comes. */
  async #follow(before: CompanionshipView, after: CompanionshipView): Promise<void> {
    if (after.cover) return;
    const stopped = after.familyStoppedAt !== undefined && before.familyStoppedAt === undefined;
    if (stopped) await this.#endOf(after, 'FAMILY');
    if (before.state === after.state) return;
    if (after.state === 'ACTIVE') await this.#endOf(after, 'BACK');
    if (after.state === 'ENDED') await this.#endOf(after, after.endCause === 'STOP' ? 'STOP' : 'OVER');
  }

  async #endOf({ agencyId, id }: Pick<CompanionshipView, 'agencyId' | 'id'>, why: CoverEnd): Promise<void> {
    const standIn = await this.rows.lockStandIn(agencyId, id);
    if (standIn !== undefined) await this.end(agencyId, standIn, why);
  }

  async #tell({ agencyId, id, state, volunteerId, workerId, cover }: CompanionshipView, why: CoverEnd): Promise<void> {
    const facts = { from: state, why, of: cover?.of ?? '' };
    this.trail.record({ action: 'companionship.coverEnded', subjectType: 'Companionship', subjectId: id, facts });
    const first = cover && (await this.repository.find(allRows(agencyId), cover.of));
    await this.outbox.publish('CoverEnded', {
      companionshipId: id,
      why,
      workerPersonId: workerId,
      volunteerPersonId: await personOf(this.volunteers, agencyId, volunteerId),
      firstPersonId: first && (await personOf(this.volunteers, agencyId, first.volunteerId)),
    });
  }
}
