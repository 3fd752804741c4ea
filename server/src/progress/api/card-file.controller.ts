import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FileDoor } from '../../platform/files/index.js';
import { fromGlobalId, type ActorRequest } from '../../platform/graphql/index.js';
import { CardPapers } from '../papers/card-papers.js';

/** A released card as PDF: `/files/cards/<id>/card.pdf?lang=en`. A card that the donor may not read is not there. */
@Controller('files/cards')
export class CardFileController {
  constructor(
    private readonly door: FileDoor,
    private readonly papers: CardPapers,
  ) {}

  @Get(':id/card.pdf')
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
    const admitted = await this.door.admit(request.actor, ['sponsorship.readOwn'], 'GET /files/cards');
    if (!admitted.ok) {
      return void response.status(admitted.error.code === 'UNAUTHENTICATED' ? 401 : 403).json(admitted.error);
    }
    const cardId = fromGlobalId('ProgressCard', globalId) ?? '';
    const taken = await this.papers.take(admitted.value, cardId, language === 'en' ? 'en' : 'zh-CN');
    if (!taken.ok) return void response.status(404).json(taken.error);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Disposition', `attachment; filename="${taken.value.name}"`);
    response.type('application/pdf').send(taken.value.bytes);
  }
}
