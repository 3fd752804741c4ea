// What this module keeps of a child: places, and what was known of the child on the day of enrolment.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { ChildrenRepository } from '../children/index.js';
import { Agencies } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { PersonalData, type Erased } from '../platform/keys/index.js';
import { ProgrammePlace } from './programme.entities.js';

@Injectable()
export class ProgrammesPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
  ) {}

  onModuleInit(): void {
    this.data.add({ module: 'programmes', erase: (erased) => this.#erase(erased) });
  }

  /** That a place was held stays, for the counts of the programme; what was known of the child goes, and the place is free. */
  async #erase({ agencyId, personId }: Erased): Promise<void> {
    const ids = await this.children.idsOfPerson(agencyId, personId);
    if (ids.length === 0) return;
    const places = this.database.repository(ProgrammePlace);
    const where = { agencyId, childId: In(ids) };
    const endsOn = await this.agencies.today(agencyId);
    for (const { id, heldKey } of await places.find({ select: { id: true, heldKey: true }, where })) {
      const end = heldKey === null ? {} : { heldKey: null, endsOn, endReason: 'OTHER' as const };
      await places.update({ id }, { checked: [], ...end });
    }
  }
}
