// What a run found is stored in small pieces and shown whole or not at all, at whichever of them its process dies.
import type { PersonActor } from '../../platform/access/index.js';
import { allRows, personActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { MatchRuns } from '../index.js';
import { MatchProposal, MatchRun, MatchRunDocument } from './match-run.entity.js';
import { MatchSnapshots } from './match-snapshots.js';
import { RunDocuments } from './run-documents.js';
import { RunEnds } from './run-ends.js';
import { RunPerformer } from './run-performer.js';
import { RunStore } from './run-store.js';

const LONG = 240_000;
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename
  ... on MatchRun { id state proposals(first: 1) { totalCount } } ... on MatchUnderWay { runId } } }`;
const BOARD = 'query ($id: ID!) { matchRun(id: $id) { state unmatchedTotal proposals(first: 1) { totalCount } } }';
const ROWS_A_PIECE = 25;
const MINUTE_MS = 61_000;

/** The one writer of a process that dies before its next unit: what it was asked for then never comes back. */
class DyingWork extends UnitOfWork {
  readonly dead: Promise<void>;
  units = 0;
  #die: () => void = () => undefined;

  constructor(
    database: Database,
    private readonly lives: number,
    private readonly between: () => Promise<void>,
  ) {
    super(database);
    this.dead = new Promise((resolve) => (this.#die = resolve));
  }

  override async run<T>(...[actor, work]: Parameters<typeof UnitOfWork.prototype.run<T>>): Promise<T> {
    if (this.units >= this.lives) {
      this.#die();
      return new Promise<never>(() => undefined);
    }
    this.units += 1;
    const outcome = await super.run(actor, work);
    await this.between();
    return outcome;
  }
}

let platform: TestApp;
let agency: MatchedAgency;
let actor: PersonActor;
let before: { readonly id: string; readonly open: number };

const rows = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);
const open = (runId: string) => rows(MatchProposal).countBy({ runId, state: 'PROPOSED' });
const start = async (requestId: string) => {
  const { outcome } = await agency.worker.data<{ outcome: Record<string, unknown> }>(RUN, { i: { requestId } });
  return outcome;
};

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'pieces');
  await start('before');
  const run = await rows(MatchRun).findOneByOrFail({ requestId: 'before' });
  before = { id: run.id, open: await open(run.id) };
  const { agencyId } = agency;
  const who = { agencyId, personId: run.startedBy, loginId: run.startedBy, sessionId: 'of-a-test' };
  actor = personActor(who as PersonActor, [{ role: 'SOCIAL_WORKER' }]);
}, LONG);
afterAll(() => platform.stop());

/** Performs a run as a process would that dies after so many units of work; resolves when it is dead, or done. */
async function performUntil(requestId: string, lives: number) {
  const earlier = await rows(MatchRun).findOneByOrFail({ id: before.id });
  const now = platform.app.get(Clock).nowIso();
  const begun = {
    id: platform.app.get(Ids).next<never>(),
    requestId,
    state: 'RUNNING' as const,
    startedAt: now,
    aliveAt: now,
  };
  const run: MatchRun = { ...earlier, ...begun, endedAt: null, readiness: null, progress: 0 };
  await platform.app.get(UnitOfWork).run(actor, () => rows(MatchRun).insert(run));
  const seen: { proposals: number; parts: number }[] = [];
  const work = new DyingWork(platform.app.get(Database), lives, async () => {
    const runId = run.id;
    seen.push({
      proposals: await rows(MatchProposal).countBy({ runId }),
      parts: await rows(MatchRunDocument).countBy({ runId }),
    });
  });
  const { app } = platform;
  const store = new RunStore(
    ...([app.get(Database), work, app.get(AuditTrail), app.get(Clock), app.get(Ids), app.get(RunDocuments)] as const),
  );
  const performer = new RunPerformer(app.get(MatchSnapshots), store, app.get(RunEnds));
  const watch = { signal: new AbortController().signal, at: () => undefined };
  const done = performer.perform(actor, run, allRows(agency.agencyId), watch);
  await Promise.race([done, work.dead]);
  return { run, seen, units: work.units };
}

describe('a run whose process dies while it is stored', () => {
  it.each([0, 1, 3, 5, 7])(
    'after %i units of work is shown to nobody, and leaves nothing once it has been silent for a minute',
    async (lives) => {
      const { run } = await performUntil(`dies-after-${lives}`, lives);
      const id = toGlobalId('MatchRun', run.id);
      const { matchRun } = await agency.worker.data<{ matchRun: object }>(BOARD, { id });
      expect(matchRun).toEqual({ state: 'RUNNING', unmatchedTotal: 0, proposals: { totalCount: 0 } });
      // What stood before still waits to be decided.
      expect(await open(before.id)).toBe(before.open);
      expect(await open(run.id)).toBe(0);
      expect((await start(`beside-${lives}`))['__typename']).toBe('MatchUnderWay');

      platform.clock.advance(MINUTE_MS);
      expect((await platform.app.get(MatchRuns).find(agency.agencyId, run.id))?.state).toBe('FAILED');
      for (const entity of [MatchProposal, MatchRunDocument]) {
        expect(await rows<MatchProposal | MatchRunDocument>(entity).countBy({ runId: run.id })).toBe(0);
      }
      expect(await open(before.id)).toBe(before.open);
    },
    LONG,
  );
});

it(
  'writes no more at a time than others can wait for, and all becomes open in the last step',
  async () => {
    const { run, seen, units } = await performUntil('lives', 1_000);
    const most = (of: (one: (typeof seen)[number]) => number) =>
      Math.max(...seen.map((one, i) => of(one) - (i === 0 ? 0 : of(seen[i - 1] ?? one))));
    expect(most(({ proposals }) => proposals)).toBeLessThanOrEqual(ROWS_A_PIECE);
    expect(most(({ parts }) => parts)).toBeLessThanOrEqual(1);
    expect(units).toBeGreaterThan(7);
    expect(await rows(MatchRun).findOneByOrFail({ id: run.id })).toMatchObject({ state: 'DONE', progress: 100 });
    expect(await open(run.id)).toBe(seen.at(-1)?.proposals);
    expect(await open(before.id)).toBe(0);
    expect(await platform.app.get(MatchRuns).verify(await rows(MatchRun).findOneByOrFail({ id: run.id }))).toEqual({
      valid: true,
    });
  },
  LONG,
);
