// A guardian's hand at the desk: on the worker's device, by word before a witness, or on a paper that the agency keeps.
import { Injectable } from '@nestjs/common';
import { err, type LocalDate, type Result } from '@tongxing/shared/kernel';
import type { AgreementLanguage, AgreementMark } from '@tongxing/shared/rules';
import type { PersonActor } from '../platform/access/index.js';
import { AgreementScans } from './agreement-scans.js';
import { Agreements, type NamedAgreement } from './agreements.js';
import { FamilyAgreements } from './family-agreements.js';
import { Signing, type AgreementError } from './signing.js';

export interface DeskHand {
  readonly version: number;
  readonly language: AgreementLanguage;
  readonly textHash: string;
  readonly mark: AgreementMark;
  /** The day on a paper. */
  readonly signedOn: LocalDate | undefined;
}

@Injectable()
export class SignedAtDesk {
  constructor(
    private readonly agreements: Agreements,
    private readonly families: FamilyAgreements,
    private readonly signing: Signing,
    private readonly scans: AgreementScans,
  ) {}

  /** Writes down a guardian's hand; a paper only with its scan, for whoever looks at it next; never one of a guardian whose word is not taken now. */
  sign(
    actor: PersonActor,
    id: string,
    { version, mark, ...said }: DeskHand,
  ): Promise<Result<NamedAgreement, AgreementError>> {
    return this.agreements.locked(actor, id, version, async ({ agreement }) => {
      const { agencyId, childId, personId } = agreement;
      if (personId === actor.personId) return invalid('id', 'OWN_AGREEMENT');
      if (childId !== undefined && (await this.families.isBarred(agencyId, childId, mark.name))) {
        return invalid('name', 'BARRED');
      }
      const onPaper = mark.method === 'PAPER';
      if (onPaper && (await this.scans.of(agencyId, [id])).length === 0) return invalid('papers', 'REQUIRED');
      const hand = { ...said, mark, capacity: 'GUARDIAN', way: 'DEVICE', signedBy: actor.personId } as const;
      const done = await this.signing.sign(agreement, hand);
      if (done.ok && onPaper) await this.scans.prove(agencyId, id);
      return done;
    });
  }
}

const invalid = (field: string, code: string): Result<never, AgreementError> =>
  err({ code: 'INVALID_INPUT', fields: [{ field, code }] });
