import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { GuardianLinks, toActor } from '../../../disclosure/index.js';
import { sessionCookie, Sessions } from '../../../platform/auth/index.js';
import { AuditTrail } from '../../../platform/audit-trail/index.js';
import { CONFIG, type Config } from '../../../platform/config/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';

/** Opens a guardian's personal link: a short session for one child, then the page. The secret leaves the address bar. */
@Controller('g')
export class GuardianLinkController {
  constructor(
    private readonly links: GuardianLinks,
    private readonly sessions: Sessions,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':secret')
  async open(@Param('secret') secret: string, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const link = await this.links.bySecret(secret);
    if (!link) {
      response.redirect(303, '/guardian?link=ended');
      return;
    }
    const actor = toActor(link, '');
    const session = await this.work.run(actor, () => {
      this.trail.record({ action: 'guardianLink.opened', subjectType: 'GuardianLink', subjectId: link.id });
      return this.sessions.open('guardian', link.id);
    });
    response.append(
      'Set-Cookie',
      sessionCookie(session.token, session.expiresAt, this.config.publicUrl.startsWith('https:')),
    );
    response.redirect(303, '/guardian');
  }
}
