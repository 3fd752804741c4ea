import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { atZero, evaluate, inverse, multiply } from './gf256.js';
import { combine, split, type Share } from './shamir.js';

const hex = (text: string) => Buffer.from(text, 'hex');

describe('GF(256)', () => {
  it('multiplies as FIPS 197 §4.2 does', () => {
    expect(multiply(0x57, 0x83)).toBe(0xc1);
    expect([0x02, 0x04, 0x08, 0x10, 0x13].map((b) => multiply(0x57, b))).toEqual([0xae, 0x47, 0x8e, 0x07, 0xfe]);
    // §5.1.1: the S-box begins with the inverse; that of 0x53 is 0xca.
    expect(inverse(0x53)).toBe(0xca);
  });

  it('has an inverse for everything but 0', () => {
    expect(() => inverse(0)).toThrow(RangeError);
    for (let a = 1; a < 256; a += 1) expect(multiply(a, inverse(a))).toBe(1);
  });

  it('evaluates and interpolates as the vectors of codahale/shamir say', () => {
    expect(evaluate(Uint8Array.of(1, 0, 2, 3), 2)).toBe(17);
    const at = (...points: [number, number][]) => atZero(points.map(([x, y]) => ({ x, y })));
    expect(at([1, 1], [2, 2], [3, 3])).toBe(0);
    expect(at([1, 80], [2, 90], [3, 20])).toBe(30);
    expect(at([1, 43], [2, 22], [3, 86])).toBe(107);
  });
});

describe('shares', () => {
  it('are refused where one of them would open all, or nobody could', () => {
    const of = (shares: number, threshold: number) => () =>
      split(hex('00'), { shares, threshold, random: randomBytes });
    for (const [shares, threshold] of [
      [3, 1],
      [3, 4],
      [17, 3],
      [Number.NaN, 2],
    ] as const) {
      expect(of(shares, threshold)).toThrow(RangeError);
    }
  });

  it('cannot be put together where one is there twice, or is of another length', () => {
    const [a, b] = split(randomBytes(8), { shares: 3, threshold: 2, random: randomBytes }) as [Share, Share];
    expect(() => combine([a, a])).toThrow(RangeError);
    expect(() => combine([a, { ...b, bytes: b.bytes.subarray(1) }])).toThrow(RangeError);
    expect(() => combine([])).toThrow(RangeError);
  });

  it('tell nothing where one is missing: every secret is as likely', () => {
    // With all 256 choices of the one coefficient, the share of every secret takes each value exactly once.
    for (const secret of [0, 1, 0x53, 255]) {
      const seen = new Set<number>();
      for (let coefficient = 0; coefficient < 256; coefficient += 1) {
        const [share] = split(Buffer.of(secret), { shares: 2, threshold: 2, random: () => Buffer.of(coefficient) });
        seen.add(share?.bytes[0] ?? -1);
      }
      expect(seen.size).toBe(256);
    }
  });

  it('made by shamir-secret-sharing 0.0.4 open here too: the form is everybody’s', () => {
    const made = [
      { index: 236, bytes: hex('b94cd5865e02701f') },
      { index: 132, bytes: hex('e870ea3f1a0c7fd1') },
      { index: 91, bytes: hex('85b44d5f5878d065') },
      { index: 128, bytes: hex('6928bd7aafc571aa') },
      { index: 59, bytes: hex('766b15447bcc2e3d') },
    ];
    for (const some of [made.slice(0, 3), made.slice(2), made]) {
      expect(combine(some).toString('hex')).toBe('0001027f80fdfeff');
    }
    expect(combine(made.slice(0, 2)).toString('hex')).not.toBe('0001027f80fdfeff');
  });

  it('any threshold of them give the secret back, in any order; one fewer does not', () => {
    const cases = fc.record({
      secret: fc.uint8Array({ minLength: 8, maxLength: 60 }),
      shares: fc.integer({ min: 2, max: 7 }),
      order: fc.infiniteStream(fc.nat()),
    });
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 7 }), ({ secret, shares, order }, wanted) => {
        const threshold = Math.min(wanted, shares);
        const all = split(Buffer.from(secret), { shares, threshold, random: randomBytes });
        const shuffled = all
          .map((share) => ({ share, rank: order.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ share }) => share);
        expect(combine(shuffled.slice(0, threshold))).toEqual(Buffer.from(secret));
        // Of 2^64 texts and more, noise hits the secret never.
        expect(combine(shuffled.slice(0, threshold - 1))).not.toEqual(Buffer.from(secret));
      }),
      { numRuns: 60 },
    );
  });
});
