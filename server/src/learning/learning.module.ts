import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DocumentsModule } from '../documents/index.js';
import { PeopleModule } from '../people/index.js';
import { CoachingResolver } from './api/coaching.resolver.js';
import { CoursesResolver } from './api/courses.resolver.js';
import { LessonsResolver } from './api/lessons.resolver.js';
import { OwnTrainingResolver } from './api/own-training.resolver.js';
import { TrainingCreditsResolver } from './api/training-credits.resolver.js';
import { TrainingSessionsResolver } from './api/training-sessions.resolver.js';
import { CourseFacts } from './catalogue/course-facts.js';
import { Courses } from './catalogue/courses.js';
import { Coaching } from './coaching/coaching.js';
import { CreditsRepository } from './credit/credits.repository.js';
import { TrainingCredits } from './credit/training-credits.js';
import { LearningPersonalData } from './learning-personal-data.js';
import { Lessons } from './lessons.js';
import { OwnTraining } from './sessions/own-training.js';
import { PlacesRepository } from './sessions/places.repository.js';
import { TrainingAppointments } from './sessions/training-appointments.js';
import { TrainingSessions } from './sessions/training-sessions.js';

const SERVICES = [Coaching, CourseFacts, Courses, OwnTraining, TrainingCredits, TrainingSessions];
const INNER = [CreditsRepository, LearningPersonalData, Lessons, PlacesRepository, TrainingAppointments];
const API = [
  CoachingResolver,
  CoursesResolver,
  LessonsResolver,
  OwnTrainingResolver,
  TrainingCreditsResolver,
  TrainingSessionsResolver,
];

@Module({
  imports: [CalendarModule, DocumentsModule, PeopleModule],
  providers: [...SERVICES, ...INNER, ...API],
  exports: SERVICES,
})
export class LearningModule {}
