import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FileDoor } from '../../platform/files/index.js';
import { fromGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import { AgreementPapers } from '../agreement-papers.js';

/** An agreement as PDF: `/files/agreements/<id>/agreement.pdf?lang=en`. One that is not to be read is not there. */
@Controller('files/agreements')
export class AgreementFileController {
  constructor(
    private readonly door: FileDoor,
    private readonly papers: AgreementPapers,
  ) {}

  @Get(':id/agreement.pdf')
  async download(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('id') globalId: string,
    @Query('lang') language: unknown,
  ): Promise<void> {
    response.setHeader('Cache-Control', 'private, no-store');
    if (request.header('sec-fetch-site') === 'cross-site') {
      return void response.status(403).json({ code: 'CROSS_SITE_REFUSED' });
    }
    const may = ['agreement.read', 'agreement.readOwn'] as const;
    const admitted = await this.door.admit(request.actor, may, 'GET /files/agreements');
    if (!admitted.ok) {
      return void response.status(admitted.error.code === 'UNAUTHENTICATED' ? 401 : 403).json(admitted.error);
    }
    const id = fromGlobalId('Agreement', globalId) ?? '';
    const taken = await this.papers.take(admitted.value, id, language === 'en' ? 'en' : 'zh-CN');
    if (!taken.ok) return void response.status(404).json(taken.error);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Disposition', `attachment; filename="${taken.value.name}"`);
    response.type('application/pdf').send(taken.value.bytes);
  }
}
