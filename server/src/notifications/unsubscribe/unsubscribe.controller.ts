import { Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { localeOf } from '../inbox/inbox-page.js';
import { Preferences } from '../preferences/preferences.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';
import { askingPage, deadLinkPage, stoppedPage } from './unsubscribe-page.js';

/**
 * One-click unsubscribe (RFC 8058): a mailbox posts to the address of the mail's head, without a session; a person who
 * opens it is asked first. What was asked for by either is the same, and asked twice it is done once.
 */
@Controller('u')
export class UnsubscribeController {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly preferences: Preferences,
  ) {}

  @Get(':token')
  @Header('Cache-Control', 'no-store')
  @Header('Referrer-Policy', 'no-referrer')
  ask(@Param('token') token: string, @Req() request: Request, @Res() response: Response): void {
    const asked = this.links.read(token);
    if (!asked) return dead(request, response);
    response.type('html').send(askingPage(asked));
  }

  @Post(':token')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Header('Referrer-Policy', 'no-referrer')
  async stop(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = this.links.read(token);
    if (!asked) return dead(request, response);
    await this.preferences.stop(asked.agencyId, asked.personId, asked.kinds);
    response.type('html').send(stoppedPage(asked));
  }
}

function dead(request: Request, response: Response): void {
  response
    .status(404)
    .type('html')
    .send(deadLinkPage(localeOf(request.get('accept-language'))));
}
