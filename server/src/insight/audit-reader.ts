import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent, AuditHead, packId } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';

export interface AuditQuery {
  readonly action?: string | null | undefined;
  readonly subjectType?: string | null | undefined;
  readonly subjectId?: string | undefined;
  readonly actorId?: string | undefined;
  /** Instants, the first included and the last not. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly refusalsOnly?: boolean | null | undefined;
}
export interface Bounds {
  readonly offset: number;
  readonly limit: number;
}

/** How many of the newest rows are searched for lists that named somebody: a page, not a wait. */
const ROWS_SEARCHED = 50_000;

/** Reads an agency's audit chain, the newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  async page(agencyId: AgencyId, query: AuditQuery, bounds: Bounds): Promise<{ events: AuditEvent[]; total: number }> {
    const [events, total] = await this.#matching(agencyId, query)
      .orderBy('e.sequence', 'DESC')
      .skip(bounds.offset)
      .take(bounds.limit)
      .getManyAndCount();
    return { events, total };
  }

  /** Who read one record, the newest first: whoever opened it or a paper of it, and whoever had it by name in a list. */
  async readersOf(
    agencyId: AgencyId,
    subject: { readonly type: string; readonly id: string; readonly papers: readonly string[] },
    bounds: Bounds,
  ): Promise<{ events: AuditEvent[]; total: number }> {
    const thing = `${subject.type.slice(0, 1).toLowerCase()}${subject.type.slice(1)}`;
    const head = await this.database.repository(AuditHead).findOneBy({ agencyId });
    const searched = (head?.sequence ?? 0) - ROWS_SEARCHED;
    const [events, total] = await this.#events(agencyId)
      .andWhere(
        '((e.subjectType = :type AND e.subjectId = :id AND e.action = :read) OR ' +
          "(e.subjectType = 'StoredFile' AND e.subjectId IN (:...papers) AND e.action = 'paper.opened') OR " +
          '(e.action = :listed AND e.sequence > :searched AND INSTR(e.facts, :packed) > 0))',
        {
          type: subject.type,
          id: subject.id,
          read: `${thing}.read`,
          listed: `${thing}.listed`,
          searched,
          packed: packId(subject.id),
          papers: subject.papers.length > 0 ? subject.papers : ['-'],
        },
      )
      .orderBy('e.sequence', 'DESC')
      .skip(bounds.offset)
      .take(bounds.limit)
      .getManyAndCount();
    return { events, total };
  }

  #matching(agencyId: AgencyId, query: AuditQuery): SelectQueryBuilder<AuditEvent> {
    const found = this.#events(agencyId);
    const { action, subjectType, subjectId, actorId, from, until } = query;
    if (action) found.andWhere('e.action = :action', { action });
    if (subjectType) found.andWhere('e.subjectType = :subjectType', { subjectType });
    if (subjectId) found.andWhere('e.subjectId = :subjectId', { subjectId });
    if (actorId) found.andWhere('e.actorId = :actorId', { actorId });
    if (from) found.andWhere('e.at >= :from', { from });
    if (until) found.andWhere('e.at < :until', { until });
    // Codes of what was refused or failed end so: access.refused, proposal.acceptRefused, signIn.failed.
    if (query.refusalsOnly) found.andWhere("(e.action LIKE '%efused' OR e.action LIKE '%ailed')");
    return found;
  }

  #events(agencyId: AgencyId): SelectQueryBuilder<AuditEvent> {
    return this.database.repository(AuditEvent).createQueryBuilder('e').where('e.agencyId = :agencyId', { agencyId });
  }
}
