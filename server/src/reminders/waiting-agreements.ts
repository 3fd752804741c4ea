// Which volunteers have been asked for the next signature, and how far it has come: they are reminded of that one.
import { Injectable } from '@nestjs/common';
import { localDateIn, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import type { ReminderKind } from '@tongxing/shared/rules';
import { Agencies } from '../people/index.js';
import { Database } from '../platform/database/index.js';

export interface WaitingAgreement {
  /** Their own hand is awaited, or they have signed and others are awaited. */
  readonly kind: Extract<ReminderKind, 'AGREEMENT_VERSION' | 'AGREEMENT_AWAITED'>;
  /** When they heard of it last: they were asked, or they signed. */
  readonly since: LocalDate;
}
interface Row {
  readonly personId: string;
  readonly offeredAt: string;
  readonly signedAt: string | null;
}

@Injectable()
export class WaitingAgreements {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
  ) {}

  /** By person id. Read without the module of signing, whose agreements come to be facts like any other. */
  async of(agencyId: AgencyId): Promise<ReadonlyMap<string, WaitingAgreement>> {
    const zone = await this.agencies.timeZone(agencyId);
    const rows = await this.database.read<Row>(
      `SELECT a.personId AS personId, a.offeredAt AS offeredAt, s.signedAt AS signedAt FROM agreement a
       LEFT JOIN agreement_signature s ON s.agreementId = a.id AND s.capacity = 'VOLUNTEER'
       WHERE a.agencyId = ? AND a.kind = 'VOLUNTEER' AND a.state IN ('TO_SIGN', 'TO_COUNTERSIGN')`,
      [agencyId],
    );
    return new Map(
      rows.map(({ personId, offeredAt, signedAt }) => {
        const kind = signedAt === null ? 'AGREEMENT_VERSION' : 'AGREEMENT_AWAITED';
        return [personId, { kind, since: localDateIn(new Date(signedAt ?? offeredAt), zone) }];
      }),
    );
  }
}
