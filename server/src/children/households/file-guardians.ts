// A child's own file may name a guardian from before there was a household: they move in, so that the fact is kept once.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { codeOf, HOUSEHOLD_RELATIONS } from '@tongxing/shared/rules';
import { Database } from '../../platform/database/index.js';
import { Child } from '../child.entity.js';
import type { ChildView } from '../children.repository.js';
import { HouseholdPeople } from './household-people.js';
import type { NewMember } from './household-writer.js';

const NOTHING = { guardianNameSealed: null, guardianPhoneSealed: null, guardianRelationSealed: null };

@Injectable()
export class FileGuardians {
  constructor(
    private readonly database: Database,
    private readonly people: HouseholdPeople,
  ) {}

  /**
   * Members for the guardians whom these children's files name, as far as nobody of `adults` is a guardian; the files
   * let go of them. Inside a unit of work.
   */
  async moveIn(agencyId: AgencyId, children: readonly ChildView[], adults: readonly NewMember[]): Promise<NewMember[]> {
    const named = new Map(
      children.flatMap(({ guardian }) =>
        guardian.name ? [[guardian.phone ?? guardian.name, { ...guardian, name: guardian.name }] as const] : [],
      ),
    );
    const onFile = adults.some(({ isGuardian }) => isGuardian) ? [] : [...named.values()];
    const taken = await this.people.takenPhones(agencyId, onFile);
    const free = onFile.map(({ name, phone }) => ({ name, phone: taken.has(phone ?? '') ? undefined : phone }));
    const ids = await this.people.findOrAdd(agencyId, free);
    // Somebody who was typed anew without being called the guardian is not there twice.
    const there = new Set(adults.map(({ personId }) => personId));
    const ofChildren = children.map(({ id }) => id);
    await this.database.repository(Child).update({ agencyId, id: In(ofChildren) }, NOTHING);
    const nobodyCares = !adults.some(({ isCaregiver }) => isCaregiver);
    return onFile.flatMap(({ relation }, index): NewMember[] => {
      const personId = ids[index];
      if (!personId || there.has(personId)) return [];
      const code = codeOf(HOUSEHOLD_RELATIONS, relation ?? '');
      const known = code === undefined || code === 'CHILD' ? 'OTHER' : code;
      return [{ personId, relation: known, isGuardian: true, isCaregiver: nobodyCares && index === 0 }];
    });
  }
}
