import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { writeCsv } from '../../imports/index.js';
import { mayDo, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal, SensitiveReads, type AuditEvent } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { toGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import { PeopleRepository } from '../../people/index.js';
import { AuditReader, type AuditQuery } from '../audit-reader.js';
import { toQuery } from './audit.types.js';

/** More than an auditor reads; less than a server notices. */
const LARGEST = 10_000;
const HEAD = ['sequence', 'at', 'actor', 'action', 'subjectType', 'subjectId', 'facts', 'previousHash', 'hash'];

/** The audit as a file for the auditor: the same filters as the page, at most the newest 10,000 links. */
@Controller('files/audit.csv')
export class AuditFileController {
  constructor(
    private readonly reader: AuditReader,
    private readonly people: PeopleRepository,
    private readonly reads: SensitiveReads,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  async download(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Query() given: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { actor } = request;
    if (!actor) return void response.status(401).json({ code: 'UNAUTHENTICATED' });
    if (actor.kind !== 'person' || !mayDo(actor, 'audit.read')) {
      const facts = { field: 'GET /files/audit.csv', permission: 'audit.read' };
      await rememberRefusal(this.work, this.trail, actor, {
        action: 'access.refused',
        subjectType: 'Operation',
        facts,
      });
      return void response.status(403).json({ code: 'FORBIDDEN', permission: 'audit.read' });
    }
    const text = await this.#csv(actor, queryOf(given));
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Disposition', 'attachment; filename="audit.csv"');
    response.type('text/csv; charset=utf-8').send(text);
  }

  async #csv(actor: PersonActor, query: AuditQuery): Promise<string> {
    const { events } = await this.reader.page(actor.agencyId, query, { offset: 0, limit: LARGEST });
    const facts = { rows: events.length };
    await this.reads.record(actor, [
      { action: 'audit.exported', subjectType: 'Agency', subjectId: actor.agencyId, facts },
    ]);
    const names = await this.people.namesOf(actor.agencyId, [...new Set(events.map(({ actorId }) => actorId))]);
    return writeCsv([HEAD, ...events.map((event) => cells(event, names.get(event.actorId)))]);
  }
}

const cells = (event: AuditEvent, name: string | undefined): string[] => [
  String(event.sequence),
  event.at,
  name ?? event.actorKind,
  event.action,
  event.subjectType,
  event.subjectId === null ? '' : toGlobalId(event.subjectType, event.subjectId),
  event.facts,
  event.previousHash,
  event.hash,
];

function queryOf(given: Readonly<Record<string, unknown>>): AuditQuery {
  const text = (key: string) => (typeof given[key] === 'string' && given[key] !== '' ? given[key] : null);
  return toQuery({
    action: text('action'),
    subjectType: text('subjectType'),
    subjectId: text('subjectId'),
    actorId: text('actorId'),
    from: text('from'),
    until: text('until'),
    refusalsOnly: given['refusalsOnly'] === 'true',
  });
}
