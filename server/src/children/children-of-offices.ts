// An office closes: the children whom it stood beside go to another one, or to the whole agency, in the same unit of work.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { OfficeContents } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { Child } from './child.entity.js';
import { Household } from './households/household.entities.js';

@Injectable()
export class ChildrenOfOffices implements OnModuleInit {
  constructor(
    private readonly contents: OfficeContents,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const children = () => this.database.repository(Child);
    this.contents.add('children', {
      count: (agencyId, officeId) => children().countBy({ agencyId, officeId, erasedAt: IsNull() }),
      move: async (agencyId, from, to) => {
        await children().update({ agencyId, officeId: from }, { officeId: to });
        // Families go with their children.
        await this.database.repository(Household).update({ agencyId, officeId: from }, { officeId: to });
      },
    });
  }
}
