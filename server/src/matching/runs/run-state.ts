// Where a run stands. Rows from before runs had a state were written when they were done.
import type { MatchRun, RunState } from './match-run.entity.js';

export const stateOf = (run: Pick<MatchRun, 'state'>): RunState => run.state ?? 'DONE';
