import { pickPseudonym } from './pseudonyms.js';

describe('pseudonyms', () => {
  it('are never given twice, also when the plain ones have run out', () => {
    const taken = new Set<string>();
    for (let child = 0; child < 600; child++) {
      const name = pickPseudonym(taken);
      expect(taken.has(name)).toBe(false);
      taken.add(name);
    }
  });

  it('stay two characters long for a small agency', () => {
    const taken = new Set<string>();
    for (let child = 0; child < 60; child++) taken.add(pickPseudonym(taken));
    for (const name of taken) expect(name).toMatch(/^\p{Script=Han}{2}$/u);
  });
});
