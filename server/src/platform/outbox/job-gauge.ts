import type { Clock } from '../clock/index.js';
import type { Database } from '../database/index.js';
import { Job, JOB_STATES } from './job.entity.js';

export interface JobCounts {
  readonly counts: Readonly<Record<string, number>>;
  /** Seconds that the oldest due job has waited; 0 where none is due. */
  readonly oldestDueSeconds: number;
}

/** How the jobs stand, for the metrics. */
export class JobGauge {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async now(): Promise<JobCounts> {
    const jobs = this.database.repository(Job);
    const rows = await jobs
      .createQueryBuilder('j')
      .select('j.state', 'state')
      .addSelect('COUNT(*)', 'amount')
      .groupBy('j.state')
      .getRawMany<{ state: string; amount: number | string }>();
    const found = new Map(rows.map((row) => [row.state, Number(row.amount)]));
    const [oldest] = await jobs.find({
      select: { id: true, runAt: true },
      where: { state: 'READY' },
      order: { runAt: 'ASC' },
      take: 1,
    });
    const waited = oldest ? this.clock.now().getTime() - Date.parse(oldest.runAt) : 0;
    const counts = Object.fromEntries(JOB_STATES.map((state) => [state, found.get(state) ?? 0]));
    return { counts, oldestDueSeconds: Math.max(0, waited / 1000) };
  }
}
