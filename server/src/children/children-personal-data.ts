// What this module keeps of a child: school, family, needs and free times, and the index that finds the child again.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cipher, ERASED } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { Child } from './child.entity.js';
import { ErasedFamilies } from './households/erased-families.js';
import { FileAccessRow } from './file-access/file-access.entity.js';

@Injectable()
export class ChildrenPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly families: ErasedFamilies,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'children',
      sealed: [
        {
          table: 'child',
          columns: {
            schoolSealed: 'child.school',
            guardianNameSealed: 'child.guardianName',
            guardianPhoneSealed: 'child.guardianPhone',
            guardianRelationSealed: 'child.guardianRelation',
            referrerSealed: 'child.referrer',
          },
          subject: 't.personId',
          scope: 't.agencyId',
        },
        // A household is nobody in particular: its texts have a key of their own, which goes with the last child.
        ...(
          [
            ['household', 'noteSealed', 'household.note', 't.id'],
            ['household_event', 'noteSealed', 'household_event.note', 't.householdId'],
            ['household_address', 'addressSealed', 'household_address.address', 't.householdId'],
          ] as const
        ).map(([table, column, place, subject]) => ({
          table,
          columns: { [column]: place },
          subject,
          scope: 't.agencyId',
        })),
        {
          table: 'file_access',
          columns: { reasonSealed: 'file_access.reason' },
          subject: '(SELECT personId FROM child WHERE child.id = t.childId)',
          scope: 't.agencyId',
        },
      ],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase(erased: Erased): Promise<void> {
    const { agencyId, personId, at } = erased;
    await this.families.forget(erased);
    const family = { schoolSealed: null, guardianNameSealed: null, guardianPhoneSealed: null };
    const intake = {
      ...{ schoolIndex: null, categories: null, difficultyLevel: null, discoveryChannel: null, discoveredOn: null },
      ...{ referrerSealed: null, schoolStage: null, registration: null, needPriorities: null, householdId: null },
    };
    const wishes = { languages: [], needs: [], freeTimes: [], areaCode: null, companionGender: null };
    const child = await this.database.repository(Child).findOneBy({ agencyId, personId });
    // That somebody asked stays, with their day; why they asked tells of the child.
    if (child) {
      const requests = this.database.repository(FileAccessRow);
      await requests.update({ agencyId, childId: child.id }, { reasonSealed: ERASED });
    }
    // The pseudonym stays: it was given so that it tells nothing, and other rows are read by it.
    await this.database.repository(Child).update(
      { agencyId, personId },
      {
        ...family,
        ...wishes,
        ...intake,
        guardianRelationSealed: null,
        identityIndex: this.cipher.blindIndex('child.erased', personId),
        waitingSince: null,
        erasedAt: at,
      },
    );
  }
}
