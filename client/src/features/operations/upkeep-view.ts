// Whether keys, schema, anchor, jobs and drills are as they should be: a tone for the eye, and a code for the words.
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { Tone } from '../../ui/badge/StateBadge.js';
import type { BackupStateQuery, UpkeepStateQuery } from '../../gql/graphql.js';

type Upkeep = UpkeepStateQuery['upkeepState'];
type Drill = BackupStateQuery['backupState']['drill'];

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** docs/keys.md: at least once a year. */
const RING_DAYS = 365;
/** docs/operations.md: once a month, and a few days of grace. */
const DRILL_DAYS = 35;
/** A worker and the anchor need seconds; whatever takes longer than this has stopped. */
const STUCK_MS = 10 * MINUTE_MS;

export type RingVerdict = 'CLOSED' | 'NOT_REWRAPPED' | 'OLD' | 'GOOD';
export type ExportVerdict = 'NEVER' | 'OUTDATED' | 'OLD' | 'GOOD';
export type SchemaVerdict = 'NEWER' | 'PENDING' | 'GOOD';
export type AnchorVerdict = 'MISMATCH' | 'NEVER' | 'BEHIND' | 'GOOD';
export type JobsVerdict = 'STUCK' | 'GOOD';
export type DrillVerdict = 'NEVER' | 'FAILED' | 'OLD' | 'GOOD';

const olderThan = (at: string, ms: number, now: Date): boolean => now.getTime() - Date.parse(at) > ms;

export function ringVerdict({ ring, notRewrapped, closed }: Upkeep['keys'], now: Date): RingVerdict {
  if (closed > 0) return 'CLOSED';
  if (notRewrapped > 0) return 'NOT_REWRAPPED';
  const since = ring[0]?.since;
  return since && olderThan(since, RING_DAYS * DAY_MS, now) ? 'OLD' : 'GOOD';
}

export function exportVerdict(exported: Upkeep['keys']['exported'], now: Date): ExportVerdict {
  if (!exported) return 'NEVER';
  if (exported.outdated) return 'OUTDATED';
  return olderThan(exported.exportedAt, RING_DAYS * DAY_MS, now) ? 'OLD' : 'GOOD';
}

export function schemaVerdict({ pending, unknown }: Upkeep['schema']): SchemaVerdict {
  if (unknown > 0) return 'NEWER';
  return pending > 0 ? 'PENDING' : 'GOOD';
}

export function anchorVerdict({ anchoredAt, behind, mismatch }: Upkeep['anchor'], now: Date): AnchorVerdict {
  if (mismatch) return 'MISMATCH';
  if (!anchoredAt) return behind > 0 ? 'NEVER' : 'GOOD';
  return behind > 0 && olderThan(anchoredAt, STUCK_MS, now) ? 'BEHIND' : 'GOOD';
}

export const jobsVerdict = ({ oldestDueAt }: Upkeep['jobs'], now: Date): JobsVerdict =>
  oldestDueAt && olderThan(oldestDueAt, STUCK_MS, now) ? 'STUCK' : 'GOOD';

export function drillVerdict(drill: Drill, now: Date): DrillVerdict {
  if (!drill) return 'NEVER';
  if (drill.problem) return 'FAILED';
  return olderThan(drill.finishedAt, DRILL_DAYS * DAY_MS, now) ? 'OLD' : 'GOOD';
}

type Verdict = RingVerdict | ExportVerdict | SchemaVerdict | AnchorVerdict | JobsVerdict | DrillVerdict;

/** refused: something may be lost · waiting: somebody should act · soon: works, but is getting old. */
export function toneOfVerdict(verdict: Verdict): Tone {
  switch (verdict) {
    case 'GOOD':
      return 'good';
    case 'OLD':
      return 'soon';
    case 'NEVER':
    case 'OUTDATED':
    case 'NOT_REWRAPPED':
    case 'PENDING':
    case 'BEHIND':
    case 'STUCK':
      return 'waiting';
    case 'CLOSED':
    case 'MISMATCH':
    case 'NEWER':
    case 'FAILED':
      return 'refused';
    default:
      return assertUnreachable(verdict);
  }
}
