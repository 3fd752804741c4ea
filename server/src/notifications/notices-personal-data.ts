// What this module keeps of a person: what they were told in the app, messages kept by the catcher, messages not yet sent.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Like, Not } from 'typeorm';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { Job } from '../platform/outbox/index.js';
import { Notice, SentMessage } from './notification.entities.js';
import { MessagePreference } from './preferences/preference.entity.js';

@Injectable()
export class NoticesPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'notifications',
      sealed: [
        { table: 'notice', columns: { paramsSealed: 'notice.params' }, subject: 't.personId', scope: 't.agencyId' },
      ],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    await this.database.repository(Notice).delete({ agencyId, personId });
    await this.database.repository(MessagePreference).delete({ agencyId, personId });
    // Whose they are stands in the sealed text itself.
    const theirs = Like(`v2.${personId}.%`);
    await this.database.repository(SentMessage).delete({ bodySealed: theirs });
    const jobs = this.database.repository(Job);
    const gone = { payloadSealed: null, lastError: 'SUBJECT_ERASED' };
    const finishedAt = this.clock.nowIso();
    await jobs.update({ payloadSealed: theirs, state: 'READY' }, { ...gone, state: 'DEAD', finishedAt });
    await jobs.update({ payloadSealed: theirs, state: In(['DEAD', 'DONE']), finishedAt: Not(IsNull()) }, gone);
  }
}
