// The paper on which a guardian signed, photographed or scanned: without one a paper counts for nothing, and once it proves
// a signature it stays.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import { Documents, Purposes, type PaperView } from '../documents/index.js';
import { VolunteersRepository } from '../people/index.js';
import type { Rows } from '../platform/access/index.js';
import { AgreementsRepository } from './agreements.repository.js';

const PURPOSE = 'AGREEMENT_PAPER';
/** Pages of one agreement. */
const MOST = 6;

@Injectable()
export class AgreementScans implements OnModuleInit {
  constructor(
    private readonly purposes: Purposes,
    private readonly documents: Documents,
    private readonly repository: AgreementsRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
  ) {}

  onModuleInit(): void {
    this.purposes.add({
      purpose: PURPOSE,
      subjectType: 'Agreement',
      read: 'agreement.read',
      write: 'agreement.offer',
      most: MOST,
      ownerOf: (rows, id) => this.#ownerOf(rows, id),
    });
  }

  /** Of these agreements, the oldest first. */
  of(agencyId: AgencyId, agreementIds: readonly string[]): Promise<PaperView[]> {
    return this.documents.ofSubjects(agencyId, agreementIds, [PURPOSE]);
  }

  /** Inside the unit of work that writes the hand: they prove it from now on, and are not taken away any more. */
  async prove(agencyId: AgencyId, agreementId: string): Promise<void> {
    const waiting = (await this.of(agencyId, [agreementId])).filter(({ recordId }) => recordId === undefined);
    const where = { agencyId, subjectId: agreementId, purpose: PURPOSE } as const;
    await this.documents.tie(
      where,
      waiting.map(({ id }) => id),
      agreementId,
    );
  }

  /** Whoever reads the volunteer or the child reads the paper. */
  async #ownerOf(rows: Rows, id: string): Promise<PersonId | undefined> {
    const agreement = await this.repository.find(rows.agencyId, id);
    if (!agreement) return undefined;
    const { volunteerId, childId } = agreement;
    const volunteer = volunteerId && (await this.volunteers.byIds(rows, [volunteerId])).get(volunteerId);
    const child = childId && (await this.children.byIds(rows, [childId])).get(childId);
    const person = (volunteer || child || undefined)?.person;
    return person?.erased ? undefined : person?.id;
  }
}
