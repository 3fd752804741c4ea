// The report leaves as a file, with that in the audit before a byte goes.
import { Injectable } from '@nestjs/common';
import { Agencies } from '../../people/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { SensitiveReads } from '../../platform/audit-trail/index.js';
import { Clock } from '../../platform/clock/index.js';
import { writePdf, type PdfSheet } from '../../platform/pdf/index.js';
import { breachSheet } from './breach-report.js';
import { Breaches } from './breaches.js';

@Injectable()
export class BreachReports {
  constructor(
    private readonly breaches: Breaches,
    private readonly agencies: Agencies,
    private readonly reads: SensitiveReads,
    private readonly clock: Clock,
  ) {}

  async take(
    actor: PersonActor,
    id: string,
    language: PdfSheet['language'],
  ): Promise<{ readonly name: string; readonly bytes: Buffer } | undefined> {
    const breach = await this.breaches.find(actor.agencyId, id);
    if (!breach) return undefined;
    const { name: agency, contactPhone, timeZone: zone } = await this.agencies.get(actor.agencyId);
    await this.reads.record(actor, [{ action: 'breach.reportTaken', subjectType: 'Breach', subjectId: id }]);
    const frame = { agency, contact: contactPhone ?? '—', zone, language, now: this.clock.nowIso() };
    return { name: `breach-${breach.number}.pdf`, bytes: await writePdf(breachSheet(breach, frame)) };
  }
}
