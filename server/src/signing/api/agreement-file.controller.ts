import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Result } from '@tongxing/shared/kernel';
import type { Response } from 'express';
import { FileDoor } from '../../platform/files/index.js';
import { fromGlobalId, type ActorRequest, type NotFoundError } from '../../platform/graphql/index.js';
import { AgreementPapers, type TakenAgreement } from '../agreement-papers.js';

/** The secret of a guardian's link: in a head, since addresses are written down on their way. */
const LINK_HEAD = 'x-agreement-link';

/** An agreement as PDF: `/files/agreements/<id>/agreement.pdf?lang=en`. One that is not to be read is not there. */
@Controller('files/agreements')
export class AgreementFileController {
  constructor(
    private readonly door: FileDoor,
    private readonly papers: AgreementPapers,
  ) {}

  /** For a minor's guardian, who has no account: by the link by which they signed. */
  @Get('by-link/agreement.pdf')
  async byLink(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Query('lang') language: unknown,
  ): Promise<void> {
    if (refusedFromElsewhere(request, response)) return;
    send(response, await this.papers.takeByLink(request.header(LINK_HEAD) ?? '', languageOf(language)));
  }

  @Get(':id/agreement.pdf')
  async download(
    @Req() request: ActorRequest,
    @Res() response: Response,
    @Param('id') globalId: string,
    @Query('lang') language: unknown,
  ): Promise<void> {
    if (refusedFromElsewhere(request, response)) return;
    const id = fromGlobalId('Agreement', globalId) ?? '';
    if (request.actor?.kind === 'guardian') {
      return send(response, await this.papers.takeForFamily(request.actor, id, languageOf(language)));
    }
    const may = ['agreement.read', 'agreement.readOwn'] as const;
    const admitted = await this.door.admit(request.actor, may, 'GET /files/agreements');
    if (!admitted.ok) {
      return void response.status(admitted.error.code === 'UNAUTHENTICATED' ? 401 : 403).json(admitted.error);
    }
    send(response, await this.papers.take(admitted.value, id, languageOf(language)));
  }
}

const languageOf = (language: unknown) => (language === 'en' ? 'en' : 'zh-CN');

function refusedFromElsewhere(request: ActorRequest, response: Response): boolean {
  response.setHeader('Cache-Control', 'private, no-store');
  if (request.header('sec-fetch-site') !== 'cross-site') return false;
  response.status(403).json({ code: 'CROSS_SITE_REFUSED' });
  return true;
}

function send(response: Response, taken: Result<TakenAgreement, NotFoundError>): void {
  if (!taken.ok) return void response.status(404).json(taken.error);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Disposition', `attachment; filename="${taken.value.name}"`);
  response.type('application/pdf').send(taken.value.bytes);
}
