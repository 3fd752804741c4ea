import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { mayDo } from '../../platform/access/index.js';
import type { ActorRequest } from '../../platform/graphql/index.js';
import { AuditExport } from '../audit-export.js';
import type { AuditQuery } from '../audit-reader.js';
import { toQuery } from './audit.types.js';

/** The audit as a file for the auditor: the same filters as the page, at most the newest 10,000 links. */
@Controller('files/audit.csv')
export class AuditFileController {
  constructor(private readonly exported: AuditExport) {}

  @Get()
  async download(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Query() given: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { actor } = request;
    if (!actor) return void response.status(401).json({ code: 'UNAUTHENTICATED' });
    if (actor.kind !== 'person' || !mayDo(actor, 'audit.read')) {
      await this.exported.refused(actor);
      return void response.status(403).json({ code: 'FORBIDDEN', permission: 'audit.read' });
    }
    response.setHeader('Cache-Control', 'no-store');
    const outcome = await this.exported.csv(actor, queryOf(given));
    if (!outcome.ok) return void response.status(403).json(outcome.error);
    response.setHeader('Content-Disposition', 'attachment; filename="audit.csv"');
    response.type('text/csv; charset=utf-8').send(outcome.value);
  }
}

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
