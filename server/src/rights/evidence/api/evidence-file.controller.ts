import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FileDoor } from '../../../platform/files/index.js';
import { fromGlobalId, type ActorRequest } from '../../../platform/graphql/index.js';
import { EVIDENCE_FORMATS, EvidenceFiles } from '../evidence-files.js';

/** The evidence on paper or as a workbook: `/files/evidence/<id>/evidence.xlsx?lang=en`. */
@Controller('files/evidence')
export class EvidenceFileController {
  constructor(
    private readonly files: EvidenceFiles,
    private readonly door: FileDoor,
  ) {}

  @Get(':id/:name')
  async download(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Param('name') name: string,
    @Query() given: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (request.header('sec-fetch-site') === 'cross-site') {
      return void response.status(403).json({ code: 'CROSS_SITE_REFUSED' });
    }
    const admitted = await this.door.admit(request.actor, ['evidence.read'], 'GET /files/evidence');
    if (!admitted.ok) {
      return void response.status(admitted.error.code === 'UNAUTHENTICATED' ? 401 : 403).json(admitted.error);
    }
    response.setHeader('Cache-Control', 'private, no-store');
    const format = EVIDENCE_FORMATS.find((one) => `evidence.${one}` === name);
    const language = given['lang'] === 'en' ? 'en' : 'zh-CN';
    const known = fromGlobalId('ComplianceEvidence', id) ?? '';
    const file = format && (await this.files.take(admitted.value, known, format, language));
    if (!file) return void response.status(404).json({ code: 'NOT_FOUND' });
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Disposition', `attachment; filename="${file.name}"`);
    response.type(file.type).send(file.bytes);
  }
}
