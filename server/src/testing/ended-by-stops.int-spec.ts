// What migration 41 makes of pairs from before: nobody is late since before contacts were kept, and ends were decided.
import { ENTITIES } from '../app.module.js';
import { connect, migrate } from '../platform/database/database.js';
import { EndedByStops1764000000041 } from '../platform/database/migrations/1764000000041-ended-by-stops.js';
import { MIGRATIONS } from '../platform/database/migrations/index.js';
import { createTestDatabase } from '../platform/testing/test-database.js';

const AT = '2026-01-01T00:00:00.000Z';
const LONG_AGO = '2026-01-05';
const AHEAD = '2999-01-05';
const PAIRS = [
  { id: 'old', state: 'ACTIVE', startsOn: LONG_AGO, nextContactOn: LONG_AGO },
  { id: 'kept', state: 'ACTIVE', startsOn: LONG_AGO, nextContactOn: '2026-02-01' },
  { id: 'ahead', state: 'ACTIVE', startsOn: AHEAD, nextContactOn: AHEAD },
  { id: 'over', state: 'ENDED', startsOn: LONG_AGO, nextContactOn: null },
] as const;

it('gives pairs from before contacts were kept a fortnight, and touches nobody else’s day', async () => {
  const home = await createTestDatabase();
  const older = MIGRATIONS.filter((migration) => migration !== EndedByStops1764000000041);
  const before = await connect({ url: home.url, entities: ENTITIES, migrations: older });
  await migrate(before.engine, before.dataSource);
  const add = (table: string, row: Readonly<Record<string, string | number | null>>) =>
    before.dataSource.query(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
      Object.values(row),
    );
  const agencyId = 'a';
  await add('agency', { id: agencyId, name: 'A', timeZone: 'Asia/Shanghai', locale: 'en', createdAt: AT });
  for (const id of ['p', ...PAIRS.map((pair) => pair.id)])
    await add('person', { id, agencyId, nameSealed: 's', createdAt: AT });
  await add('volunteer', {
    ...{ id: 'v', agencyId, personId: 'p', languages: '[]', skills: '[]', freeTimes: '[]' },
    ...{ places: 1, createdAt: AT },
  });
  await add('match_run', {
    ...{ id: 'r', agencyId, requestId: 'r', startedBy: 'p', startedAt: AT, serviceDate: LONG_AGO },
    ...{ volunteersConsidered: 1, childrenConsidered: 1, candidatePairs: 1, objective: '0', bound: '0' },
    ...{ certificateChecked: 1, inputHash: 'x', weightsVersion: 1, durationMs: 1 },
  });
  for (const { id, ...pair } of PAIRS) {
    await add('child', {
      ...{ id, agencyId, personId: id, pseudonym: id, identityIndex: id, languages: '[]', needs: '[]' },
      ...{ freeTimes: '[]', priority: 3, createdAt: AT },
    });
    await add('match_proposal', {
      ...{ id, agencyId, runId: 'r', volunteerId: 'v', childId: id, score: 1, parts: '[]', slack: 0 },
      ...{ state: 'ACCEPTED', version: 1 },
    });
    await add('companionship', {
      ...{ id, agencyId, proposalId: id, volunteerId: 'v', childId: id, workerId: 'p', ...pair },
      ...{ version: 1, acceptedAt: AT, commonTimes: '[]' },
    });
  }
  await before.dataSource.destroy();

  const today = new Date().toISOString().slice(0, 10);
  const { engine, dataSource } = await connect({ url: home.url, entities: ENTITIES, migrations: MIGRATIONS });
  try {
    await migrate(engine, dataSource);
    const rows: { id: string; nextContactOn: string | null; endCause: string | null }[] = await dataSource.query(
      'SELECT id, nextContactOn, endCause FROM companionship ORDER BY id',
    );
    const of = (id: string) => rows.find((row) => row.id === id);
    const old = String(of('old')?.nextContactOn);
    const days = (Date.parse(old) - Date.parse(today)) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(13);
    expect(days).toBeLessThanOrEqual(15);
    expect(of('kept')).toEqual({ id: 'kept', nextContactOn: '2026-02-01', endCause: null });
    expect(of('ahead')).toEqual({ id: 'ahead', nextContactOn: AHEAD, endCause: null });
    expect(of('over')).toEqual({ id: 'over', nextContactOn: null, endCause: 'DECIDED' });
  } finally {
    await dataSource.destroy();
    await home.drop();
  }
}, 120_000);
