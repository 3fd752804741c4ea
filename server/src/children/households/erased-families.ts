// What an erasure leaves of a household: nothing once its last child is gone; the family's adults were known for them alone.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Erasures, PeopleRepository } from '../../people/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { PersonalData, type Erased } from '../../platform/keys/index.js';
import { FamilyNeed, Household, HouseholdAddress, HouseholdEvent, HouseholdMember } from './household.entities.js';

@Injectable()
export class ErasedFamilies {
  constructor(
    private readonly database: Database,
    private readonly data: PersonalData,
    private readonly erasures: Erasures,
    private readonly people: PeopleRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** Inside a unit of work: takes a person out of every household, and with the last child the household itself. */
  async forget({ agencyId, personId, at }: Erased): Promise<void> {
    const members = this.database.repository(HouseholdMember);
    const own = await members.findBy({ agencyId, personId });
    if (own.length === 0) return;
    await members.delete({ agencyId, personId });
    const wasChild = own.some(({ relation }) => relation === 'CHILD');
    for (const householdId of wasChild ? new Set(own.map((row) => row.householdId)) : []) {
      const left = await members.findBy({ agencyId, householdId });
      if (!left.some(({ relation }) => relation === 'CHILD')) await this.#forgetHousehold(agencyId, householdId, at);
    }
  }

  async #forgetHousehold(agencyId: AgencyId, householdId: string, at: string): Promise<void> {
    const members = this.database.repository(HouseholdMember);
    const adults = new Set((await members.findBy({ agencyId, householdId })).map(({ personId }) => personId));
    for (const entity of [HouseholdMember, HouseholdEvent, HouseholdAddress, FamilyNeed]) {
      await this.database.repository(entity).delete({ agencyId, householdId });
    }
    const nothing = { familyForm: null, size: null, originProvince: null, noteSealed: null };
    await this.database.repository(Household).update({ agencyId, id: householdId }, { ...nothing, erasedAt: at });
    const gone = [householdId as PersonId];
    for (const adult of adults) {
      if (!(await this.#isKnownOtherwise(agencyId, adult))) gone.push(await this.#eraseAdult(agencyId, adult, at));
    }
    await this.erasures.destroyKeysLater(agencyId, gone, `household:${householdId}`);
  }

  /** A volunteer, a colleague, or somebody of another family stays who they are. */
  async #isKnownOtherwise(agencyId: AgencyId, personId: string): Promise<boolean> {
    const elsewhere = await this.database.repository(HouseholdMember).existsBy({ agencyId, personId });
    return elsewhere || (await this.people.doesWork(agencyId, personId));
  }

  async #eraseAdult(agencyId: AgencyId, id: string, at: string): Promise<PersonId> {
    const personId = id as PersonId;
    const known = (await this.people.byIds(agencyId, [personId])).get(personId);
    await this.data.erase({ agencyId, personId, at, known });
    this.trail.record({ action: 'person.erased', subjectType: 'Person', subjectId: id, facts: { reason: 'FAMILY' } });
    return personId;
  }
}
