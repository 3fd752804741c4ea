// Copies that lie ready: compressed, sealed with the key of the person, in parts that every engine's text column takes.
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import type { PersonalCopy } from './domain/copy.js';
import { RightsFile, RightsRequest } from './rights-request.entity.js';

/** MySQL's TEXT holds 65,535 bytes; sealed text is ASCII (ADR 0010). */
const PART_LENGTH = 60_000;
const pack = promisify(gzip);
const unpack = promisify(gunzip);

@Injectable()
export class RightsFiles {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work. */
  async write(agencyId: AgencyId, personId: PersonId, requestId: string, copy: PersonalCopy): Promise<void> {
    await this.cipher.ensureKeys(agencyId, [personId]);
    const packed = (await pack(JSON.stringify(copy))).toString('base64');
    const sealed = this.cipher.sealFor(personId, packed, placeOf(requestId));
    for (let part = 0; part * PART_LENGTH < sealed.length; part++) {
      const body = sealed.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
      await this.#files().insert({ id: this.ids.next(), rightsRequestId: requestId, part, body });
    }
  }

  /** Undefined where it was never made, is over, or belongs to somebody who was erased. */
  async read(requestId: string): Promise<PersonalCopy | undefined> {
    const parts = await this.#files().find({ where: { rightsRequestId: requestId }, order: { part: 'ASC' } });
    if (parts.length === 0) return undefined;
    const sealed = parts.map(({ body }) => body).join('');
    await this.cipher.loadKeys([sealed]);
    if (this.cipher.isErased(sealed)) return undefined;
    const packed = Buffer.from(this.cipher.open(sealed, placeOf(requestId)), 'base64');
    return JSON.parse((await unpack(packed)).toString('utf8')) as PersonalCopy;
  }

  /** Inside a unit of work. */
  async remove(requestIds: readonly string[]): Promise<void> {
    if (requestIds.length > 0) await this.#files().delete({ rightsRequestId: In([...requestIds]) });
  }

  /** Requests of an agency whose copy has lain there long enough. */
  async over(agencyId: AgencyId): Promise<string[]> {
    const where = { agencyId, readyUntil: LessThan(this.clock.nowIso()) };
    const rows = await this.database.repository(RightsRequest).find({ select: { id: true }, where });
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    const kept = await this.#files().find({ select: { rightsRequestId: true }, where: { rightsRequestId: In(ids) } });
    return [...new Set(kept.map(({ rightsRequestId }) => rightsRequestId))];
  }

  #files() {
    return this.database.repository(RightsFile);
  }
}

const placeOf = (requestId: string): string => `rights_file.${requestId}`;
