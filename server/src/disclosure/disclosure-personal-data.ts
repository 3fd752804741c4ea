// What this module keeps of a child: the family's names under its consents, and the guardian's links.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Session } from '../platform/auth/index.js';
import { Clock } from '../platform/clock/index.js';
import { ERASED } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { Consent, GuardianLink } from './consent.entity.js';

const CHILD = 'SELECT personId FROM child WHERE child.id = t.childId';

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
          subject: `(${CHILD})`,
          scope: 't.agencyId',
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
    const links = await this.database.repository(GuardianLink).find({ select: { id: true }, where: ofChild });
    const now = this.clock.nowIso();
    await this.database.repository(GuardianLink).update({ ...ofChild, revokedAt: IsNull() }, { revokedAt: now });
    const visits = { kind: 'guardian' as const, loginId: In(links.map(({ id }) => id)), endedAt: IsNull() };
    await this.database.repository(Session).update(visits, { endedAt: now });
  }
}
