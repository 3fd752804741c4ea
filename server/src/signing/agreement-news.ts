// What happens to an agreement, told to whoever it concerns: published in the unit of work in which it happens.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { AgreementCapacity, AgreementKind } from '@tongxing/shared/rules';
import { Database } from '../platform/database/index.js';
import { Outbox, type AgreementAbout } from '../platform/outbox/index.js';

/** Which agreement, as a row or as a view. */
export interface NewsOf {
  readonly id: string;
  readonly agencyId: string;
  readonly kind: AgreementKind;
  readonly personId: string;
  readonly volunteerId?: string | null | undefined;
  readonly childId?: string | null | undefined;
  /** Absent where the release of a new version offered it. */
  readonly offeredBy?: string | null | undefined;
}

@Injectable()
export class AgreementNews {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** A volunteer is asked to sign; a family is with the worker who asks, or has its own link. */
  async offered({ id, kind, personId }: NewsOf, signBy?: LocalDate): Promise<void> {
    if (kind !== 'VOLUNTEER') return;
    await this.outbox.publish('AgreementOffered', { agreementId: id, personId: personId as PersonId, signBy });
  }

  /** One more hand is below it; `next` is whose comes now, undefined once it is in force. */
  async signed(one: NewsOf, by: string | null, next: AgreementCapacity | undefined): Promise<void> {
    const about = await this.#about(one);
    await this.outbox.publish('AgreementSigned', { about, by: by as PersonId | null, next });
  }

  /** It holds no longer, or never came to hold; `by` is null for a family by its link. */
  async ended(one: NewsOf, by: string | null, wasInForce: boolean): Promise<void> {
    await this.outbox.publish('AgreementEnded', {
      about: await this.#about(one),
      by: by as PersonId | null,
      wasInForce,
    });
  }

  async #about({ id, agencyId, kind, personId, volunteerId, childId, offeredBy }: NewsOf): Promise<AgreementAbout> {
    const volunteerPersonId = kind === 'VOLUNTEER' ? (personId as PersonId) : undefined;
    const officeId =
      kind === 'VOLUNTEER'
        ? await this.#office('volunteer', agencyId as AgencyId, volunteerId)
        : await this.#office('child', agencyId as AgencyId, childId);
    return {
      agreementId: id,
      volunteerPersonId,
      officeId,
      offeredBy: (offeredBy ?? undefined) as PersonId | undefined,
    };
  }

  async #office(table: 'volunteer' | 'child', agencyId: AgencyId, id: string | null | undefined) {
    const sql = `SELECT officeId AS officeId FROM ${table} WHERE agencyId = ? AND id = ?`;
    const [row] = await this.database.read<{ officeId: string | null }>(sql, [agencyId, id ?? '']);
    return row?.officeId ?? undefined;
  }
}
