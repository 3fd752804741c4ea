// The test behind R12: it must find what is there, and nothing where there is nothing.
import { toldApart } from './told-apart.mjs';

/** Evenly spread, without chance: the same on every run. */
const spread = (count: number, shift = 0) => Array.from({ length: count }, (_, index) => ((index * 37) % 101) + shift);

it('finds nothing between equal lots', () => {
  const { auc, p } = toldApart(spread(400), spread(400));
  expect(auc).toBeCloseTo(0.5, 10);
  expect(p).toBeCloseTo(1, 3);
});

it('finds a shift that an eye would miss, and says in which direction', () => {
  const slower = toldApart(spread(400, 10), spread(400));
  expect(slower.auc).toBeGreaterThan(0.55);
  expect(slower.p).toBeLessThan(0.001);
  expect(toldApart(spread(400), spread(400, 10)).auc).toBeCloseTo(1 - slower.auc, 10);
});

it('agrees with the tables: 1.1, 2.2, 3.3 against 4.4, 5.5, 6.6', () => {
  const { auc, p } = toldApart([1.1, 2.2, 3.3], [4.4, 5.5, 6.6]);
  expect(auc).toBe(0);
  expect(p).toBeCloseTo(0.0495, 3); // z = 1.964 without a correction for continuity
});

it('shares ranks among equal times', () => {
  expect(toldApart([1, 1, 1], [1, 1, 1])).toMatchObject({ auc: 0.5 });
});
