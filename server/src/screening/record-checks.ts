import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, DatedFacts } from '../platform/database/index.js';
import { RecordCheck } from './record-check.entity.js';

/** Record checks. Who may read a hit is decided where they are shown. */
@Injectable()
export class RecordChecks extends DatedFacts<RecordCheck> {
  constructor(database: Database, clock: Clock, ids: Ids) {
    super(RecordCheck, database, clock, ids);
  }
}
