import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, DatedFacts } from '../platform/database/index.js';
import { RecordCheck } from './record-check.entity.js';

/** Record checks. Who may read a hit is decided where they are shown. */
@Injectable()
export class RecordChecks extends DatedFacts<RecordCheck> {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock, ids: Ids) {
    super(RecordCheck, database, clock, ids);
    this.#database = database;
    this.#clock = clock;
  }

  /** The paper of this check went back to whoever brought it; what was said first stands. Inside a unit of work. */
  async givePaperBack(agencyId: string, id: string, paperGivenBackBy: string): Promise<void> {
    const paperGivenBackAt = this.#clock.nowIso();
    await this.#database
      .repository(RecordCheck)
      .update({ agencyId, id, paperGivenBackAt: IsNull() }, { paperGivenBackAt, paperGivenBackBy });
  }

  /** Checks of these people, written down at the desk, whose paper nobody said to have given back; the oldest first. */
  papersHere(agencyId: string, personIds: readonly string[]): Promise<RecordCheck[]> {
    if (personIds.length === 0) return Promise.resolve([]);
    const here = { recordedBy: Not(IsNull()), paperGivenBackAt: IsNull(), takenBackAt: IsNull() };
    return this.#database
      .repository(RecordCheck)
      .find({ where: { agencyId, personId: In([...personIds]), ...here }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }
}
