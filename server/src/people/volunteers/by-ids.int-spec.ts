// Looking up fifty ids reads fifty rows, however many people the agency has: on SQLite a list of a million people took half
// a second for each of its lookups, which walked through the whole agency instead.
import type { AgencyId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../children/index.js';
import { allRows } from '../../platform/access/index.js';
import { Database, idsAmong } from '../../platform/database/index.js';
import { countStatements } from '../../testing/count-statements.js';
import { addAgency } from '../../testing/staff.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { PeopleRepository } from '../people.repository.js';
import { VolunteerLists } from './volunteer-lists.js';
import { VolunteersRepository } from './volunteers.repository.js';

const IDS = Array.from({ length: 50 }, (_, at) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`);

let platform: TestApp;
let agencyId: AgencyId;

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, '同路');
});

afterAll(() => platform.stop());

const get = <T>(part: abstract new (...args: never[]) => T): T => platform.app.get(part as never);

const LOOKUPS: readonly (readonly [what: string, table: string, look: () => Promise<unknown>])[] = [
  ['volunteers', 'volunteer', () => get(VolunteersRepository).byIds(allRows(agencyId), IDS)],
  ['volunteers in question', 'v', () => get(VolunteerLists).toJudge(agencyId, IDS)],
  ['children', 'child', () => get(ChildrenRepository).byIds(allRows(agencyId), IDS)],
  ['people', 'person', () => get(PeopleRepository).byIds(agencyId, IDS)],
  ['names', 'person', () => get(PeopleRepository).namesOf(agencyId, IDS)],
  ['those within', 'household', () => idsAmong(platform.app.get(Database), 'household', allRows(agencyId), IDS)],
];

it.each(LOOKUPS)('looks %s up by id, not through the agency', async (_, table, look) => {
  const database = platform.app.get(Database);
  const { statements } = await countStatements(platform.app, look);
  const [statement] = statements.filter((sql) => sql.includes('id IN (?'));
  if (!statement) throw new Error('nothing was looked up');
  const parameters = [agencyId, ...IDS];
  if (database.engine.kind === 'sqlite') {
    const plan = await database.manager.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${statement}`, parameters);
    expect(plan.map(({ detail }) => detail).join('\n')).toMatch(new RegExp(`SEARCH ${table} USING .*\\(id=\\?\\)`));
  } else {
    const plan = await database.manager.query<{ table: string | null; possible_keys: string | null }[]>(
      `EXPLAIN ${statement}`,
      parameters,
    );
    expect(plan.some(({ possible_keys: keys }) => keys?.includes('PRIMARY'))).toBe(true);
  }
});
