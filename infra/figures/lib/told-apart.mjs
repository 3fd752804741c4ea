// @ts-check
// Whether two lots of measured times can be told apart: the Mann–Whitney test, which asks nothing of their shape.

/**
 * @param {readonly number[]} these
 * @param {readonly number[]} those
 * @returns {{ auc: number, p: number }} auc: the chance that one of `these` is the larger, 0.5 where nobody can tell;
 *   p: how often chance alone would set them at least as far apart
 */
export function toldApart(these, those) {
  const [n, m] = [these.length, those.length];
  if (n === 0 || m === 0) throw new Error('BUG: nothing to compare');
  const all = [...these.map((value) => ({ value, own: true })), ...those.map((value) => ({ value, own: false }))];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  let ties = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    const size = to - from;
    // Equal times share the mean of their ranks, which count from 1.
    ranks += ((from + 1 + to) / 2) * all.slice(from, to).filter(({ own }) => own).length;
    ties += size ** 3 - size;
    from = to;
  }
  const u = ranks - (n * (n + 1)) / 2;
  const total = n + m;
  const spread = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
  const z = spread === 0 ? 0 : (u - (n * m) / 2) / spread;
  return { auc: u / (n * m), p: twoSided(Math.abs(z)) };
}

/** Both tails of the normal distribution beyond z (Abramowitz and Stegun 7.1.26; off by less than 1.5e-7). @param {number} z */
function twoSided(z) {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.min(1, polynomial * Math.exp(-x * x));
}
