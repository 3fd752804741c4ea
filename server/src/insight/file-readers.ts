import { Injectable } from '@nestjs/common';
import { ChildCompanions, Children } from '../children/index.js';
import { Volunteers } from '../people/index.js';
import { allRows, rowsFor, type PersonActor } from '../platform/access/index.js';
import type { AuditEvent } from '../platform/audit-trail/index.js';
import { AuditReader, type Bounds } from './audit-reader.js';

export interface ReadRecord {
  readonly type: 'Child' | 'Volunteer';
  readonly id: string;
}

/** Who has seen a record: told to the director, the auditor, and the worker who stands beside the person. */
@Injectable()
export class FileReaders {
  constructor(
    private readonly reader: AuditReader,
    private readonly children: Children,
    private readonly volunteers: Volunteers,
    private readonly companions: ChildCompanions,
  ) {}

  /** Undefined where there is no such record, or none whose readers this person may know. */
  async of(
    actor: PersonActor,
    record: ReadRecord,
    bounds: Bounds,
  ): Promise<{ events: AuditEvent[]; total: number } | undefined> {
    if (!(await this.#mayAsk(actor, record))) return undefined;
    return this.reader.readersOf(actor.agencyId, record, bounds);
  }

  async #mayAsk(actor: PersonActor, record: ReadRecord): Promise<boolean> {
    if (!(await this.#exists(actor, record))) return false;
    if (actor.roles.some((role) => role === 'DIRECTOR' || role === 'AUDITOR')) return true;
    const { agencyId, personId } = actor;
    const own =
      record.type === 'Child'
        ? await this.companions.childIdsOfWorker(agencyId, personId)
        : await this.companions.volunteerIdsOfWorker(agencyId, personId);
    return own.has(record.id);
  }

  async #exists(actor: PersonActor, { type, id }: ReadRecord): Promise<boolean> {
    // An auditor reads no file, only who has: the whole agency's, without a row of it.
    const within = actor.roles.includes('AUDITOR') ? allRows(actor.agencyId) : rowsFor(actor, 'file.readers');
    const found = type === 'Child' ? await this.children.find(within, id) : await this.volunteers.find(within, id);
    return found !== undefined;
  }
}
