// Entry of the matching process: performs runs, and keeps open what people look at, so that an answer takes no solve.
import { borrowTurns, type TurnWord } from '../../platform/database/writer-turns.js';
import type { Config } from '../../platform/config/index.js';
import { AnswerDesk } from './answer-desk.js';
import {
  OF_NONE,
  type Envelope,
  type FromEngine,
  type OpenPerformer,
  type Order,
  type Performer,
  type ToEngine,
} from './engine-messages.js';
import { firstThere } from './first-there.js';
import { SolveTask } from './solve-task.js';
import { stepBack } from './step-back.js';

/** The bundled one starts sooner. */
const PERFORMER = firstThere(['../../bundle/match-performer.js', '../../match-performer.js'], import.meta.url);

const desk = new AnswerDesk();
const running = new Map<number, { readonly stop: AbortController; readonly done: Promise<void> }>();
let config: Config | undefined;
let performer: Promise<Performer> | undefined;
let heardTurn: ((word: TurnWord) => void) | undefined;

const say = (of: number, message: FromEngine): void => void process.send?.({ of, message });

let told = 0;
function spent(): number {
  const { user, system } = process.cpuUsage();
  const soFar = Math.round((user + system) / 1000);
  const since = soFar - told;
  told = soFar;
  return since;
}

function open(): Promise<Performer> {
  if (!config || !PERFORMER) throw new Error('BUG: nothing to perform runs with');
  const given = config;
  const turns = borrowTurns({
    say: (word) => say(OF_NONE, { type: 'turn', word }),
    hear: (listener) => void (heardTurn = listener),
  });
  return import(PERFORMER).then(({ openPerformer }: { openPerformer: OpenPerformer }) => openPerformer(given, turns));
}

async function perform(of: number, order: Order, { signal }: AbortController): Promise<void> {
  const task = new SolveTask();
  try {
    performer ??= open();
    const at = (progress: number) => say(of, { type: 'at', progress });
    const end = await (await performer).perform(order, { signal, at }, task);
    if (task.state) desk.remember(order.run.id, task.state);
    say(of, { type: 'ended', end, cpuMs: spent() });
  } catch (error) {
    say(of, { type: 'failed', error: plain(error), cpuMs: spent() });
  } finally {
    running.delete(of);
  }
}

function answer(of: number, { run, question }: Extract<ToEngine, { type: 'ask' }>): void {
  try {
    if (desk.knows(run)) {
      const found = desk.answer(run, question);
      say(of, { type: 'answer', answer: found, cpuMs: spent() });
    } else say(of, { type: 'unknown' });
  } catch (error) {
    say(of, { type: 'failed', error: plain(error), cpuMs: spent() });
  }
}

async function close(): Promise<void> {
  for (const { stop } of running.values()) stop.abort();
  await Promise.all([...running.values()].map(({ done }) => done));
  await (await performer)?.close();
  process.exit(0);
}

/** What passes between processes: an error without what a driver hung on it. */
function plain(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('the engine failed');
  const told = new Error(error.message);
  if (error.stack !== undefined) told.stack = error.stack;
  return told;
}

stepBack();
process.on('message', ({ of, message }: Envelope<ToEngine>) => {
  switch (message.type) {
    case 'config':
      config = message.config;
      return;
    case 'prepare':
      // Whoever then wants a run is told why there is none.
      void (performer ??= open()).catch(() => undefined).then(() => say(of, { type: 'prepared', cpuMs: spent() }));
      return;
    case 'learn':
      if (!desk.knows(message.run)) desk.learn(message.run, message.packed);
      return;
    case 'ask':
      return answer(of, message);
    case 'perform': {
      const stop = new AbortController();
      running.set(of, { stop, done: perform(of, message, stop) });
      return;
    }
    case 'stop':
      running.get(of)?.stop.abort();
      return;
    case 'turn':
      heardTurn?.(message.word);
      return;
    case 'close':
      void close();
  }
});
// It ends when its server tells it to, or is gone; a signal for the whole group is the server's to act on.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
