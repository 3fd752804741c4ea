// The first source of expected people: colleagues who are in charge.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Activities } from '../activities/index.js';
import { ExpectedPeople } from './expected-people.js';

@Injectable()
export class InChargeExpected implements OnModuleInit {
  constructor(
    private readonly activities: Activities,
    private readonly expected: ExpectedPeople,
  ) {}

  onModuleInit(): void {
    this.expected.add(async (agencyId, activityId) =>
      (await this.activities.inCharge(agencyId, activityId)).map((personId) => ({
        ...{ personId, from: 'IN_CHARGE' as const, tasks: 'WITH_CHILDREN' as const },
      })),
    );
  }
}
