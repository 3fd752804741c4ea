// The proof of a run in the database: compressed, sealed, cut into parts that every engine's text column takes.
import { gunzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
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

  /** Inside a unit of work; `packed` as `pack` makes it. */
  async write(agencyId: string, runId: string, kind: DocumentKind, packed: string): Promise<void> {
    await this.cipher.ensureKeys(agencyId, [agencyId]);
    const sealed = this.cipher.sealFor(agencyId, packed, place(runId, kind));
    for (let part = 0; part * PART_LENGTH < sealed.length; part++) {
      const body = sealed.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
      await this.database.repository(MatchRunDocument).insert({ id: this.ids.next(), runId, kind, part, body });
    }
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
