// What this module keeps of a child: what somebody said about their safety, which holds an erasure up, and the card's code.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Clock } from '../platform/clock/index.js';
import { ERASED } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased, type ErasureHold } from '../platform/keys/index.js';
import { FamilyCard } from './family-card.entity.js';

/** What names no child is sealed with the agency's key. */
const CHILD = 'COALESCE((SELECT personId FROM child WHERE child.id = t.childId), t.agencyId)';
const CHILD_OF_CONCERN = `COALESCE((SELECT child.personId FROM concern c JOIN child ON child.id = c.childId
  WHERE c.id = t.concernId), t.agencyId)`;
const INCIDENT_COLUMNS = { textSealed: 'incident.text', lessonsSealed: 'incident.lessons' };
const STEP_COLUMNS = { textSealed: 'concern_step.text', referenceSealed: 'concern_step.reference' };
const CHILD_OF_PAIR = `(SELECT child.personId FROM companionship pair JOIN child ON child.id = pair.childId
  WHERE pair.id = t.companionshipId)`;

@Injectable()
export class SafeguardingPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const scope = 't.agencyId';
    this.data.add({
      module: 'safeguarding',
      sealed: [
        { table: 'concern', columns: { textSealed: 'concern.text' }, subject: CHILD, scope },
        { table: 'concern_step', columns: STEP_COLUMNS, subject: CHILD_OF_CONCERN, scope },
        { table: 'concern_link', columns: { reasonSealed: 'concern_link.reason' }, subject: scope, scope },
        { table: 'incident', columns: INCIDENT_COLUMNS, subject: scope, scope },
        { table: 'incident_moment', columns: { textSealed: 'incident_moment.text' }, subject: scope, scope },
        { table: 'family_card', columns: { codeSealed: 'family_card.code' }, subject: CHILD_OF_PAIR, scope },
      ],
      holds: (agencyId, personId) => this.#holds(agencyId, personId),
      erase: (erased) => this.#erase(erased),
    });
  }

  /** Never deletable (H9): the words are sealed with the key of the child, so that key stays. */
  async #holds(agencyId: AgencyId, personId: PersonId): Promise<ErasureHold[]> {
    // A link that has ended stands too: it says who was taken for whom.
    const sql = `SELECT COUNT(*) AS n FROM child WHERE child.agencyId = ? AND child.personId = ? AND (child.id IN
      (SELECT childId FROM concern WHERE agencyId = ?) OR child.id IN (SELECT childId FROM concern_link WHERE agencyId = ?))`;
    const [row] = await this.database.read<{ n: number | string }>(sql, [agencyId, personId, agencyId, agencyId]);
    return Number(row?.n ?? 0) > 0 ? ['CONCERN_STANDS'] : [];
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    const sql = `SELECT pair.id AS id FROM companionship pair JOIN child ON child.id = pair.childId
      WHERE pair.agencyId = ? AND child.personId = ?`;
    const pairs: { id: string }[] = await this.database.manager.query(sql, [agencyId, personId]);
    const ofChild = { agencyId, companionshipId: In(pairs.map(({ id }) => id)) };
    await this.database.repository(FamilyCard).update(ofChild, { codeSealed: ERASED });
    await this.database
      .repository(FamilyCard)
      .update({ ...ofChild, revokedAt: IsNull() }, { revokedAt: this.clock.nowIso() });
  }
}
