// Two ends of a line: the turn goes from one to the other and back, also where the other is gone.
import { borrowTurns, lendTurns, type TurnLine, type TurnWord } from './writer-turns.js';

/** A queue of one, as the engine's: whoever comes waits until the one before is over. */
function queue() {
  let last = Promise.resolve();
  let taken = 0;
  return {
    taken: () => taken,
    turn: async () => {
      const before = last;
      let over: () => void = () => undefined;
      last = new Promise((resolve) => (over = resolve));
      await before;
      taken += 1;
      return () => {
        taken -= 1;
        over();
      };
    },
  };
}

function line(): readonly [TurnLine, TurnLine] {
  const listeners: [((word: TurnWord) => void)?, ((word: TurnWord) => void)?] = [];
  const end = (mine: 0 | 1, theirs: 0 | 1): TurnLine => ({
    say: (word) => queueMicrotask(() => listeners[theirs]?.(word)),
    hear: (listener) => void (listeners[mine] = listener),
  });
  return [end(0, 1), end(1, 0)];
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it('gives no turn while somebody has it, and then one at a time', async () => {
  const { turn, taken } = queue();
  const [ours, theirs] = line();
  lendTurns(ours, turn);
  const borrow = borrowTurns(theirs);
  const mine = await turn();
  let isTheirs = false;
  const asked = borrow().then((over) => {
    isTheirs = true;
    return over;
  });
  await settle();
  expect(isTheirs).toBe(false);
  mine();
  const over = await asked;
  expect(taken()).toBe(1);
  over();
  await settle();
  expect(taken()).toBe(0);
  (await borrow())();
  await settle();
  expect(taken()).toBe(0);
});

it('takes the turn back from one that is gone with it, and gives none to one that is gone before', async () => {
  const { turn, taken } = queue();
  const [ours, theirs] = line();
  const gone = lendTurns(ours, turn);
  const borrow = borrowTurns(theirs);
  await borrow();
  expect(taken()).toBe(1);
  gone();
  expect(taken()).toBe(0);
  void borrow();
  await settle();
  expect(taken()).toBe(0);
});
