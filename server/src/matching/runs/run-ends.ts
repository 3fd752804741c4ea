import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { MatchRun } from './match-run.entity.js';

/** Marks the row of a run that is under way: how far it is, and that it is over. */
@Injectable()
export class RunEnds {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Says how far it is, and hears whether it is still wanted: another process may have cancelled it. */
  say(run: Pick<MatchRun, 'id' | 'agencyId'>, progress: number): Promise<boolean> {
    return this.#mark(run, { progress, aliveAt: this.clock.nowIso() });
  }

  /** Leaves a run alone that has ended otherwise. */
  async end(
    run: Pick<MatchRun, 'id' | 'agencyId'>,
    end: Pick<MatchRun, 'state'> & Partial<Pick<MatchRun, 'readiness'>>,
  ): Promise<void> {
    await this.#mark(run, { ...end, endedAt: this.clock.nowIso() });
  }

  #mark({ id, agencyId }: Pick<MatchRun, 'id' | 'agencyId'>, change: Partial<MatchRun>): Promise<boolean> {
    const system = { kind: 'system', agencyId: agencyId as AgencyId, name: 'match' } as const;
    return this.work.run(system, async () => {
      const { affected } = await this.database.repository(MatchRun).update({ id, state: 'RUNNING' }, change);
      return affected !== 0;
    });
  }
}
