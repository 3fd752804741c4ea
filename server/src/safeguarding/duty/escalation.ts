// A concern that nobody has seen goes on to the next one, by the clock and not by somebody's memory.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { AgencySettings } from '../../people/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { JobHandlers, Outbox, type JobContext } from '../../platform/outbox/index.js';
import { CaseTeam } from '../case-team.js';
import { Concern } from '../concern.entity.js';
import { DutyRota } from './duty-rota.js';

const escalation = z.object({ concernId: z.string(), round: z.number().int() });
const ESCALATE = { kind: 'concern.escalate', payload: escalation };
/** First the second line, then the director. */
const LAST_ROUND = 2;
const MINUTE_MS = 60_000;

@Injectable()
export class Escalation implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly settings: AgencySettings,
    private readonly rota: DutyRota,
    private readonly team: CaseTeam,
  ) {}

  onModuleInit(): void {
    this.handlers.inUnit(ESCALATE, (work, context) => this.#escalate(work, context));
  }

  /** Who is on call now, first line; and the clock until the next one is told. Inside the concern's unit of work. */
  async begin(agencyId: AgencyId, concernId: string): Promise<PersonId[]> {
    await this.#wait(agencyId, concernId, 1);
    return this.rota.onCall(agencyId, 'FIRST');
  }

  async #escalate({ concernId, round }: z.infer<typeof escalation>, { agencyId }: JobContext): Promise<void> {
    const concern = await this.database.repository(Concern).findOneBy({ agencyId, id: concernId });
    if (concern?.state !== 'RECEIVED') return;
    const personIds = await this.#next(agencyId, round);
    this.trail.record({
      ...{ action: 'concern.escalated', subjectType: 'Concern', subjectId: concernId },
      facts: { round, told: personIds.length },
    });
    await this.outbox.publish('ConcernUnseen', { concernId, personIds });
    if (round < LAST_ROUND) await this.#wait(agencyId, concernId, round + 1);
  }

  /** The second line; whoever leads, where nobody stands in it. In the last round the directors. */
  async #next(agencyId: AgencyId, round: number): Promise<PersonId[]> {
    const directors = [...(await this.team.ids(agencyId, ['DIRECTOR']))];
    if (round === LAST_ROUND) return directors;
    const second = await this.rota.onCall(agencyId, 'SECOND');
    if (second.length > 0) return second;
    const supervisors = [...(await this.team.ids(agencyId, ['SUPERVISOR']))];
    return supervisors.length > 0 ? supervisors : directors;
  }

  async #wait(agencyId: AgencyId, concernId: string, round: number): Promise<void> {
    const { concernSeenMinutes } = await this.settings.valuesOf(agencyId);
    const runAt = new Date(this.clock.now().getTime() + concernSeenMinutes * MINUTE_MS).toISOString();
    await this.outbox.add(ESCALATE.kind, { concernId, round }, { runAt });
  }
}
