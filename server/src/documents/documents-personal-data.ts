// What this module keeps of a person: the papers that tell of them. With their data key gone, the bytes are mute in every
// backup; here they go as well.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { ERASED } from '../platform/crypto/index.js';
import { currentUnit, Database } from '../platform/database/index.js';
import { FileStore } from '../platform/files/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { StoredFile } from './stored-file.entity.js';

@Injectable()
export class DocumentsPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: FileStore,
  ) {}

  onModuleInit(): void {
    const columns = { nameSealed: 'stored_file.name', keySealed: 'stored_file.key' };
    this.data.add({
      module: 'documents',
      sealed: [{ table: 'stored_file', columns, subject: 'COALESCE(t.ownerId, t.agencyId)', scope: 't.agencyId' }],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    const files = this.database.repository(StoredFile);
    const where = { agencyId, ownerId: personId };
    const rows = await files.find({ select: { id: true, blob: true, removedAt: true }, where });
    if (rows.length === 0) return;
    await files.update(where, { nameSealed: ERASED, keySealed: ERASED, digest: '' });
    for (const { id, removedAt } of rows) {
      if (removedAt === null) await files.update({ id }, { removedAt: this.clock.nowIso() });
    }
    // What cannot be removed at once is without a standing row, and swept within the hour.
    currentUnit()?.afterCommit.push(() => {
      for (const { blob } of rows) this.store.remove(blob).catch(() => undefined);
    });
  }
}
