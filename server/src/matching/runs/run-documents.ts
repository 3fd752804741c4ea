// The proof of a run in the database: compressed, sealed, cut into parts that every engine's text column takes.
import { gunzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { inItsTurn } from './in-its-turn.js';
import { MatchRunDocument, type DOCUMENT_KINDS } from './match-run.entity.js';

type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** MySQL's TEXT holds 65,535 bytes; sealed text is ASCII. */
const PART_LENGTH = 60_000;

@Injectable()
export class RunDocuments {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly ids: Ids,
  ) {}

  /** `packed` as `pack` makes it; part by part, with everybody else's writes in between, while it is wanted. */
  async write(
    work: UnitOfWork,
    actor: Actor,
    runId: string,
    kind: DocumentKind,
    packed: string,
    isWanted: () => boolean,
  ): Promise<void> {
    await work.run(actor, () => this.cipher.ensureKeys(actor.agencyId, [actor.agencyId]));
    const sealed = this.cipher.sealFor(actor.agencyId, packed, place(runId, kind));
    const rows = Array.from({ length: Math.ceil(sealed.length / PART_LENGTH) }, (_, part) => ({
      id: this.ids.next<never>(),
      runId,
      kind,
      part,
      body: sealed.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH),
    }));
    for (const row of rows) {
      if (!isWanted()) return;
      await inItsTurn(() =>
        work.run(actor, async () => {
          await this.database.repository(MatchRunDocument).insert(row);
        }),
      );
    }
  }

  /** Inside a unit of work. */
  async remove(runId: string): Promise<void> {
    await this.database.repository(MatchRunDocument).delete({ runId });
  }

  async read(runId: string, kind: DocumentKind): Promise<string> {
    return gunzipSync(Buffer.from(await this.readPacked(runId, kind), 'base64')).toString('utf8');
  }

  async readPacked(runId: string, kind: DocumentKind): Promise<string> {
    const parts = await this.database
      .repository(MatchRunDocument)
      .find({ where: { runId, kind }, order: { part: 'ASC' } });
    const sealed = parts.map((part) => part.body).join('');
    await this.cipher.loadKeys([sealed]);
    return this.cipher.open(sealed, place(runId, kind));
  }
}

const place = (runId: string, kind: DocumentKind) => `match_run.${kind}.${runId}`;
