// What is written down of a stop is about the person who was stopped, and stands against erasing them while it holds.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { PersonalData, type Erased } from '../../platform/keys/index.js';
import { WorkStop } from './work-stop.entity.js';

@Injectable()
export class StopsPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const columns = { wordsSealed: 'work_stop.words', liftWordsSealed: 'work_stop.liftWords' };
    this.data.add({
      module: 'work-stops',
      sealed: [{ table: 'work_stop', columns, subject: 't.personId', scope: 't.agencyId' }],
      holds: async (agencyId, openPersonId) =>
        (await this.database.repository(WorkStop).existsBy({ agencyId, openPersonId })) ? ['SAFETY_STOP'] : [],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    const nothing = { wordsSealed: null, liftWordsSealed: null };
    await this.database.repository(WorkStop).update({ agencyId, personId }, nothing);
  }
}
