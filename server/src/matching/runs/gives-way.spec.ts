import fc from 'fast-check';
import { GivesWay } from './gives-way.js';

/** A process whose standing and going are written down, on a clock of its own. */
function watched() {
  let now = 0;
  let planned: { at: number; call: () => void } | undefined;
  const told: string[] = [];
  let standing = false;
  let stood = 0;
  let longest = 0;
  let current = 0;
  const to = (end: number) => {
    const passed = end - now;
    if (standing) {
      stood += passed;
      current += passed;
      longest = Math.max(longest, current);
    } else if (passed > 0) current = 0;
    now = end;
  };
  const way = new GivesWay({
    stand: () => {
      standing = true;
      told.push(`stands ${now}`);
    },
    go: () => {
      standing = false;
      told.push(`goes ${now}`);
    },
    now: () => now,
    after: (ms, call) => {
      const mine = { at: now + ms, call };
      planned = mine;
      return () => void (planned = planned === mine ? undefined : planned);
    },
  });
  const pass = (ms: number) => {
    const end = now + ms;
    while (planned && planned.at <= end) {
      const { at, call } = planned;
      planned = undefined;
      to(at);
      call();
    }
    to(end);
  };
  return { way, pass, told, sums: () => ({ now, stood, longest, standing }) };
}

it('stands while somebody is answered, and goes on when they are', () => {
  const { way, pass, told } = watched();
  pass(10);
  way.heed(true);
  pass(20);
  way.heed(false);
  pass(25);
  way.heed(true);
  pass(20);
  way.heed(false);
  expect(told).toEqual(['stands 10', 'goes 30', 'stands 55', 'goes 75']);
});

it('goes on for a while where somebody is always answered', () => {
  const { way, pass, told } = watched();
  way.heed(true);
  pass(260);
  expect(told).toEqual(['stands 0', 'goes 100', 'stands 125', 'goes 175', 'stands 200', 'goes 250']);
});

it('goes when it has to hear, and does not stand again', () => {
  const { way, pass, told, sums } = watched();
  way.heed(true);
  pass(10);
  way.end();
  pass(1_000);
  expect(told).toEqual(['stands 0', 'goes 10']);
  expect(sums().standing).toBe(false);
});

it('has a third of the time but for its first stand, and never stands longer than a tenth of a second', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 300 })), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (turns) => {
      const { way, pass, sums } = watched();
      for (const [isInTheWay, ms] of turns) {
        way.heed(isInTheWay);
        pass(ms);
      }
      const { now, stood, longest } = sums();
      expect(longest).toBeLessThanOrEqual(100 + 1);
      expect(stood).toBeLessThanOrEqual((2 * now) / 3 + 100 + 1);
    }),
  );
});
