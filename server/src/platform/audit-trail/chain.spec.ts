import { firstBreak, GENESIS, hashOf, type Link } from './chain.js';

function chainOf(length: number): (Link & { hash: string })[] {
  const links: (Link & { hash: string })[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const link: Link = {
      agencyId: 'a',
      sequence,
      at: '2026-11-22T00:00:00.000Z',
      actorKind: 'person',
      actorId: 'p',
      action: 'setting.changed',
      subjectType: 'AgencySetting',
      subjectId: null,
      facts: `{"n":${sequence}}`,
      previousHash: links.at(-1)?.hash ?? GENESIS,
    };
    links.push({ ...link, hash: hashOf(link) });
  }
  return links;
}

describe('the audit chain', () => {
  it('finds every single edit, wherever it is made', () => {
    const fields = [
      'agencyId',
      'at',
      'actorKind',
      'actorId',
      'action',
      'subjectType',
      'facts',
      'previousHash',
      'hash',
    ] as const;
    for (const field of fields) {
      for (let at = 0; at < 5; at++) {
        const links = chainOf(5).map((link, index) => (index === at ? { ...link, [field]: 'changed' } : link));
        expect(firstBreak(links)).toBe(at + 1);
      }
    }
  });

  it('finds a link taken out, doubled, or two that changed places', () => {
    const links = chainOf(5);
    expect(firstBreak(links.filter((link) => link.sequence !== 3))).toBe(3);
    expect(firstBreak([...links.slice(0, 2), ...links.slice(1)])).toBe(3);
    const [one, two, ...rest] = links;
    expect(firstBreak(one && two ? [two, one, ...rest] : [])).toBe(1);
  });

  it('finds nothing in a whole chain, nor in an empty one', () => {
    expect(firstBreak(chainOf(50))).toBeUndefined();
    expect(firstBreak([])).toBeUndefined();
  });
});
