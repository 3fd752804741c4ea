// The proof of a run in the database: compressed, sealed, cut into parts that every engine's text column takes.
import { gunzipSync, gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { CompanyYearRunPart, type YEAR_RUN_PARTS } from './company-year.entities.js';

type PartKind = (typeof YEAR_RUN_PARTS)[number];

/** MySQL's TEXT holds 65,535 bytes; sealed text is ASCII. */
const PART_LENGTH = 60_000;

@Injectable()
export class YearProofs {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work. */
  async write(agencyId: AgencyId, runId: string, kind: PartKind, text: string): Promise<void> {
    await this.cipher.ensureKeys(agencyId, [agencyId]);
    const sealed = this.cipher.sealFor(agencyId, gzipSync(text).toString('base64'), place(runId, kind));
    for (let part = 0; part * PART_LENGTH < sealed.length; part += 1) {
      const body = sealed.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
      const id: string = this.ids.next<never>();
      await this.database.repository(CompanyYearRunPart).insert({ id, runId, kind, part, body });
    }
  }

  async read(runId: string, kind: PartKind): Promise<string> {
    const where = { runId, kind };
    const parts = await this.database.repository(CompanyYearRunPart).find({ where, order: { part: 'ASC' } });
    const sealed = parts.map(({ body }) => body).join('');
    await this.cipher.loadKeys([sealed]);
    return gunzipSync(Buffer.from(this.cipher.open(sealed, place(runId, kind)), 'base64')).toString('utf8');
  }
}

const place = (runId: string, kind: PartKind) => `company_year_run.${kind}.${runId}`;
