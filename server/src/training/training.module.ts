import { Module } from '@nestjs/common';
import { Trainings } from './trainings.js';

@Module({ providers: [Trainings], exports: [Trainings] })
export class TrainingModule {}
