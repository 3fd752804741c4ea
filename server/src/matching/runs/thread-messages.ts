// What the thread that answers requests and the thread of the runs say to each other.
import type { MessagePort } from 'node:worker_threads';
import type { PersonActor, Rows } from '../../platform/access/index.js';
import type { Config } from '../../platform/config/index.js';
import type { MatchRun } from './match-run.entity.js';

export interface ThreadData {
  readonly config: Config;
  /** Where turns to write are asked for. */
  readonly turns: MessagePort;
}

export type ToThread =
  | {
      readonly type: 'perform';
      readonly actor: PersonActor;
      readonly run: MatchRun;
      readonly within: Rows;
    }
  | { readonly type: 'stop'; readonly runId: string }
  | { readonly type: 'close' };

export type FromThread =
  | { readonly type: 'at'; readonly runId: string; readonly progress: number }
  | { readonly type: 'ended'; readonly runId: string; readonly end: 'OVER' | 'NOT_WANTED' }
  | { readonly type: 'ended'; readonly runId: string; readonly end: 'FAILED'; readonly error: Error };
