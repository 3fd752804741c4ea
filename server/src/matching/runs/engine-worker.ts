// Entry of the worker threads: the engine never holds the thread that answers requests.
import { parentPort } from 'node:worker_threads';
import { AnswerDesk, type Answer, type Question } from './answer-desk.js';
import { SolveTask, type RosterPart, type RunFrame, type Solved } from './solve-task.js';
import type { Pair } from '@tongxing/shared/matching';

export type ToWorker =
  | { readonly type: 'add'; readonly part: RosterPart }
  | { readonly type: 'solve'; readonly frame: RunFrame }
  | { readonly type: 'ask'; readonly id: number; readonly run: string; readonly question: Question }
  | { readonly type: 'learn'; readonly run: string; readonly packed: string };

export type FromWorker =
  | { readonly type: 'pairs'; readonly pairs: readonly Pair[] }
  | { readonly type: 'solved'; readonly solved: Solved }
  | { readonly type: 'unknown'; readonly id: number }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer };

/** Few enough to be read on the other side within a millisecond or two. */
const PAIRS_A_MESSAGE = 200;

const task = new SolveTask();
const desk = new AnswerDesk();
const say = (message: FromWorker): void => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'add':
      task.add(message.part);
      return;
    case 'solve': {
      const { solved, pairs } = task.solve(message.frame);
      for (let from = 0; from < pairs.length; from += PAIRS_A_MESSAGE) {
        say({ type: 'pairs', pairs: pairs.slice(from, from + PAIRS_A_MESSAGE) });
      }
      say({ type: 'solved', solved });
      return;
    }
    case 'learn':
      if (!desk.knows(message.run)) desk.learn(message.run, message.packed);
      return;
    case 'ask':
      if (desk.knows(message.run)) {
        say({ type: 'answer', id: message.id, answer: desk.answer(message.run, message.question) });
      } else say({ type: 'unknown', id: message.id });
  }
});
