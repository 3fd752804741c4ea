// What this module keeps of a person: that a donor stood beside a child. It ends where either of the two is erased.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';

const THEIRS = `agencyId = ? AND (donorPersonId = ? OR childId IN
  (SELECT id FROM child WHERE child.agencyId = ? AND child.personId = ?))`;

@Injectable()
export class GivingPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.data.add({ module: 'giving', erase: (erased) => this.#erase(erased) });
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    const sql = `UPDATE sponsorship SET state = 'ENDED', endsOn = ?, endReason = 'WITHDRAWN', openPair = NULL,
      version = version + 1 WHERE state <> 'ENDED' AND ${THEIRS}`;
    const today = this.clock.nowIso().slice(0, 10);
    await this.database.manager.query(sql, [today, agencyId, personId, agencyId, personId]);
  }
}
