import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, DatedFacts } from '../platform/database/index.js';
import { VolunteerAgreement } from './volunteer-agreement.entity.js';

/** Signed volunteer agreements. */
@Injectable()
export class VolunteerAgreements extends DatedFacts<VolunteerAgreement> {
  constructor(database: Database, clock: Clock, ids: Ids) {
    super(VolunteerAgreement, database, clock, ids);
  }
}
