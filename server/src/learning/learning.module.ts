import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { LessonsResolver } from './api/lessons.resolver.js';
import { LearningPersonalData } from './learning-personal-data.js';
import { Lessons } from './lessons.js';

@Module({ imports: [PeopleModule], providers: [LearningPersonalData, Lessons, LessonsResolver] })
export class LearningModule {}
