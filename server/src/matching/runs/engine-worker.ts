// Entry of the thread that answers questions about stored runs: the engine never holds the thread that answers requests.
import { parentPort } from 'node:worker_threads';
import { AnswerDesk, type Answer, type Question } from './answer-desk.js';

export type ToWorker =
  | { readonly type: 'ask'; readonly id: number; readonly run: string; readonly question: Question }
  | { readonly type: 'learn'; readonly run: string; readonly packed: string };

export type FromWorker =
  | { readonly type: 'unknown'; readonly id: number }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer };

const desk = new AnswerDesk();
const say = (message: FromWorker): void => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'learn':
      if (!desk.knows(message.run)) desk.learn(message.run, message.packed);
      return;
    case 'ask':
      if (desk.knows(message.run)) {
        say({ type: 'answer', id: message.id, answer: desk.answer(message.run, message.question) });
      } else say({ type: 'unknown', id: message.id });
  }
});
