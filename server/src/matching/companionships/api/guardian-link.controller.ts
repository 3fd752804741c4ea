import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { endedLinkCookie, sessionCookie } from '../../../platform/auth/index.js';
import { CONFIG, type Config } from '../../../platform/config/index.js';
import { FamilyLinks } from '../family-links.js';
import { Guardians } from '../guardians.js';

const ANSWERED_SECONDS = 600;

/** Opens a guardian's personal link: a short session for one child, then the page. The secret leaves the address bar. */
@Controller('g')
export class GuardianLinkController {
  constructor(
    private readonly guardians: Guardians,
    private readonly links: FamilyLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':secret')
  async open(@Param('secret') secret: string, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const session = await this.guardians.enter(secret);
    const secure = this.config.publicUrl.startsWith('https:');
    if (session) {
      response.append('Set-Cookie', sessionCookie(session.token, session.seconds, secure));
    } else if (await this.links.ended(secret, undefined)) {
      response.append('Set-Cookie', endedLinkCookie(secret, ANSWERED_SECONDS, secure));
    }
    response.redirect(303, session ? '/guardian' : '/guardian?link=ended');
  }
}
