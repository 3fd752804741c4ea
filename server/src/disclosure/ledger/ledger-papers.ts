// Papers of the ledger: a thumbprint, or a form that was signed by hand, photographed before the statement is written.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChildrenRepository } from '../../children/index.js';
import { Documents, Purposes } from '../../documents/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { MOST_PAGES } from './domain/sitting.js';

const PURPOSE = 'LEDGER_PAPER';
const MOST_WAITING = 6;

@Injectable()
export class LedgerPapers implements OnModuleInit {
  constructor(
    private readonly purposes: Purposes,
    private readonly documents: Documents,
    private readonly children: ChildrenRepository,
  ) {}

  onModuleInit(): void {
    this.purposes.add({
      purpose: PURPOSE,
      subjectType: 'Child',
      read: 'consent.read',
      write: 'consent.record',
      // A statement is whole when it is written: no paper comes later.
      proves: { recordType: 'ConsentStatement', most: MOST_PAGES, standing: () => Promise.resolve(undefined) },
      most: MOST_WAITING,
      ownerOf: async (rows, id) => {
        const person = (await this.children.byIds(rows, [id])).get(id)?.person;
        return person?.erased ? undefined : person?.id;
      },
    });
  }

  /** Inside the unit of work that writes the statement: all of them stand from now on, or none. */
  attach(actor: PersonActor, childId: string, paperIds: readonly string[], statementId: string): Promise<boolean> {
    return this.documents.attach(actor, PURPOSE, childId, paperIds, statementId);
  }
}
