// How many children live in each of the agency's areas.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { AreaContents, countBy } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { Child } from './child.entity.js';

@Injectable()
export class ChildrenOfAreas implements OnModuleInit {
  constructor(
    private readonly contents: AreaContents,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.contents.add(async (agencyId) => {
      const rows = await this.database.repository(Child).find({
        select: { id: true, areaCode: true },
        where: { agencyId, erasedAt: IsNull(), areaCode: Not(IsNull()) },
      });
      return countBy(rows.flatMap(({ areaCode }) => areaCode ?? []));
    });
  }
}
