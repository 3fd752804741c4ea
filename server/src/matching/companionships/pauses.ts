// SM13: Active → Paused, by a worker, by the companion, or at once by the family's own word. Only a worker takes it up again.
import { Injectable } from '@nestjs/common';
import { err, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { Agencies, VolunteersRepository } from '../../people/index.js';
import { allRows, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CompanionshipsRepository, type CompanionshipView, type StepError } from './companionships.repository.js';
import { companionOf } from './companionships.js';
import { CoverEnds } from './covers/cover-ends.js';
import { textProblem } from './input-problems.js';
import { OwnPairs } from './own-pairs.js';

export type PauseError = StepError | InvalidInputError;

/** What runs pauses; what was about to begin waits for the family again. Everything else stays where it is. */
const STEPS_BACK: Readonly<Partial<Record<CompanionshipView['state'], 'PAUSED' | 'VOLUNTEER_AGREED'>>> = {
  ACTIVE: 'PAUSED',
  FAMILY_CONSENTED: 'VOLUNTEER_AGREED',
};

@Injectable()
export class Pauses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly agencies: Agencies,
    private readonly coverEnds: CoverEnds,
    private readonly repository: CompanionshipsRepository,
    private readonly pairs: OwnPairs,
    private readonly volunteers: VolunteersRepository,
  ) {}

  /** By a worker or by the companion, with a reason; the other side hears of it. */
  async pause(
    actor: PersonActor,
    id: string,
    version: number,
    reason: string,
  ): Promise<Result<CompanionshipView, PauseError>> {
    const fields = textProblem('reason', reason, 500);
    const absentOn = await this.agencies.today(actor.agencyId);
    return this.work.run(actor, async () => {
      const found = await this.pairs.lock(actor, 'companionship.pause', id, version);
      if (!found.ok) return found;
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const stepped = await this.repository.step(found.value, 'PAUSED', { reason: reason.trim(), absentOn });
      if (!stepped.ok) return stepped;
      this.#record('companionship.paused', found.value);
      await this.#publish('CompanionshipPaused', found.value, actor.personId);
      return stepped;
    });
  }

  /** Child or family says stop: at once, without a reason, wherever the pair stands. Inside a unit of work. */
  async byFamily(agencyId: AgencyId, id: string): Promise<void> {
    const found = await this.repository.lock(allRows(agencyId), id);
    if (!found.ok) throw new Error('BUG: a family card without its companionship');
    const pair = found.value;
    // Who still holds the card of an earlier pair is heard for the one in which the child goes on, and whoever had it
    // of somebody who stood in, for the pair itself.
    if (pair.state === 'ENDED' && pair.cover) return this.byFamily(agencyId, pair.cover.of);
    const anew = pair.state === 'ENDED' ? await this.repository.successorOf(pair) : undefined;
    if (anew) return this.byFamily(agencyId, anew.id);
    if (pair.state === 'ENDED' || pair.state === 'VOLUNTEER_DECLINED') return;
    const change = { familyStoppedAt: this.clock.nowIso() };
    // Standing in has no rest: it ends at once.
    const to = pair.cover ? undefined : STEPS_BACK[pair.state];
    const stepped = to && (await this.repository.step(pair, to, change));
    if (stepped && !stepped.ok) throw new Error('BUG: a family could not stop a companionship');
    const noted = stepped ? stepped.value : await this.repository.note(pair, change);
    if (noted.cover) await this.coverEnds.byFamily(noted);
    this.#record('companionship.familyStopped', pair);
    await this.#publish('FamilySaidStop', pair);
  }

  async #publish(event: 'CompanionshipPaused' | 'FamilySaidStop', pair: CompanionshipView, by?: string) {
    const { person, supervisorId } = await companionOf(this.volunteers, pair);
    const facts = {
      companionshipId: pair.id,
      workerPersonId: pair.workerId,
      volunteerPersonId: person.id,
      supervisorPersonId: supervisorId,
    };
    if (event === 'FamilySaidStop') await this.outbox.publish(event, facts);
    else await this.outbox.publish(event, { ...facts, by: by ?? '' });
  }

  #record(action: string, pair: CompanionshipView): void {
    this.trail.record({ action, subjectType: 'Companionship', subjectId: pair.id });
  }
}
