// All of a run, from the rosters to the stored board; in a process of its own where there is one, else right here.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { PersonActor, Rows } from '../../platform/access/index.js';
import type { MatchRun } from './match-run.entity.js';
import { MatchSnapshots } from './match-snapshots.js';
import { RunEnds } from './run-ends.js';
import { RunStore, type Outcome } from './run-store.js';
import { SolveTask } from './solve-task.js';

/** How the hundred parts of the progress are shared out. */
const READ = 60;
const SOLVED = 85;

/** The run is not wanted any more: somebody cancelled it, or the process stops. */
export class NotWanted extends Error {}

export interface Watch {
  readonly signal: AbortSignal;
  readonly at: (progress: number) => void;
}

/** Where a run is performed. Rejects with `NotWanted` for one that was stopped, with any other error where it failed. */
export interface RunPlace {
  perform(actor: PersonActor, run: MatchRun, within: Rows, watch: Watch): Promise<void>;
}

@Injectable()
export class RunPerformer implements RunPlace {
  constructor(
    private readonly snapshots: MatchSnapshots,
    private readonly store: RunStore,
    private readonly ends: RunEnds,
  ) {}

  /** `task` keeps the solved problem, for whoever goes on with it. */
  async perform(actor: PersonActor, run: MatchRun, within: Rows, watch: Watch, task = new SolveTask()): Promise<void> {
    const outcome = await this.#solve(run, within, watch, task);
    if (outcome) await this.store.keep(actor, run, within, outcome, watch.signal);
  }

  /** Undefined where nobody can be matched; the row then says how many there were. */
  async #solve(run: MatchRun, within: Rows, { signal, at }: Watch, task: SolveTask): Promise<Outcome | undefined> {
    const started = performance.now();
    const wanted = () => {
      if (signal.aborted) throw new NotWanted();
    };
    const area = run.scope?.kind === 'AREA' ? run.scope.areaCode : undefined;
    const taken = await this.snapshots.take(within, area, run.serviceDate as LocalDate, {
      part: (part) => task.add(part),
      read: (share) => {
        wanted();
        at(Math.floor(share * READ));
      },
    });
    const { readiness } = taken;
    if (readiness.volunteersReady === 0 || readiness.childrenWaiting === 0) {
      await this.ends.end(run, { state: 'FAILED', readiness });
      return undefined;
    }
    wanted();
    at(READ);
    const { solved, pairs } = task.solve(taken.frame);
    if (!solved.verified) throw new Error('BUG: the engine gave a solution that its checker refuses');
    at(SOLVED);
    return { taken, solved, pairs, durationMs: Math.round(performance.now() - started) };
  }
}
