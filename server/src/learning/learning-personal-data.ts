// What this module keeps of a person: how far they came in a course, and their places in sessions. Both go with them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { CourseProgress } from './course-progress.entity.js';
import { TrainingPlace } from './sessions/training-session.entities.js';

@Injectable()
export class LearningPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'learning',
      erase: async ({ agencyId, personId }) => {
        await this.database.repository(CourseProgress).delete({ agencyId, personId });
        await this.database.repository(TrainingPlace).delete({ agencyId, personId });
      },
    });
  }
}
