import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail, SensitiveReads } from '../platform/audit-trail/index.js';
import { Cipher, KeyDestroyed } from '../platform/crypto/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import {
  cleanImage,
  FileStore,
  openChunks,
  pdfProblem,
  sealChunks,
  type FileKind,
  type ImageProblem,
  type PdfProblem,
} from '../platform/files/index.js';
import { bytesPlace, DocumentsRepository } from './documents.repository.js';
import { Purposes, type Place } from './purposes.js';
import type { KeptKind, Purpose, StoredFile, SubjectType } from './stored-file.entity.js';

export interface Brought {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: Buffer;
}
export type NotFound = { readonly code: 'NOT_FOUND' };
export type BringError =
  NotFound | ImageProblem | PdfProblem | { readonly code: 'TOO_MANY_FILES'; readonly limit: number };
export type RemoveError = NotFound | { readonly code: 'PAPER_STANDS' };

export interface Kept {
  readonly id: string;
  readonly name: string;
  readonly kind: KeptKind;
  readonly byteCount: number;
}
export interface OpenedPaper extends Kept {
  /** Rejects at the first byte that is not genuine. */
  readonly bytes: AsyncIterable<Buffer>;
}

/** Papers: photographed or scanned, cleaned, sealed, and read by whoever may read what they belong to. */
@Injectable()
export class Documents {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly store: FileStore,
    private readonly purposes: Purposes,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly reads: SensitiveReads,
    private readonly cipher: Cipher,
  ) {}

  /** Takes a file in. The same one sent again, after an answer that got lost, is the one that is there. */
  async bring(actor: PersonActor, place: Place, brought: Brought): Promise<Result<Kept, BringError>> {
    const digest = this.cipher.blindIndex(
      'stored_file.digest',
      createHash('sha256').update(brought.bytes).digest('hex'),
    );
    const same = await this.repository.findSame(actor.agencyId, place, digest, actor.personId);
    if (same) return ok(kept(same, brought.name));
    const clean = await cleaned(brought);
    if (!clean.ok) return clean;
    const kind = brought.kind === 'PDF' ? 'PDF' : 'IMAGE';
    const paper = { name: nameFor(brought), kind, byteCount: clean.value.length, digest } as const;
    try {
      return await this.#keep(actor, place, paper, clean.value);
    } catch (error) {
      // Erased between the question and the answer.
      if (error instanceof KeyDestroyed) return err({ code: 'NOT_FOUND' });
      throw error;
    }
  }

  /** Inside the unit of work that writes the record: all of these papers are its evidence from now on, or none is. */
  async attach(actor: PersonActor, purpose: Purpose, subjectId: string, ids: readonly string[], recordId: string) {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return true;
    const mine = { agencyId: actor.agencyId, subjectId, purpose, uploadedBy: actor.personId };
    return (await this.repository.attach(mine, wanted, recordId)) === wanted.length;
  }

  /** Inside the unit of work that writes the record: standing papers become its evidence, all of them or none. */
  async tie(
    where: { agencyId: AgencyId; subjectId: string; purpose: Purpose },
    ids: readonly string[],
    recordId: string,
  ) {
    const wanted = [...new Set(ids)];
    return (await this.repository.tie(where, wanted, recordId)) === wanted.length;
  }

  /** Opens a paper for whoever may read what it belongs to; that it was opened is committed before a byte is given out. */
  async open(actor: PersonActor, id: string): Promise<Result<OpenedPaper, NotFound>> {
    const row = await this.repository.find(actor.agencyId, id);
    if (!row || !(await this.#placeOf(actor, row, 'read'))) return err({ code: 'NOT_FOUND' });
    const opened = await this.repository.open(row);
    if (!opened) return err({ code: 'NOT_FOUND' });
    const sealed = await this.store.read(row.blob);
    if (!sealed) throw new Error(`the file store has no bytes of stored file ${row.id}: restore it from a backup`);
    await this.reads.record(actor, [entry('paper.opened', row)]);
    return ok({ ...kept(row, opened.name), bytes: openChunks(opened.key, sealed, bytesPlace(row.id)) });
  }

  /** Takes a paper away: one that still waits, or one that proves nothing by itself. */
  async remove(actor: PersonActor, id: string): Promise<Result<true, RemoveError>> {
    const removed = await this.work.run(actor, async () => {
      const row = await this.repository.find(actor.agencyId, id);
      const place = row && (await this.#placeOf(actor, row, 'write'));
      if (!row || !place) return err({ code: 'NOT_FOUND' as const });
      if (row.recordId !== null || (place.rules.proves && row.attachedAt !== null))
        return err({ code: 'PAPER_STANDS' as const });
      if (!(await this.repository.remove(row, actor.personId))) return err({ code: 'NOT_FOUND' as const });
      this.trail.record(entry('paper.removed', row));
      return ok(row.blob);
    });
    if (!removed.ok) return removed;
    await this.store.remove(removed.value);
    return ok(true);
  }

  idsOf(agencyId: AgencyId, ownerId: PersonId, subjectType: SubjectType) {
    return this.repository.idsOf(agencyId, ownerId, subjectType);
  }

  ofRecords(agencyId: AgencyId, recordIds: readonly string[]) {
    return this.repository.ofRecords(agencyId, recordIds);
  }

  ofSubjects(agencyId: AgencyId, subjectIds: readonly string[], purposes: readonly Purpose[]) {
    return this.repository.ofSubjects(agencyId, subjectIds, purposes);
  }

  /** The bytes first: a row never stands without them, and bytes without a row are swept. */
  async #keep(
    actor: PersonActor,
    place: Place,
    paper: Parameters<DocumentsRepository['prepare']>[2],
    bytes: Buffer,
  ): Promise<Result<Kept, BringError>> {
    const { row, key } = await this.repository.prepare(actor.agencyId, place, paper, actor.personId);
    await this.store.write(row.blob, sealChunks(key, bytes, bytesPlace(row.id)));
    let stands = false;
    try {
      const written = await this.work.run(actor, () => this.#write(actor, place, row));
      stands = written.ok;
      return written.ok ? ok(kept(row, paper.name)) : written;
    } finally {
      if (!stands) await this.store.remove(row.blob);
    }
  }

  /** Asked again where it is written: the subject may have gone out of reach while the file was on its way. */
  async #write(actor: PersonActor, asked: Place, row: StoredFile): Promise<Result<true, BringError>> {
    const { rules, subjectId, recordId } = asked;
    const place =
      recordId === undefined
        ? await this.purposes.place(actor, 'write', rules, subjectId)
        : await this.purposes.latePlace(actor, rules, subjectId, recordId);
    if (!place) return err({ code: 'NOT_FOUND' });
    const limit = recordId === undefined ? rules.most : (rules.proves?.most ?? rules.most);
    if ((await this.repository.countBesides(actor.agencyId, place)) >= limit) {
      return err({ code: 'TOO_MANY_FILES', limit });
    }
    await this.repository.insert(row);
    this.trail.record(entry('paper.added', row));
    return ok(true);
  }

  /** A paper that still waits is only for whoever brought it in. */
  async #placeOf(actor: PersonActor, row: StoredFile, to: 'read' | 'write'): Promise<Place | undefined> {
    const rules = this.purposes.get(row.purpose);
    const waits = row.attachedAt === null;
    if (!rules || (waits && row.uploadedBy !== actor.personId)) return undefined;
    if (!waits && to === 'read') return this.purposes.readPlace(actor, rules, row);
    return this.purposes.place(actor, 'write', rules, row.subjectId);
  }
}

function cleaned({ kind, bytes }: Brought): Promise<Result<Buffer, BringError>> {
  if (kind !== 'PDF') return cleanImage(bytes, kind);
  return pdfProblem(bytes).then((problem) => (problem ? err(problem) : ok(bytes)));
}

/** Its name ends as what it has become. */
function nameFor({ name, kind }: Brought): string {
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '');
  return `${stem}${kind === 'PDF' ? '.pdf' : '.jpg'}`;
}

const kept = ({ id, kind, byteCount }: StoredFile, name: string): Kept => ({ id, name, kind, byteCount });

const entry = (action: string, { id, purpose, subjectType, subjectId }: StoredFile) => ({
  action,
  subjectType: 'StoredFile',
  subjectId: id,
  facts: { purpose, [SUBJECT_IN_AUDIT[subjectType]]: subjectId },
});

const SUBJECT_IN_AUDIT = {
  Volunteer: 'volunteer',
  Companionship: 'companionship',
  Person: 'person',
  Child: 'child',
  Agreement: 'agreement',
  TeamPack: 'pack',
} as const;
