import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { fromGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import { FILE_FORMATS, RightsDownloads } from '../rights-downloads.js';

/**
 * A copy as a file: `/files/rights/<id>/copy.pdf?lang=en`. With `ask=true` it answers only whether the file would come.
 * Whoever may not have it gets the answer of a file that is not there.
 */
@Controller('files/rights')
export class RightsFileController {
  constructor(private readonly downloads: RightsDownloads) {}

  @Get(':id/:name')
  async download(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('id') globalId: string,
    @Param('name') name: string,
    @Query() given: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (request.header('sec-fetch-site') === 'cross-site') {
      return void response.status(403).json({ code: 'CROSS_SITE_REFUSED' });
    }
    const { actor } = request;
    if (!actor) return void response.status(401).json({ code: 'UNAUTHENTICATED' });
    const id = fromGlobalId('RightsRequest', globalId);
    const format = FILE_FORMATS.find((one) => `copy.${one}` === name);
    response.setHeader('Cache-Control', 'private, no-store');
    if (!id || !format) return void response.status(404).json({ code: 'NOT_FOUND' });
    if (given['ask'] === 'true') {
      const may = await this.downloads.mayTake(actor, id);
      return void (may.ok ? response.status(204).end() : refuse(response, may.error));
    }
    const file = await this.downloads.take(actor, id, format, given['lang'] === 'en' ? 'en' : 'zh-CN');
    if (!file.ok) return refuse(response, file.error);
    const { type, name: called, bytes } = file.value;
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Disposition', `attachment; filename="${called}"`);
    response.type(type).send(bytes);
  }
}

function refuse(response: Response, error: { readonly code: string }): void {
  response.status(error.code === 'STEP_UP_NEEDED' ? 403 : 404).json(error);
}
