import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { PersonId } from '@tongxing/shared/kernel';
import type { PersonActor } from '../platform/access/index.js';
import { Logins } from '../platform/auth/index.js';
import { Clock } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { Notice } from './notification.entities.js';
import { wordsOf, type Locale, type NoticeTemplate, type TemplateParams } from './templates.js';

export interface NoticeView {
  readonly id: string;
  readonly at: string;
  readonly template: string;
  readonly title: string;
  readonly body: string;
  readonly path: string | null;
  readonly read: boolean;
}

const NEWEST = 50;
/** Where a notice's texts are sealed. */
export const noticePlace = (id: string) => `notice.params.${id}`;

/** What a person was told in the app. Always the actor's own; nobody reads another's. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly logins: Logins,
  ) {}

  /** The newest first, in the reader's language of today. */
  async own(actor: PersonActor): Promise<NoticeView[]> {
    const where = { agencyId: actor.agencyId, personId: actor.personId };
    const [rows, login] = await Promise.all([
      this.database.repository(Notice).find({ where, order: { createdAt: 'DESC', id: 'DESC' }, take: NEWEST }),
      this.logins.find(actor.loginId),
    ]);
    await this.cipher.loadKeys(rows.map((row) => row.paramsSealed));
    const locale: Locale = login?.locale === 'en' ? 'en' : 'zh-CN';
    return rows.map((row) => this.#view(row, locale));
  }

  /** Returns whether there is such a notice of the actor's own; marking twice is as good as once. */
  markRead(actor: PersonActor, id: string): Promise<boolean> {
    return this.work.run(actor, async () => {
      const own = { id, agencyId: actor.agencyId, personId: actor.personId };
      const notices = this.database.repository(Notice);
      await notices.update({ ...own, readAt: IsNull() }, { readAt: this.clock.nowIso() });
      return notices.existsBy(own);
    });
  }

  unreadOf(personId: PersonId): Promise<number> {
    return this.database.repository(Notice).countBy({ personId, readAt: IsNull() });
  }

  #view(row: Notice, locale: Locale): NoticeView {
    const { template, params } = noticeContent(this.cipher, row);
    const { title, body } = wordsOf(template, locale, params as unknown as TemplateParams[NoticeTemplate]);
    return {
      id: row.id,
      at: row.createdAt,
      template: row.template,
      title,
      body,
      path: row.path,
      read: row.readAt !== null,
    };
  }
}

/** What a notice tells, without words yet; after `loadKeys`. */
export function noticeContent(cipher: Cipher, row: Notice) {
  const params = JSON.parse(cipher.open(row.paramsSealed, noticePlace(row.id))) as Record<string, string>;
  return { template: row.template as NoticeTemplate, params };
}
