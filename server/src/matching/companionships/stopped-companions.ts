// A stop of somebody's work, as far as pairs go (H8): all of them end at once, and each worker is asked what the child is told.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocalDate, PersonId } from '@tongxing/shared/kernel';
import { Agencies, BesideRows, StopEffects, VolunteersRepository, type Stopped } from '../../people/index.js';
import { allRows } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import { CompanionshipsRepository, type CompanionshipView } from './companionships.repository.js';
import { Tellings } from './tellings/tellings.js';
import { Unaccompanied } from './unaccompanied.js';

@Injectable()
export class StoppedCompanions implements OnModuleInit {
  constructor(
    private readonly effects: StopEffects,
    private readonly agencies: Agencies,
    private readonly volunteers: VolunteersRepository,
    private readonly repository: CompanionshipsRepository,
    private readonly outbox: Outbox,
    private readonly trail: AuditTrail,
    private readonly tellings: Tellings,
    private readonly beside: BesideRows,
    private readonly unaccompanied: Unaccompanied,
  ) {}

  onModuleInit(): void {
    this.effects.add({
      name: 'companionships',
      count: async (stopped) => (await this.#held(stopped)).length,
      apply: (stopped) => this.#endAll(stopped),
    });
  }

  async #endAll(stopped: Stopped): Promise<number> {
    const endedOn = await this.agencies.today(stopped.agencyId);
    const held = await this.#held(stopped);
    for (const pair of held) {
      await this.#end(pair, endedOn);
      // Whom a child has not met yet, nobody has to explain.
      if (pair.state !== 'ACCEPTED') await this.tellings.ask(pair);
      const { id: companionshipId, workerId: workerPersonId } = pair;
      await this.outbox.publish('CompanionStopped', { companionshipId, workerPersonId });
    }
    await this.#leaveNobodyAlone(stopped);
    return held.length;
  }

  /** Whoever under age went beside them meets no child either, until another adult comes along. */
  async #leaveNobodyAlone({ agencyId, personId }: Stopped): Promise<void> {
    for (const minor of await this.beside.standing(agencyId, personId)) {
      await this.unaccompanied.rest(agencyId, minor.personId as PersonId);
    }
  }

  /** Without words of why: what stands behind a stop is not for everybody who reads of the pair. */
  async #end({ agencyId, id }: CompanionshipView, endedOn: LocalDate): Promise<void> {
    const found = await this.repository.lock(allRows(agencyId), id);
    if (!found.ok) throw new Error('BUG: a pair went while it was being ended');
    const from = found.value.state;
    // Somebody ended it in the meantime, in their own way.
    if (!HOLDS_PLACE.includes(from)) return;
    const stepped = await this.repository.step(found.value, 'ENDED', { endedOn, endCause: 'STOP' });
    if (!stepped.ok) throw new Error('BUG: a pair could not end');
    const facts = { from, cause: 'STOP' };
    this.trail.record({ action: 'companionship.ended', subjectType: 'Companionship', subjectId: id, facts });
  }

  async #held({ agencyId, personId }: Stopped): Promise<CompanionshipView[]> {
    const volunteer = await this.volunteers.byPerson(agencyId, personId);
    const pairs = volunteer ? await this.repository.ofVolunteers(allRows(agencyId), [volunteer.id]) : [];
    return pairs.filter(({ state }) => HOLDS_PLACE.includes(state));
  }
}
