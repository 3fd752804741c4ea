import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { sessionCookie } from '../../../platform/auth/index.js';
import { CONFIG, type Config } from '../../../platform/config/index.js';
import { Guardians } from '../guardians.js';

/** Opens a guardian's personal link: a short session for one child, then the page. The secret leaves the address bar. */
@Controller('g')
export class GuardianLinkController {
  constructor(
    private readonly guardians: Guardians,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':secret')
  async open(@Param('secret') secret: string, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const session = await this.guardians.enter(secret);
    if (session) {
      const secure = this.config.publicUrl.startsWith('https:');
      response.append('Set-Cookie', sessionCookie(session.token, session.seconds, secure));
    }
    response.redirect(303, session ? '/guardian' : '/guardian?link=ended');
  }
}
