import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not, type FindOptionsWhere } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import type { Place } from './purposes.js';
import { StoredFile, type KeptKind, type Purpose, type SubjectType } from './stored-file.entity.js';

/** A paper as lists show it; its bytes are fetched by themselves. */
export interface PaperView {
  readonly id: string;
  readonly name: string;
  readonly kind: KeptKind;
  readonly byteCount: number;
  readonly purpose: Purpose;
  readonly subjectId: string;
  readonly recordId?: string | undefined;
  readonly uploadedBy: string;
  readonly createdAt: string;
}
export interface NewPaper {
  readonly name: string;
  readonly kind: KeptKind;
  readonly byteCount: number;
  readonly digest: string;
}

export const bytesPlace = (id: string): string => `stored_file.bytes.${id}`;
const place = (column: 'name' | 'key', id: string) => `stored_file.${column}.${id}`;

/** Rows of papers; every one is asked for by its agency. */
@Injectable()
export class DocumentsRepository {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A row with a key and a place of its own, not yet written. Throws `KeyDestroyed` where its owner was erased. */
  async prepare(
    agencyId: AgencyId,
    { rules, subjectId, ownerId, recordId }: Place,
    paper: NewPaper,
    uploadedBy: PersonId,
  ) {
    const { name, ...facts } = paper;
    const id: string = this.ids.next<never>();
    const key = randomBytes(32);
    const createdAt = this.clock.nowIso();
    const owner = ownerId === 'AGENCY' ? null : ownerId;
    const holder = owner ?? agencyId;
    await this.cipher.ensureKeys(agencyId, [holder]);
    const row: StoredFile = {
      ...facts,
      ...{ id, agencyId, ownerId: owner, subjectId, uploadedBy, createdAt },
      subjectType: rules.subjectType,
      purpose: rules.purpose,
      recordId: recordId ?? null,
      blob: randomBytes(16).toString('hex'),
      nameSealed: this.cipher.sealFor(holder, name, place('name', id)),
      keySealed: this.cipher.sealFor(holder, key.toString('base64url'), place('key', id)),
      attachedAt: rules.proves && recordId === undefined ? null : createdAt,
      removedAt: null,
      removedBy: null,
    };
    return { row, key };
  }

  async insert(row: StoredFile): Promise<void> {
    await this.database.repository(StoredFile).insert(row);
  }

  find(agencyId: AgencyId, id: string): Promise<StoredFile | null> {
    return this.database.repository(StoredFile).findOneBy({ agencyId, id, removedAt: IsNull() });
  }

  /** Every paper that tells of this person as one of such subjects, taken away or not: for who has opened them. */
  async idsOf(agencyId: AgencyId, ownerId: PersonId, subjectType: SubjectType): Promise<string[]> {
    const where = { agencyId, ownerId, subjectType };
    const rows = await this.database.repository(StoredFile).find({ select: { id: true }, where });
    return rows.map(({ id }) => id);
  }

  /** The same file for the same thing, brought in before by the same person. */
  findSame(agencyId: AgencyId, place: Place, digest: string, uploadedBy: PersonId): Promise<StoredFile | null> {
    return this.database.repository(StoredFile).findOneBy({ ...besides(agencyId, place), uploadedBy, digest });
  }

  /** How many papers are where this one wants to be. */
  countBesides(agencyId: AgencyId, place: Place): Promise<number> {
    return this.database.repository(StoredFile).countBy(besides(agencyId, place));
  }

  /** Gives waiting papers of one person to a record; returns how many took it. */
  async attach(
    where: Pick<StoredFile, 'agencyId' | 'subjectId' | 'purpose' | 'uploadedBy'>,
    ids: readonly string[],
    recordId: string,
  ) {
    const change = { recordId, attachedAt: this.clock.nowIso() };
    const waiting = { ...where, id: In([...ids]), attachedAt: IsNull(), removedAt: IsNull() };
    return (await this.database.repository(StoredFile).update(waiting, change)).affected ?? 0;
  }

  /** Lets standing papers of one subject stand behind a record; those that prove another one already do not. */
  async tie(
    where: Pick<StoredFile, 'agencyId' | 'subjectId' | 'purpose'>,
    ids: readonly string[],
    recordId: string,
  ): Promise<number> {
    const free = { ...where, id: In([...ids]), recordId: IsNull(), attachedAt: Not(IsNull()), removedAt: IsNull() };
    return (await this.database.repository(StoredFile).update(free, { recordId })).affected ?? 0;
  }

  /** Papers that stand behind these records, the oldest first. */
  ofRecords(agencyId: AgencyId, recordIds: readonly string[]): Promise<PaperView[]> {
    return this.#standing({ agencyId, recordId: In([...recordIds]) });
  }

  /** Papers about these subjects that prove no record, the oldest first. */
  ofSubjects(agencyId: AgencyId, subjectIds: readonly string[], purposes: readonly Purpose[]): Promise<PaperView[]> {
    return this.#standing({ agencyId, subjectId: In([...subjectIds]), purpose: In([...purposes]) });
  }

  async remove(row: Pick<StoredFile, 'id' | 'agencyId'>, removedBy: string | null): Promise<boolean> {
    const standing = { id: row.id, agencyId: row.agencyId, removedAt: IsNull() };
    const change = { removedAt: this.clock.nowIso(), removedBy };
    return (await this.database.repository(StoredFile).update(standing, change)).affected === 1;
  }

  /** Papers of any agency that have waited since before this instant; the platform's own upkeep. */
  waitingSince(instant: string, limit: number): Promise<StoredFile[]> {
    const where = { attachedAt: IsNull(), removedAt: IsNull(), createdAt: LessThan(instant) };
    return this.database.repository(StoredFile).find({ where, order: { createdAt: 'ASC' }, take: limit });
  }

  /** Those of these names in the file store that a standing paper has. */
  async inUse(blobs: readonly string[]): Promise<ReadonlySet<string>> {
    const where = { blob: In([...blobs]), removedAt: IsNull() };
    const rows = await this.database.repository(StoredFile).find({ select: { id: true, blob: true }, where });
    return new Set(rows.map(({ blob }) => blob));
  }

  /** What the row is called and opened with; undefined where its owner was erased. */
  async open(row: StoredFile): Promise<{ name: string; key: Buffer } | undefined> {
    await this.cipher.loadKeys([row.keySealed]);
    if (this.cipher.isErased(row.keySealed)) return undefined;
    const name = this.cipher.open(row.nameSealed, place('name', row.id));
    return { name, key: Buffer.from(this.cipher.open(row.keySealed, place('key', row.id)), 'base64url') };
  }

  async #standing(where: object): Promise<PaperView[]> {
    const standing = { ...where, attachedAt: Not(IsNull()), removedAt: IsNull() };
    const rows = await this.database
      .repository(StoredFile)
      .find({ where: standing, order: { createdAt: 'ASC', id: 'ASC' } });
    await this.cipher.loadKeys(rows.map(({ nameSealed }) => nameSealed));
    return rows.filter(({ nameSealed }) => !this.cipher.isErased(nameSealed)).map((row) => this.#view(row));
  }

  #view(row: StoredFile): PaperView {
    const { id, kind, byteCount, purpose, subjectId, recordId, uploadedBy, createdAt } = row;
    const name = this.cipher.open(row.nameSealed, place('name', id));
    return { id, name, kind, byteCount, purpose, subjectId, recordId: recordId ?? undefined, uploadedBy, createdAt };
  }
}

/** Papers of the record that stands; those that wait for one; or all, where papers prove no record. */
function besides(agencyId: AgencyId, { rules, subjectId, recordId }: Place): FindOptionsWhere<StoredFile> {
  const where = { agencyId, subjectId, purpose: rules.purpose, removedAt: IsNull() };
  if (recordId !== undefined) return { ...where, recordId };
  return rules.proves ? { ...where, attachedAt: IsNull() } : where;
}
