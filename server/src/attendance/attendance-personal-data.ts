// What this module keeps of a person: when they were where, their hours, and a child's part. All of it goes with them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChildrenRepository } from '../children/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { CheckIn, ServiceHours } from './attendance.entities.js';
import { ChildrenRows } from './children-rows.js';

const SCOPE = 't.agencyId';
const LOOK_BACK = {
  evaluationSealed: 'activity_record.evaluation',
  reflectionSealed: 'activity_record.reflection',
};
const OF_CHILD = {
  noteSealed: 'activity_child.note',
  fetchedBySealed: 'activity_child.fetchedBy',
  wordsSealed: 'activity_child.words',
};

@Injectable()
export class AttendancePersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly children: ChildrenRepository,
    private readonly rows: ChildrenRows,
  ) {}

  onModuleInit(): void {
    const subject = '(SELECT personId FROM child WHERE child.id = t.childId)';
    this.data.add({
      module: 'attendance',
      sealed: [
        { table: 'activity_record', columns: LOOK_BACK, subject: SCOPE, scope: SCOPE },
        { table: 'activity_child', columns: OF_CHILD, subject, scope: SCOPE },
      ],
      erase: (erased) => this.#erase(erased),
    });
  }

  async #erase({ agencyId, personId }: Erased): Promise<void> {
    await this.database.repository(CheckIn).delete({ agencyId, personId });
    await this.database.repository(ServiceHours).delete({ agencyId, personId });
    await this.rows.eraseChildren(agencyId, await this.children.idsOfPerson(agencyId, personId));
  }
}
