import { Injectable } from '@nestjs/common';
import { AnswerDesk, type Answer, type Answers, type Question } from './answer-desk.js';
import { EngineProcess } from './engine-process.js';
import type { FromEngine } from './engine-messages.js';

const LONGEST_MS = 120_000;

/** Asks the matching engine beside the requests: its process keeps the boards that people look at. */
@Injectable()
export class MatchEngine {
  readonly #here = new AnswerDesk();

  constructor(private readonly process: EngineProcess) {}

  /** `load` gives the run's stored input; it is read only where the engine does not have the run in mind. */
  async ask<Kind extends Question['kind']>(
    run: string,
    question: Extract<Question, { kind: Kind }>,
    load: () => Promise<string>,
  ): Promise<Answers[Kind]> {
    if (this.process.isThere) return this.#askProcess(run, question, load) as Promise<Answers[Kind]>;
    if (!this.#here.knows(run)) this.#here.learn(run, await load());
    return this.#here.answer(run, question) as Answers[Kind];
  }

  async #askProcess(run: string, question: Question, load: () => Promise<string>): Promise<Answer> {
    let limit: NodeJS.Timeout | undefined;
    let over = (): void => undefined;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const heard = (message: FromEngine) => {
          if (message.type === 'answer') resolve(message.answer);
          else if (message.type === 'failed') reject(message.error);
          else if (message.type === 'unknown') void teach().catch(reject);
        };
        const teach = async () => {
          line.say({ type: 'learn', run, packed: await load() });
          line.say({ type: 'ask', run, question });
        };
        const line = this.process.begin({ work: question.kind, heard, lost: reject });
        over = line.over;
        limit = setTimeout(() => reject(new Error('the matching engine took too long')), LONGEST_MS).unref();
        line.say({ type: 'ask', run, question });
      });
    } finally {
      clearTimeout(limit);
      over();
    }
  }
}
