// Who was told of a seat and has not said no is expected on the day; whether they may stand beside children, the door asks.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExpectedPeople } from '../attendance/index.js';
import { SeatsRepository } from './seats.repository.js';

@Injectable()
export class SeatsExpected implements OnModuleInit {
  constructor(
    private readonly expected: ExpectedPeople,
    private readonly seats: SeatsRepository,
  ) {}

  onModuleInit(): void {
    this.expected.add(async (agencyId, activityId) =>
      (await this.seats.publishedAt(agencyId, activityId)).map((personId) => ({
        ...{ personId, from: 'STAFFING' as const, tasks: 'WITH_CHILDREN' as const },
      })),
    );
  }
}
