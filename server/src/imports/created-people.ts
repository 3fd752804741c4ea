// People of a batch who stand in no list that bears its id: colleagues, and the adults of households.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { ImportChange } from './import-batch.entity.js';

interface BatchRef {
  readonly agencyId: AgencyId;
  readonly batchId: string;
}
const ROWS_A_STATEMENT = 200;
/** What stood before somebody was there. `after` tells how many roles the batch gave them. */
const NOTHING = 'null';

@Injectable()
export class CreatedPeople {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work, right after they were added: their keys are in memory. */
  async remember(
    { agencyId, batchId }: BatchRef,
    people: readonly { readonly personId: PersonId; readonly roles: number }[],
  ): Promise<void> {
    const recordedAt = this.clock.nowIso();
    const rows = people.map(({ personId, roles }) => {
      const id = this.ids.next();
      const seal = (part: string, text: string) => this.cipher.sealFor(personId, text, `import_change.${part}.${id}`);
      return {
        ...{ id, agencyId, batchId, personId, subject: 'PERSON' as const, rowId: personId, recordedAt },
        ...{ beforeSealed: seal('before', NOTHING), afterSealed: seal('after', JSON.stringify({ roles })) },
      };
    });
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      await this.database.repository(ImportChange).insert(rows.slice(from, from + ROWS_A_STATEMENT));
    }
  }
}
