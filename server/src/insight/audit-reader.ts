import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';

export interface AuditQuery {
  readonly action?: string | null | undefined;
  readonly subjectType?: string | null | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Reads an agency's audit chain, the newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  async page(agencyId: AgencyId, query: AuditQuery): Promise<{ events: AuditEvent[]; total: number }> {
    const [events, total] = await this.database.repository(AuditEvent).findAndCount({
      where: {
        agencyId,
        ...(query.action ? { action: query.action } : {}),
        ...(query.subjectType ? { subjectType: query.subjectType } : {}),
      },
      order: { sequence: 'DESC' },
      skip: query.offset,
      take: query.limit,
    });
    return { events, total };
  }
}
