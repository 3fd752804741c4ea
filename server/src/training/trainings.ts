import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, DatedFacts } from '../platform/database/index.js';
import { Training } from './training.entity.js';

/** Completed trainings. */
@Injectable()
export class Trainings extends DatedFacts<Training> {
  constructor(database: Database, clock: Clock, ids: Ids) {
    super(Training, database, clock, ids);
  }
}
