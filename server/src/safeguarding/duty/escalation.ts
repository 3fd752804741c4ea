// A concern that nobody has seen goes on to the next one, by the clock and not by somebody's memory.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { AgencySettings } from '../../people/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { JobHandlers, Outbox, type JobContext } from '../../platform/outbox/index.js';
import { CaseTeam } from '../case-team.js';
import { Concern } from '../concern.entity.js';
import { ConcernTiesRepository } from '../ties/concern-ties.repository.js';
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
    private readonly ties: ConcernTiesRepository,
  ) {}

  onModuleInit(): void {
    this.handlers.inUnit(ESCALATE, (work, context) => this.#escalate(work, context));
  }

  /**
   * Who is told now: the first line, or whoever leads where nobody stands in it; and the clock until the next one is told.
   * Never somebody whom it is about: then the way goes round them. Inside the concern's unit of work.
   */
  async begin(
    agencyId: AgencyId,
    concernId: string,
  ): Promise<{ readonly onCall: PersonId[]; readonly leads: PersonId[] }> {
    await this.#wait(agencyId, concernId, 1);
    const about = await this.ties.aboutOf({ agencyId, id: concernId });
    const onCall = (await this.rota.onCall(agencyId, 'FIRST')).filter((id) => !about.has(id));
    return { onCall, leads: onCall.length > 0 ? [] : await this.#leads(agencyId, about, ['SUPERVISOR', 'DIRECTOR']) };
  }

  async #escalate({ concernId, round }: z.infer<typeof escalation>, { agencyId }: JobContext): Promise<void> {
    const concern = await this.database.repository(Concern).findOneBy({ agencyId, id: concernId });
    if (concern?.state !== 'RECEIVED') return;
    const about = await this.ties.aboutOf({ agencyId, id: concernId });
    const personIds = await this.#next(agencyId, round, about);
    this.trail.record({
      ...{ action: 'concern.escalated', subjectType: 'Concern', subjectId: concernId },
      facts: { round, told: personIds.length },
    });
    await this.outbox.publish('ConcernUnseen', { concernId, personIds });
    if (round < LAST_ROUND) await this.#wait(agencyId, concernId, round + 1);
  }

  /** The second line; whoever leads, where nobody stands in it. In the last round the directors. */
  async #next(agencyId: AgencyId, round: number, about: ReadonlySet<PersonId>): Promise<PersonId[]> {
    if (round === LAST_ROUND) return this.#leads(agencyId, about, ['DIRECTOR']);
    const second = (await this.rota.onCall(agencyId, 'SECOND')).filter((id) => !about.has(id));
    return second.length > 0 ? second : this.#leads(agencyId, about, ['SUPERVISOR']);
  }

  /** Of these roles; where it is about all of them, of whoever leads; where about all of those too, the rest of the team. */
  async #leads(agencyId: AgencyId, about: ReadonlySet<PersonId>, roles: readonly Role[]): Promise<PersonId[]> {
    for (const some of [roles, ['SUPERVISOR', 'DIRECTOR'], undefined] as const) {
      const found = [...(await this.team.ids(agencyId, some))].filter((id) => !about.has(id));
      if (found.length > 0) return found;
    }
    return [];
  }

  async #wait(agencyId: AgencyId, concernId: string, round: number): Promise<void> {
    const { concernSeenMinutes } = await this.settings.valuesOf(agencyId);
    const runAt = new Date(this.clock.now().getTime() + concernSeenMinutes * MINUTE_MS).toISOString();
    await this.outbox.add(ESCALATE.kind, { concernId, round }, { runAt });
  }
}
