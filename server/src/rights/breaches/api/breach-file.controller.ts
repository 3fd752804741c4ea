import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FileDoor } from '../../../platform/files/index.js';
import { fromGlobalId, type ActorRequest } from '../../../platform/graphql/index.js';
import { BreachReports } from '../breach-reports.js';

/** The report form to the authority: `/files/breaches/<id>/report.pdf?lang=en`. */
@Controller('files/breaches')
export class BreachFileController {
  constructor(
    private readonly reports: BreachReports,
    private readonly door: FileDoor,
  ) {}

  @Get(':id/report.pdf')
  async download(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Query() given: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (request.header('sec-fetch-site') === 'cross-site') {
      return void response.status(403).json({ code: 'CROSS_SITE_REFUSED' });
    }
    const admitted = await this.door.admit(request.actor, ['breach.read'], 'GET /files/breaches');
    if (!admitted.ok) {
      return void response.status(admitted.error.code === 'UNAUTHENTICATED' ? 401 : 403).json(admitted.error);
    }
    response.setHeader('Cache-Control', 'private, no-store');
    const language = given['lang'] === 'en' ? 'en' : 'zh-CN';
    const file = await this.reports.take(admitted.value, fromGlobalId('Breach', id) ?? '', language);
    if (!file) return void response.status(404).json({ code: 'NOT_FOUND' });
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Disposition', `attachment; filename="${file.name}"`);
    response.type('application/pdf').send(file.bytes);
  }
}
