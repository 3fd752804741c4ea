// A child of the demo who is accompanied, for the story of those who were helped and help: what would take months, in a moment.
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../agreements/index.js';
import { Child } from '../children/index.js';
import { PeopleRepository, Person } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { Trainings } from '../training/index.js';
import { DEMO_PASSWORD, demoLogin } from './demo-app.js';
import { giveLogin } from './matched-agency.js';
import { inAgency } from './staff.js';
import type { TestApp } from './test-app.js';

const PAIRS = `{ companionships(first: 50, state: ACTIVE) { edges { node { volunteer { name } child { id name pseudonym } } } } }`;
const TABLES = ['child', 'programme_place', 'sponsorship', 'companionship', 'consent', 'household_member'];

interface Pair {
  readonly volunteer: { readonly name: string };
  readonly child: { readonly id: string; readonly name: string; readonly pseudonym: string };
}
export interface YoungHelper extends Pair {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  /** Everything that the child receives, row for row. */
  readonly aid: () => Promise<string>;
  /** Training and agreement, as courses and signing leave them. */
  readonly learns: (on: LocalDate) => Promise<void>;
  readonly getsLogin: (phone: string) => Promise<void>;
  /** The worker of the demo supervises too. */
  readonly workerSupervises: () => Promise<void>;
}

/** The first child with a companion, fifteen years old from now on. */
export async function youngHelper(platform: TestApp): Promise<YoungHelper> {
  const { app } = platform;
  const worker = platform.client();
  await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  const { companionships } = await worker.data<{ companionships: { edges: { node: Pair }[] } }>(PAIRS);
  const pair = companionships.edges[0]?.node;
  if (!pair) throw new Error('nobody is accompanied');
  const database = app.get(Database);
  const id = fromGlobalId('Child', pair.child.id) ?? '';
  const row = await database.repository(Child).findOneByOrFail({ id });
  const { agencyId, personId } = { agencyId: row.agencyId as AgencyId, personId: row.personId as PersonId };
  await inAgency(app, agencyId, () =>
    database.repository(Person).update({ id: personId }, { birthDate: '2011-03-01' }),
  );
  const { viewer } = await worker.data<{ viewer: { id: string } }>('{ viewer { id } }');
  return {
    ...pair,
    ...{ agencyId, personId },
    aid: async () => {
      const rows: unknown[] = [];
      for (const table of TABLES) rows.push(await database.read(`SELECT * FROM ${table} ORDER BY id`, []));
      return JSON.stringify(rows);
    },
    learns: (happenedOn) =>
      inAgency(app, agencyId, async () => {
        const fact = { agencyId, personId, happenedOn, validUntil: null, batchId: null, confirmedBy: null };
        await app.get(Trainings).addAll([{ ...fact, kind: 'PRE_SERVICE' }]);
        await app.get(VolunteerAgreements).addAll([fact]);
      }),
    getsLogin: (phone) => giveLogin(platform, agencyId, personId, phone),
    workerSupervises: () =>
      inAgency(app, agencyId, async () => {
        const workerId = fromGlobalId('Person', viewer.id) as PersonId;
        await app.get(PeopleRepository).assignRole(agencyId, workerId, 'SUPERVISOR', '2026-01-01' as LocalDate);
      }),
  };
}
