// `npm run names:reindex`: writes again by what everybody's name is found, while servers go on serving.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { NameUpkeep } from '../people/index.js';
import { SystemClock, type Clock } from '../platform/clock/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run names:reindex
重新建立姓名检索。服务不用停；中断后再运行一次即可。没有建立过的姓名，服务启动后会自动补上。
Writes again by what names are found. Servers go on serving; run it again after an interruption. Names that were never
written are made up for after each start by itself.`;

/** People between two lines of progress. */
const TELL_AFTER = 10_000;

/** 0 where all is written, 2 where the command was not understood. */
export async function namesReindex(
  args: readonly string[],
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  clock: Clock = new SystemClock(),
): Promise<number> {
  if (args.length > 0) {
    terminal.complain(USAGE);
    return 2;
  }
  // Nobody works jobs here: this process ends at once.
  const config: Config = { ...readConfig(environment), workers: 0 };
  const app = await NestFactory.createApplicationContext(AppModule.with(config, clock), {
    abortOnError: false,
    logger: ['error', 'fatal'],
  });
  try {
    const people = await app.get(NameUpkeep).indexNames('ALL', (done) => {
      if (done % TELL_AFTER === 0) terminal.say(`${done} …`);
    });
    terminal.say(`已重新建立姓名检索 Names written again: ${people}`);
    return 0;
  } finally {
    await app.close();
  }
}

runCommand('names-reindex', namesReindex);
