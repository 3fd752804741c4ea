// What this module keeps of a child: the words of the cards about them. They go with the child.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { ERASED } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { ProgressCard } from './progress-card.entity.js';

@Injectable()
export class ProgressPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'progress',
      sealed: [
        {
          table: 'progress_card',
          columns: {
            titleSealed: 'progress_card.title',
            textSealed: 'progress_card.text',
            noteSealed: 'progress_card.note',
            freezeReasonSealed: 'progress_card.freezeReason',
          },
          subject: '(SELECT personId FROM child WHERE child.id = t.childId)',
          scope: 't.agencyId',
        },
      ],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase({ agencyId, personId, at }: Erased): Promise<void> {
    const sql = 'SELECT id FROM child WHERE agencyId = ? AND personId = ?';
    const children: { id: string }[] = await this.database.manager.query(sql, [agencyId, personId]);
    const ofChild = { agencyId, childId: In(children.map(({ id }) => id)) };
    const nothing = { titleSealed: ERASED, textSealed: ERASED, noteSealed: null, freezeReasonSealed: null };
    await this.database
      .repository(ProgressCard)
      .update(ofChild, { ...nothing, state: 'WITHDRAWN', withdrawnAt: at, frozenAt: null, frozenBy: null });
  }
}
