import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { looksLikeId } from '@tongxing/shared/kernel';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Catcher } from '../channels/catcher.js';
import { inboxPage, localeOf } from './inbox-page.js';

const TIME_ZONE = 'Asia/Shanghai';
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Shows what was caught: to everybody on a demo, on this machine only in development, to nobody in production. */
@Controller('inbox')
export class InboxController {
  constructor(
    private readonly catcher: Catcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.#assertOpen(request);
    const locale = localeOf(request.get('accept-language'));
    send(response, inboxPage(await this.catcher.newest(), locale, TIME_ZONE));
  }

  @Get(':id')
  async look(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    this.#assertOpen(request);
    const message = looksLikeId(id) ? await this.catcher.find(id) : undefined;
    if (message?.html === undefined) throw new NotFoundException();
    send(response, message.html);
  }

  #assertOpen(request: Request): void {
    const here = LOOPBACK.test(request.socket.remoteAddress ?? '') && request.get('x-forwarded-for') === undefined;
    const open = this.config.demo || (!this.config.production && here);
    if (!open) throw new NotFoundException();
  }
}

function send(response: Response, html: string): void {
  response.setHeader('Cache-Control', 'no-store');
  response.vary('Accept-Language').type('html').send(html);
}
