import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { PersonActor } from '../platform/access/index.js';
import { AuditEvent, AuditHead, packId } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { AuditScope } from './audit-scope.js';

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
/** A link as a reader has it. */
export interface AuditLink extends Omit<AuditEvent, 'hash' | 'previousHash'> {
  /** Among the links that the reader has. */
  readonly sequence: number;
  /** Undefined for readers who do not have the whole chain. */
  readonly hash: string | undefined;
  readonly previousHash: string | undefined;
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
  constructor(
    private readonly database: Database,
    private readonly scope: AuditScope,
  ) {}

  /** What this reader has of it; `whole` where that is the chain itself. */
  async page(
    actor: PersonActor,
    query: AuditQuery,
    bounds: Bounds,
  ): Promise<{ events: AuditLink[]; total: number; whole: boolean }> {
    const { whole, events: all, placesOf } = await this.scope.of(actor);
    const [rows, total] = await matching(all(), query)
      .orderBy('e.sequence', 'DESC')
      .skip(bounds.offset)
      .take(bounds.limit)
      .getManyAndCount();
    const places = await placesOf(rows.map(({ sequence }) => sequence));
    const events = rows.map(({ sequence, hash, previousHash, ...row }) => ({
      ...{ ...row, sequence: places.get(sequence) ?? sequence },
      hash: whole ? hash : undefined,
      previousHash: whole ? previousHash : undefined,
    }));
    return { events, total, whole };
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

  #events(agencyId: AgencyId): SelectQueryBuilder<AuditEvent> {
    return this.database.repository(AuditEvent).createQueryBuilder('e').where('e.agencyId = :agencyId', { agencyId });
  }
}

function matching(found: SelectQueryBuilder<AuditEvent>, query: AuditQuery): SelectQueryBuilder<AuditEvent> {
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
