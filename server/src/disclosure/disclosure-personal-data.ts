// What this module keeps of a child: the family's names under its consents, and the guardian's links.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Session } from '../platform/auth/index.js';
import { Clock } from '../platform/clock/index.js';
import { ERASED } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { Consent, GuardianLink } from './consent.entity.js';
import { ConsentGrant, ConsentStatement, GuardianBar } from './ledger/ledger.entities.js';

const OF_CHILD = { subject: '(SELECT personId FROM child WHERE child.id = t.childId)', scope: 't.agencyId' };
/** Who signed is gone; that somebody said yes or no, to which text and when, tells nothing by itself. */
const UNNAMED = {
  ...{ giverNameSealed: null, relationSealed: null, signatureSealed: null },
  ...{ witnessNameSealed: null, noteSealed: null },
};

@Injectable()
export class DisclosurePersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'disclosure',
      sealed: [
        {
          table: 'consent',
          columns: {
            guardianNameSealed: 'consent.guardianName',
            relationSealed: 'consent.relation',
            witnessNameSealed: 'consent.witnessName',
          },
          ...OF_CHILD,
        },
        {
          table: 'consent_statement',
          columns: {
            giverNameSealed: 'consent_statement.giverName',
            relationSealed: 'consent_statement.relation',
            signatureSealed: 'consent_statement.signature',
            witnessNameSealed: 'consent_statement.witnessName',
            noteSealed: 'consent_statement.note',
          },
          ...OF_CHILD,
        },
        {
          table: 'guardian_bar',
          columns: { reasonSealed: 'guardian_bar.reason', liftReasonSealed: 'guardian_bar.liftReason' },
          ...OF_CHILD,
        },
      ],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    const sql = 'SELECT id FROM child WHERE agencyId = ? AND personId = ?';
    const children: { id: string }[] = await this.database.manager.query(sql, [agencyId, personId]);
    const ofChild = { agencyId, childId: In(children.map(({ id }) => id)) };
    await this.database
      .repository(Consent)
      .update(ofChild, { guardianNameSealed: ERASED, relationSealed: ERASED, witnessNameSealed: null });
    await this.#forgetLedger(
      agencyId,
      personId,
      children.map(({ id }) => id),
    );
    const links = await this.database.repository(GuardianLink).find({ select: { id: true }, where: ofChild });
    const now = this.clock.nowIso();
    await this.database.repository(GuardianLink).update({ ...ofChild, revokedAt: IsNull() }, { revokedAt: now });
    const visits = { kind: 'guardian' as const, loginId: In(links.map(({ id }) => id)), endedAt: IsNull() };
    await this.database.repository(Session).update(visits, { endedAt: now });
  }

  /** A child's ledger loses its names and opens nothing more; a guardian's own words lose the guardian's. */
  async #forgetLedger(agencyId: string, personId: string, childIds: readonly string[]): Promise<void> {
    const now = this.clock.nowIso();
    const childId = In([...childIds]);
    for (const rows of [{ childId }, { guardianPersonId: personId }]) {
      await this.database.repository(ConsentStatement).update({ agencyId, ...rows }, UNNAMED);
      await this.database
        .repository(ConsentGrant)
        .update({ agencyId, ...rows, withdrawnAt: IsNull() }, { withdrawnAt: now });
    }
    const bars = this.database.repository(GuardianBar);
    await bars.update({ agencyId, childId }, { reasonSealed: ERASED });
    await bars.update({ agencyId, childId, liftReasonSealed: Not(IsNull()) }, { liftReasonSealed: ERASED });
  }
}
