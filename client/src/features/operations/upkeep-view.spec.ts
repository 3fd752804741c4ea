import {
  anchorVerdict,
  drillVerdict,
  exportVerdict,
  jobsVerdict,
  ringVerdict,
  schemaVerdict,
  toneOfVerdict,
} from './upkeep-view.js';

const NOW = new Date('2026-11-22T02:00:00.000Z');
const ago = (days: number, minutes = 0) => new Date(NOW.getTime() - days * 86_400_000 - minutes * 60_000).toISOString();
const key = (since: string | null) => ({ __typename: 'RingKey' as const, name: 'k', since });
const keys = (changes: object) => ({
  __typename: 'KeysState' as const,
  ring: [key('2026-11-01')],
  notRewrapped: 0,
  closed: 0,
  exported: null,
  ...changes,
});
const anchor = (changes: object) => ({
  __typename: 'AnchorState' as const,
  anchoredAt: ago(0) as string | null,
  behind: 0,
  mismatch: false,
  ...changes,
});
const exported = (changes: object) => ({
  __typename: 'KeyExportState' as const,
  exportedAt: ago(3),
  generation: 'ABCD1234',
  shares: 5,
  threshold: 3,
  outdated: false,
  ...changes,
});
const drill = (changes: object) => ({
  __typename: 'RestoreDrill' as const,
  finishedAt: ago(3),
  rowCount: 9,
  problem: null,
  ...changes,
});

it('keys that nothing opens come first, then those that a rotation left, then the age of the newest', () => {
  expect(ringVerdict(keys({ closed: 1, notRewrapped: 4 }), NOW)).toBe('CLOSED');
  expect(ringVerdict(keys({ notRewrapped: 4, ring: [key('2020-01-01')] }), NOW)).toBe('NOT_REWRAPPED');
  expect(ringVerdict(keys({ ring: [key('2025-11-21'), key('2026-11-01')] }), NOW)).toBe('OLD');
  expect(ringVerdict(keys({ ring: [key('2025-11-23')] }), NOW)).toBe('GOOD');
  expect(ringVerdict(keys({ ring: [key(null)] }), NOW)).toBe('GOOD');
});

it('an export is missing, of an older ring, older than a year, or good', () => {
  expect(exportVerdict(null, NOW)).toBe('NEVER');
  expect(exportVerdict(exported({ outdated: true, exportedAt: ago(400) }), NOW)).toBe('OUTDATED');
  expect(exportVerdict(exported({ exportedAt: ago(366) }), NOW)).toBe('OLD');
  expect(exportVerdict(exported({}), NOW)).toBe('GOOD');
});

it('a database that a newer program has touched is worse than one that waits', () => {
  const schema = (pending: number, unknown: number) =>
    schemaVerdict({ __typename: 'SchemaState', applied: 9, pending, unknown });
  expect([schema(1, 1), schema(1, 0), schema(0, 0)]).toEqual(['NEWER', 'PENDING', 'GOOD']);
});

it('an anchor may be a few rows behind for some minutes, not longer, and never ahead', () => {
  expect(anchorVerdict(anchor({ mismatch: true }), NOW)).toBe('MISMATCH');
  expect(anchorVerdict(anchor({ anchoredAt: null, behind: 3 }), NOW)).toBe('NEVER');
  expect(anchorVerdict(anchor({ behind: 3, anchoredAt: ago(0, 11) }), NOW)).toBe('BEHIND');
  expect(anchorVerdict(anchor({ behind: 3, anchoredAt: ago(0, 9) }), NOW)).toBe('GOOD');
  expect(anchorVerdict(anchor({ anchoredAt: ago(90) }), NOW)).toBe('GOOD');
  expect(anchorVerdict(anchor({ anchoredAt: null }), NOW)).toBe('GOOD');
});

it('jobs that wait longer than minutes have nobody who does them', () => {
  const jobs = (oldestDueAt: string | null) =>
    jobsVerdict({ __typename: 'JobsState', due: 1, running: 0, later: 0, oldestDueAt }, NOW);
  expect([jobs(ago(0, 11)), jobs(ago(0, 2)), jobs(null)]).toEqual(['STUCK', 'GOOD', 'GOOD']);
});

it('a drill was never done, failed, is more than a month ago, or went well', () => {
  expect(drillVerdict(null, NOW)).toBe('NEVER');
  expect(drillVerdict(drill({ problem: 'NAMES_CLOSED' }), NOW)).toBe('FAILED');
  expect(drillVerdict(drill({ finishedAt: ago(36) }), NOW)).toBe('OLD');
  expect(drillVerdict(drill({ finishedAt: ago(30) }), NOW)).toBe('GOOD');
});

it('a tone tells what is lost from what somebody should do', () => {
  expect(toneOfVerdict('GOOD')).toBe('good');
  expect(toneOfVerdict('OLD')).toBe('soon');
  expect(toneOfVerdict('NEVER')).toBe('waiting');
  expect(toneOfVerdict('MISMATCH')).toBe('refused');
});
