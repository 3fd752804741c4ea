// A run in the process beside the server, from its first row to the stored board.
import { Injectable } from '@nestjs/common';
import type { PersonActor, Rows } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { EngineProcess } from './engine-process.js';
import type { FromEngine } from './engine-messages.js';
import type { MatchRun } from './match-run.entity.js';
import { NotWanted, type RunPlace, type Watch } from './run-performer.js';

@Injectable()
export class RunProcess implements RunPlace {
  constructor(
    private readonly engine: EngineProcess,
    private readonly clock: Clock,
  ) {}

  get isThere(): boolean {
    return this.engine.isThere;
  }

  async perform(actor: PersonActor, run: MatchRun, within: Rows, { signal, at }: Watch): Promise<void> {
    if (signal.aborted) throw new NotWanted();
    let stop = (): void => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const heard = (message: FromEngine) => {
          if (message.type === 'at') at(message.progress);
          else if (message.type === 'failed') reject(message.error);
          else if (message.type === 'ended' && message.end === 'NOT_WANTED') reject(new NotWanted());
          else if (message.type === 'ended') resolve();
          if (message.type !== 'at') over();
        };
        const { say, over } = this.engine.begin({ work: 'run', heard, lost: reject });
        stop = () => say({ type: 'stop' });
        signal.addEventListener('abort', stop, { once: true });
        say({ type: 'perform', actor, run, within, now: this.clock.now().getTime() });
      });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  expect(): void {
    this.engine.expect();
  }

  end(): Promise<void> {
    return this.engine.end();
  }
}
