// What this module keeps of a volunteer or a child: reasons and plans in words, and the times they shared.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import { ERASED } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased, type ErasureHold } from '../platform/keys/index.js';
import { Companionship } from './companionships/companionship.entity.js';
import { CompanionshipContact } from './companionships/contacts/companionship-contact.entity.js';
import { CompanionshipNextStep } from './companionships/next-steps/next-step.entity.js';
import { Telling } from './companionships/tellings/telling.entity.js';
import { MatchProposal } from './runs/match-run.entity.js';

const CHILD = '(SELECT personId FROM child WHERE child.id = t.childId)';
const CHILD_OF_PAIR = `(SELECT child.personId FROM companionship pair JOIN child ON child.id = pair.childId
  WHERE pair.id = t.companionshipId)`;

@Injectable()
export class PairPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const columns = { reasonSealed: 'companionship.reason', planSealed: 'companionship.plan' };
    const declined = { declineReasonSealed: 'match_proposal.declineReason' };
    this.data.add({
      module: 'matching',
      sealed: [
        { table: 'companionship', columns, subject: CHILD, scope: 't.agencyId' },
        { table: 'match_proposal', columns: declined, subject: CHILD, scope: 't.agencyId' },
        { table: 'telling', columns: { wordsSealed: 'telling.words' }, subject: CHILD, scope: 't.agencyId' },
        {
          table: 'companionship_contact',
          columns: { noteSealed: 'companionship_contact.note' },
          subject: CHILD_OF_PAIR,
          scope: 't.agencyId',
        },
        {
          table: 'companionship_next_step',
          columns: { textSealed: 'companionship_next_step.text' },
          subject: CHILD_OF_PAIR,
          scope: 't.agencyId',
        },
      ],
      holds: (agencyId, personId) => this.#holds(agencyId, personId),
      erase: (erased) => this.#erase(erased),
    });
  }

  /** A child is not left without a word: the companionship is ended with a closing talk first (P20). */
  async #holds(agencyId: AgencyId, personId: PersonId): Promise<ErasureHold[]> {
    const pairs = this.database.repository(Companionship);
    const state = In([...HOLDS_PLACE]);
    const where = (await this.#sides(agencyId, personId)).map((side) => ({ ...side, state }));
    return (await pairs.existsBy(where)) ? ['COMPANIONSHIP_STANDS'] : [];
  }

  /** Words about a pair may name either of the two, so they go with either; the fact that there was a pair stays. */
  async #erase({ agencyId, personId }: Erased): Promise<void> {
    for (const side of await this.#sides(agencyId, personId)) {
      await this.database
        .repository(Companionship)
        .update(side, { reasonSealed: null, planSealed: null, commonTimes: [] });
      const pairs = await this.database.repository(Companionship).find({ select: { id: true }, where: side });
      const ofPairs = { agencyId, companionshipId: In(pairs.map(({ id }) => id)) };
      await this.database.repository(CompanionshipContact).update(ofPairs, { noteSealed: null });
      await this.database.repository(CompanionshipNextStep).update(ofPairs, { textSealed: ERASED });
      await this.database.repository(Telling).update(ofPairs, { wordsSealed: null });
      const proposals = this.database.repository(MatchProposal);
      await proposals.update(side, { declineReasonSealed: null });
      await proposals.update({ ...side, state: 'PROPOSED' }, { state: 'EXPIRED', version: () => 'version + 1' });
    }
  }

  async #sides(agencyId: AgencyId, personId: PersonId) {
    const idsIn = async (table: 'volunteer' | 'child') => {
      const sql = `SELECT id FROM ${table} WHERE agencyId = ? AND personId = ?`;
      const rows: { id: string }[] = await this.database.manager.query(sql, [agencyId, personId]);
      return rows.map(({ id }) => id);
    };
    return [
      { agencyId, volunteerId: In(await idsIn('volunteer')) },
      { agencyId, childId: In(await idsIn('child')) },
    ];
  }
}
