// Stored runs of all four problems: proven again from their text alone, and not believed once anything is changed.
import { startDays } from './days/days-state.js';
import { DEFAULT_SHARE_WEIGHTS } from './sponsorship/default-share-weights.js';
import { startShares } from './sponsorship/share-state.js';
import { DEFAULT_WEIGHTS } from '../rules/match-weights.js';
import { runMatch } from './run-match.js';
import { startSeats } from './seats/seats-state.js';
import { storedDaysRun, storedSeatsRun, storedSharesRun, verifyStoredRun, type StoredRun } from './stored-run.js';
import { inventSnapshot, RULES } from './testing/invented-snapshot.js';
import { inventDays } from './testing/small-days.js';
import { Seeded } from './testing/small-problem.js';
import { inventSeats } from './testing/small-seats.js';

const sponsor = { shares: 2, months: 12, eligible: true };
const child = { shares: 2, months: 6, programme: 'SCHOOL', priority: 3, waitingDays: 40, needs: [], consented: true };
const shares = startShares(
  {
    sponsors: ['s1', 's2'].map((id) => ({ ...sponsor, id })),
    children: ['c1', 'c2', 'c3'].map((id) => ({ ...child, id })),
    locks: [],
    vetoes: [],
  },
  DEFAULT_SHARE_WEIGHTS,
);
const match = runMatch(
  inventSnapshot(new Seeded(7), { volunteers: 30, children: 20, supervisors: 3 }),
  RULES,
  DEFAULT_WEIGHTS,
);
const seats = startSeats({ ...inventSeats(new Seeded(5), { volunteers: 12, activities: 8 }), locks: [] });
const days = startDays({ ...inventDays(new Seeded(4), { companies: 6, activities: 4, days: 3 }), locks: [] });

const runs: readonly [StoredRun['kind'], StoredRun][] = [
  ['COMPANIONSHIP', { kind: 'COMPANIONSHIP', input: match.canonical, result: match }],
  ['SEATS', storedSeatsRun(seats)],
  ['DAYS', storedDaysRun(days)],
  ['SHARES', storedSharesRun(shares)],
];

/** As it comes back from where it was stored: one text. */
const readBack = (run: StoredRun): StoredRun => {
  return JSON.parse(JSON.stringify(run)) as StoredRun;
};

describe.each(runs)('a stored run of %s', (_, run) => {
  it('is not believed where it claims more', () => {
    const text = JSON.stringify(run.result.certificate);
    const more = text.replace(/"objective":(-?\d+)/, (_all, worth: string) => `"objective":${Number(worth) + 1}`);
    expect(more).not.toBe(text);
    const lie = JSON.parse(
      JSON.stringify({ ...run, result: { ...run.result, certificate: JSON.parse(more) as object } }),
    ) as StoredRun;
    expect(verifyStoredRun(lie).valid).toBe(false);
  });

  it('is not believed for another input, another engine, or none', () => {
    const inputs = [run.input.replace(/"engine":\d+/, '"engine":0'), '{}', 'no text of any run'];
    for (const input of inputs) expect(verifyStoredRun({ ...run, input }).valid).toBe(false);
  });

  it('is proven again from its text alone', () => {
    expect(verifyStoredRun(readBack(run))).toEqual({ valid: true });
  });
});

it('does not believe a share for a child that the sponsor may not have', () => {
  const run = storedSharesRun(shares);
  if (run.kind !== 'SHARES') throw new Error('BUG: no run of shares');
  const [first, ...others] = run.result.shares;
  if (!first) throw new Error('BUG: nobody is proposed');
  const strange = { ...run, result: { ...run.result, shares: [{ ...first, childId: 'nobody' }, ...others] } };
  expect(verifyStoredRun(strange).valid).toBe(false);
});
