// A volunteer's own agreements, on the phone: read in plain words and in full, signed, and left at any time.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { AgreementLanguage, AgreementMark } from '@tongxing/shared/rules';
import type { PersonActor } from '../platform/access/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Agreements } from './agreements.js';
import { AgreementsRepository, type AgreementView } from './agreements.repository.js';
import { Signing, type AgreementError } from './signing.js';

type Outcome = Promise<Result<AgreementView, AgreementError>>;

const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class OwnAgreements {
  constructor(
    private readonly repository: AgreementsRepository,
    private readonly agreements: Agreements,
    private readonly signing: Signing,
    private readonly work: UnitOfWork,
  ) {}

  /** With oneself as a volunteer, the newest first; never one about oneself as somebody who is helped (T14). */
  async list({ agencyId, personId }: PersonActor): Promise<AgreementView[]> {
    const all = await this.repository.ofPerson(agencyId, personId);
    return all.filter(({ kind }) => kind === 'VOLUNTEER');
  }

  async find(actor: PersonActor, id: string): Promise<AgreementView | undefined> {
    return (await this.list(actor)).find((one) => one.id === id);
  }

  sign(
    actor: PersonActor,
    id: string,
    said: { readonly language: AgreementLanguage; readonly textHash: string; readonly mark: AgreementMark },
  ): Outcome {
    const hand = { ...said, capacity: 'VOLUNTEER', way: 'ACCOUNT', signedBy: actor.personId } as const;
    return this.#own(actor, id, (agreement) => this.signing.sign(agreement, hand));
  }

  /** Leaves at any time, without a reason; an offer that is declined is the same. */
  leave(actor: PersonActor, id: string): Outcome {
    return this.#own(actor, id, (agreement) =>
      this.agreements.close(agreement, { by: actor.personId, reason: 'OWN_WISH' }),
    );
  }

  #own(actor: PersonActor, id: string, act: (own: AgreementView) => Promise<Result<true, AgreementError>>): Outcome {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async () => {
      const own = await this.repository.lock(agencyId, id);
      if (!own || own.personId !== personId || own.kind !== 'VOLUNTEER') return err(MISSING);
      const done = await act(own);
      if (!done.ok) return done;
      const again = await this.repository.find(agencyId, id);
      return again ? ok(again) : err(MISSING);
    });
  }
}
