// A stop of somebody's work, as far as pairs go (H8): what runs pauses, and each worker is asked what the child is told.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StopEffects, VolunteersRepository, type Stopped } from '../../people/index.js';
import { allRows } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import { CompanionshipsRepository, type CompanionshipView } from './companionships.repository.js';
import { Tellings } from './tellings/tellings.js';

@Injectable()
export class StoppedCompanions implements OnModuleInit {
  constructor(
    private readonly effects: StopEffects,
    private readonly volunteers: VolunteersRepository,
    private readonly repository: CompanionshipsRepository,
    private readonly outbox: Outbox,
    private readonly trail: AuditTrail,
    private readonly tellings: Tellings,
  ) {}

  onModuleInit(): void {
    this.effects.add({
      name: 'companionships',
      count: async (stopped) => (await this.#held(stopped)).filter(({ state }) => state === 'ACTIVE').length,
      apply: (stopped) => this.#pause(stopped),
    });
  }

  /** Pairs that have not begun stay where they are: an ineligible volunteer activates none (H26). */
  async #pause(stopped: Stopped): Promise<number> {
    let paused = 0;
    for (const pair of await this.#held(stopped)) {
      if (await this.#pauseOne(pair)) paused += 1;
      // Whom a child has not met yet, nobody has to explain.
      if (pair.state !== 'ACCEPTED') await this.tellings.ask(pair);
      const { id: companionshipId, workerId: workerPersonId } = pair;
      await this.outbox.publish('CompanionStopped', { companionshipId, workerPersonId });
    }
    return paused;
  }

  /** Without words of why: what stands behind a stop is not for everybody who reads of the pair. */
  async #pauseOne({ agencyId, id }: CompanionshipView): Promise<boolean> {
    const found = await this.repository.lock(allRows(agencyId), id);
    if (!found.ok || found.value.state !== 'ACTIVE') return false;
    const stepped = await this.repository.step(found.value, 'PAUSED', {});
    if (!stepped.ok) throw new Error('BUG: an active companionship could not pause');
    this.trail.record({ action: 'companionship.paused', subjectType: 'Companionship', subjectId: id });
    return true;
  }

  async #held({ agencyId, personId }: Stopped): Promise<CompanionshipView[]> {
    const volunteer = await this.volunteers.byPerson(agencyId, personId);
    const pairs = volunteer ? await this.repository.ofVolunteers(allRows(agencyId), [volunteer.id]) : [];
    return pairs.filter(({ state }) => HOLDS_PLACE.includes(state));
  }
}
