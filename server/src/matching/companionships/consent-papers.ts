// The paper behind a family's word: photographed while the worker writes it down, read by the case team and nobody else.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../children/index.js';
import { Consents } from '../../disclosure/index.js';
import { Documents, Purposes } from '../../documents/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import type { FieldProblem } from '../../platform/graphql/index.js';
import { CompanionshipsRepository, type CompanionshipView } from './companionships.repository.js';

const PURPOSE = 'CONSENT_PAPER';
/** Pages of one consent; and what may wait for it, where some were taken twice. */
export const MOST_PAGES = 3;
const MOST_WAITING = 6;

@Injectable()
export class ConsentPapers implements OnModuleInit {
  constructor(
    private readonly purposes: Purposes,
    private readonly documents: Documents,
    private readonly pairs: CompanionshipsRepository,
    private readonly children: ChildrenRepository,
    private readonly consents: Consents,
  ) {}

  onModuleInit(): void {
    this.purposes.add({
      purpose: PURPOSE,
      subjectType: 'Companionship',
      read: 'consent.read',
      write: 'consent.record',
      proves: { recordType: 'Consent', most: MOST_PAGES, standing: (...of) => this.#standing(...of) },
      most: MOST_WAITING,
      ownerOf: async (rows, id) => {
        const pair = await this.pairs.find(rows, id);
        return pair && this.children.personOf(pair.agencyId, pair.childId);
      },
    });
  }

  async #standing(agencyId: AgencyId, pairId: string): Promise<string | undefined> {
    const consent = (await this.consents.latest(agencyId, [pairId])).get(pairId);
    return consent?.withdrawnOn === undefined ? consent?.id : undefined;
  }

  /** Inside the unit of work that writes the consent; what is wrong with the papers, and nothing where they stand now. */
  async attach(
    actor: PersonActor,
    pair: CompanionshipView,
    paperIds: readonly string[],
    consentId: string,
  ): Promise<FieldProblem[]> {
    const all = await this.documents.attach(actor, PURPOSE, pair.id, paperIds, consentId);
    return all ? [] : [{ field: 'paperIds', code: 'NOT_FOUND' }];
  }
}

export const paperProblems = (paperIds: readonly string[]): FieldProblem[] =>
  paperIds.length > MOST_PAGES ? [{ field: 'paperIds', code: 'TOO_MANY' }] : [];
