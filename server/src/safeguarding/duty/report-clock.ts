// The clock to the authority: those in charge are told when its last quarter begins, and again when it has run out (H9).
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import type { ConcernState } from '@tongxing/shared/states';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { JobHandlers, Outbox, type JobContext } from '../../platform/outbox/index.js';
import { CaseTeam } from '../case-team.js';
import { Concern } from '../concern.entity.js';
import { ConcernTiesRepository } from '../ties/concern-ties.repository.js';

const reportDue = z.object({ concernId: z.string(), late: z.boolean() });
const REPORT_DUE = { kind: 'concern.reportDue', payload: reportDue };
const LAST_PART = 0.25;
/** From support on somebody has said why no report is owed. */
const UNREPORTED: readonly ConcernState[] = ['RECEIVED', 'SEEN', 'SAFETY_ACTIONS'];

interface Clocked {
  readonly id: string;
  readonly raisedAt: string;
  readonly dueAt: string;
}

@Injectable()
export class ReportClock implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly team: CaseTeam,
    private readonly ties: ConcernTiesRepository,
  ) {}

  onModuleInit(): void {
    this.handlers.inUnit(REPORT_DUE, (work, context) => this.#remind(work, context));
  }

  /** Sets both moments; inside the concern's unit of work. */
  async begin({ id: concernId, raisedAt, dueAt }: Clocked): Promise<void> {
    const end = Date.parse(dueAt);
    const soon = new Date(end - (end - Date.parse(raisedAt)) * LAST_PART).toISOString();
    await this.outbox.add(REPORT_DUE.kind, { concernId, late: false }, { runAt: soon });
    await this.outbox.add(REPORT_DUE.kind, { concernId, late: true }, { runAt: dueAt });
  }

  async #remind({ concernId, late }: z.infer<typeof reportDue>, { agencyId }: JobContext): Promise<void> {
    const concern = await this.database.repository(Concern).findOneBy({ agencyId, id: concernId });
    if (!concern || concern.reportedAt !== null || !UNREPORTED.includes(concern.state)) return;
    const personIds = await this.#inCharge(agencyId, concern);
    this.trail.record({
      ...{ action: 'concern.reportReminded', subjectType: 'Concern', subjectId: concernId },
      facts: { late, told: personIds.length },
    });
    await this.outbox.publish('ConcernReportDue', { concernId, personIds, late });
  }

  /** Whoever has taken it up, the worker beside the child, and those who lead; never somebody whom it is about. */
  async #inCharge(agencyId: AgencyId, { id, seenBy, workerId }: Concern): Promise<PersonId[]> {
    const about = await this.ties.aboutOf({ agencyId, id });
    const atWork = await this.team.ids(agencyId);
    const leads = await this.team.ids(agencyId, ['SUPERVISOR', 'DIRECTOR']);
    const beside = [seenBy, workerId].filter((one) => one !== null) as PersonId[];
    const all = new Set([...beside.filter((one) => atWork.has(one)), ...leads]);
    return [...all].filter((one) => !about.has(one));
  }
}
