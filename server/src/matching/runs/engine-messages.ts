// What the server and its matching process say to each other.
import type { PersonActor, Rows } from '../../platform/access/index.js';
import type { Config } from '../../platform/config/index.js';
import type { Turns, TurnWord } from '../../platform/database/index.js';
import type { Answer, Question } from './answer-desk.js';
import type { MatchRun } from './match-run.entity.js';
import type { Watch } from './run-performer.js';
import type { SolveTask } from './solve-task.js';

export interface Order {
  readonly actor: PersonActor;
  readonly run: MatchRun;
  readonly within: Rows;
  /** The clock of whoever gives the order, in milliseconds. */
  readonly now: number;
}

export type ToEngine =
  /** Comes first; keys and passwords go no other way. */
  | { readonly type: 'config'; readonly config: Config }
  /** A run is to be expected: what it needs is loaded before it comes. */
  | { readonly type: 'prepare' }
  | { readonly type: 'ask'; readonly run: string; readonly question: Question }
  | { readonly type: 'learn'; readonly run: string; readonly packed: string }
  | ({ readonly type: 'perform' } & Order)
  | { readonly type: 'stop' }
  | { readonly type: 'turn'; readonly word: TurnWord }
  | { readonly type: 'close' };

/** What comes at the end of a piece of work. */
interface Spent {
  /** Processor time that the process has used since it last said so, in milliseconds. */
  readonly cpuMs: number;
}

export type FromEngine =
  | ({ readonly type: 'prepared' } & Spent)
  /** Asked about a run that it has not in mind. */
  | { readonly type: 'unknown' }
  | ({ readonly type: 'answer'; readonly answer: Answer } & Spent)
  | { readonly type: 'at'; readonly progress: number }
  | ({ readonly type: 'ended'; readonly end: RunEnd } & Spent)
  | ({ readonly type: 'failed'; readonly error: Error } & Spent)
  | { readonly type: 'turn'; readonly word: TurnWord };

/** Questions and orders are many at a time: each has a number, and what is of none of them has 0. */
export interface Envelope<Message> {
  readonly of: number;
  readonly message: Message;
}
export const OF_NONE = 0;

export type RunEnd = 'OVER' | 'NOT_WANTED';

/** What the process loads when the first run comes: the server's own parts, with database connections. */
export interface Performer {
  perform(order: Order, watch: Watch, task: SolveTask): Promise<RunEnd>;
  close(): Promise<void>;
}
export type OpenPerformer = (config: Config, turns: Turns) => Promise<Performer>;
