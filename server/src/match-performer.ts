// What the matching process loads when its first run comes: the same parts as a worker process, without jobs of its own.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { NotWanted, RunPerformer, type Order, type Performer, type OpenPerformer } from './matching/index.js';
import { Clock } from './platform/clock/index.js';
import { Log, NestLog } from './platform/observability/index.js';

/** The clock of the server that gives the orders. */
class ServersClock extends Clock {
  #ahead = 0;

  goBy({ now }: Order): void {
    this.#ahead = now - Date.now();
  }

  override now(): Date {
    return new Date(Date.now() + this.#ahead);
  }
}

export const openPerformer: OpenPerformer = async (config, turns): Promise<Performer> => {
  const own = { ...config, workers: 0, demo: false };
  const clock = new ServersClock();
  const app = await NestFactory.createApplicationContext(AppModule.with(own, clock, turns), {
    abortOnError: false,
    logger: new NestLog(new Log(config.logLevel)),
  });
  return {
    perform: async (order, watch, task) => {
      clock.goBy(order);
      try {
        await app.get(RunPerformer).perform(order.actor, order.run, order.within, watch, task);
        return 'OVER';
      } catch (error) {
        if (error instanceof NotWanted) return 'NOT_WANTED';
        throw error;
      }
    },
    close: () => app.close(),
  };
};
