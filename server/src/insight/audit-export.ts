// The audit as a file: what is in it, and that somebody took it.
import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@tongxing/shared/kernel';
import { writeCsv } from '../imports/index.js';
import { PeopleRepository, StepUp, type StepUpNeededError } from '../people/index.js';
import type { Actor, PersonActor } from '../platform/access/index.js';
import { AuditTrail, rememberRefusal, SensitiveReads } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { AuditReader, type AuditLink, type AuditQuery } from './audit-reader.js';

/** More than an auditor reads; less than a server notices. */
const LARGEST = 10_000;
const HEAD = ['sequence', 'at', 'actor', 'action', 'subjectType', 'subjectId', 'facts'];
/** By these one may prove the chain anew, so they stand in the file of whoever has the whole of it (ADR 0029). */
const CHAIN = ['previousHash', 'hash'];

@Injectable()
export class AuditExport {
  constructor(
    private readonly reader: AuditReader,
    private readonly people: PeopleRepository,
    private readonly reads: SensitiveReads,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly stepUp: StepUp,
  ) {}

  async refused(actor: Actor): Promise<void> {
    const facts = { field: 'GET /files/audit.csv', permission: 'audit.read' };
    await rememberRefusal(this.work, this.trail, actor, {
      action: 'access.refused',
      subjectType: 'Operation',
      facts,
    });
  }

  /** The rows as text, with the download itself in the audit before it leaves. A file goes further than a page (ADR 0016). */
  async csv(actor: PersonActor, query: AuditQuery): Promise<Result<string, StepUpNeededError>> {
    const fresh = await this.stepUp.requireFresh(actor);
    if (!fresh.ok) return fresh;
    const { events, whole } = await this.reader.page(actor, query, { offset: 0, limit: LARGEST });
    const facts = { rows: events.length };
    await this.reads.record(actor, [
      { action: 'audit.exported', subjectType: 'Agency', subjectId: actor.agencyId, facts },
    ]);
    const names = await this.people.namesOf(actor.agencyId, [...new Set(events.map(({ actorId }) => actorId))]);
    const head = whole ? [...HEAD, ...CHAIN] : HEAD;
    return ok(writeCsv([head, ...events.map((event) => cells(event, names.get(event.actorId)))]));
  }
}

const cells = (event: AuditLink, name: string | undefined): string[] => [
  String(event.sequence),
  event.at,
  name ?? event.actorKind,
  event.action,
  event.subjectType,
  event.subjectId === null ? '' : toGlobalId(event.subjectType, event.subjectId),
  event.facts,
  ...[event.previousHash, event.hash].filter((hash) => hash !== undefined),
];
