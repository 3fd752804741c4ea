// What this module keeps of a person: how far they came in a course, their places in sessions, and what they
// learned elsewhere. All of it goes with them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { CourseProgress } from './course-progress.entity.js';
import { TrainingCredit } from './credit/training-credit.entity.js';
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
      sealed: [
        {
          ...{ table: 'training_credit', subject: 't.personId', scope: 't.agencyId' },
          columns: { placeSealed: 'training_credit.place', wordsSealed: 'training_credit.words' },
        },
      ],
      erase: async ({ agencyId, personId }) => {
        await this.database.repository(CourseProgress).delete({ agencyId, personId });
        await this.database.repository(TrainingCredit).delete({ agencyId, personId });
        await this.database.repository(TrainingPlace).delete({ agencyId, personId });
      },
    });
  }
}
