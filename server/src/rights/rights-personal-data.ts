// What this module keeps of a person: what they asked, the answers, and copies that lie ready. An erasure is the answer to
// the request for one.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { JobUpkeep } from '../platform/outbox/index.js';
import { RightsFiles } from './rights-files.js';
import { RightsRequest } from './rights-request.entity.js';

@Injectable()
export class RightsPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly upkeep: JobUpkeep,
    private readonly files: RightsFiles,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'rights',
      sealed: [
        {
          table: 'rights_request',
          columns: { wordsSealed: 'rights_request.words', answerSealed: 'rights_request.answer' },
          subject: 't.personId',
          scope: 't.agencyId',
        },
        {
          table: 'breach',
          columns: { factsSealed: 'breach.facts' },
          subject: 't.agencyId',
          scope: 't.agencyId',
        },
      ],
      erase: (erased) => this.#erase(erased),
    });
    this.upkeep.also('rights', () => this.purge());
  }

  /** Copies that have lain ready long enough go; that they were given stays. Returns how many. */
  async purge(): Promise<number> {
    const agencies = await this.database.read<{ id: AgencyId }>('SELECT id FROM agency', []);
    let purged = 0;
    for (const { id: agencyId } of agencies) {
      const over = await this.files.over(agencyId);
      if (over.length === 0) continue;
      const actor = { kind: 'system' as const, agencyId, name: 'rights:purge' };
      await this.work.run(actor, () => this.files.remove(over));
      purged += over.length;
    }
    return purged;
  }

  async #erase({ agencyId, personId, at }: Erased): Promise<void> {
    const requests = this.database.repository(RightsRequest);
    const where = { agencyId, personId };
    const rows = await requests.find({ select: { id: true }, where });
    await this.files.remove(rows.map(({ id }) => id));
    await requests.update(where, { wordsSealed: null, answerSealed: null, readyUntil: null });
    const done = { state: 'GIVEN' as const, decidedAt: at, version: () => 'version + 1' };
    await requests.update({ ...where, rightKind: 'ERASE', state: 'RECEIVED' }, done);
    // Nothing is left that could be given.
    const nothing = { ...done, state: 'REFUSED' as const, ground: 'NOTHING_HELD' as const };
    await requests.update({ ...where, rightKind: In(['COPY', 'CORRECT', 'TRANSFER']), state: 'RECEIVED' }, nothing);
  }
}
