import { Injectable } from '@nestjs/common';
import type { PersonId } from '@tongxing/shared/kernel';
import { ChildCompanions, Children } from '../children/index.js';
import { Documents } from '../documents/index.js';
import { Volunteers } from '../people/index.js';
import { allRows, rowsFor, type PersonActor } from '../platform/access/index.js';
import type { AuditEvent } from '../platform/audit-trail/index.js';
import { AuditReader, type Bounds } from './audit-reader.js';

export interface ReadRecord {
  readonly type: 'Child' | 'Volunteer';
  readonly id: string;
}

/** Who has seen a record, and opened papers of it: told to the director, the auditor, and the worker who stands beside the person. */
@Injectable()
export class FileReaders {
  constructor(
    private readonly reader: AuditReader,
    private readonly children: Children,
    private readonly volunteers: Volunteers,
    private readonly companions: ChildCompanions,
    private readonly documents: Documents,
  ) {}

  /** Undefined where there is no such record, or none whose readers this person may know. */
  async of(
    actor: PersonActor,
    record: ReadRecord,
    bounds: Bounds,
  ): Promise<{ events: AuditEvent[]; total: number } | undefined> {
    const about = await this.#personOf(actor, record);
    if (about === undefined || !(await this.#mayAsk(actor, record))) return undefined;
    // Of a child the papers of its families' words, of a volunteer those of the card: one person may be both (T14).
    const subjectType = record.type === 'Child' ? 'Companionship' : 'Volunteer';
    const papers = await this.documents.idsOf(actor.agencyId, about, subjectType);
    return this.reader.readersOf(actor.agencyId, { ...record, papers }, bounds);
  }

  async #mayAsk(actor: PersonActor, record: ReadRecord): Promise<boolean> {
    if (actor.roles.some((role) => role === 'DIRECTOR' || role === 'AUDITOR')) return true;
    const { agencyId, personId } = actor;
    const own =
      record.type === 'Child'
        ? await this.companions.childIdsOfWorker(agencyId, personId)
        : await this.companions.volunteerIdsOfWorker(agencyId, personId);
    return own.has(record.id);
  }

  async #personOf(actor: PersonActor, { type, id }: ReadRecord): Promise<PersonId | undefined> {
    // An auditor reads no file, only who has: the whole agency's, without a row of it.
    const within = actor.roles.includes('AUDITOR') ? allRows(actor.agencyId) : rowsFor(actor, 'file.readers');
    const found = type === 'Child' ? await this.children.find(within, id) : await this.volunteers.find(within, id);
    return found?.person.id;
  }
}
