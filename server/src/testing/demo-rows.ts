// What a story has to know of the demo's rows where no page tells it.
import type { AgencyId } from '@tongxing/shared/kernel';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import type { TestApp } from './test-app.js';

/** The agency that is seeded first. */
export async function demoAgency(platform: TestApp): Promise<AgencyId> {
  const [agency] = await platform.app.get(Database).read<{ id: AgencyId }>('SELECT id FROM agency ORDER BY id', []);
  if (!agency) throw new Error('there is no agency');
  return agency.id;
}

/** The page at the desk of the one volunteer born on a day. */
export async function volunteerPageOf(platform: TestApp, birthDate: string): Promise<string> {
  const [volunteer] = await platform.app.get(Database).read<{
    id: string;
  }>('SELECT v.id AS id FROM volunteer v JOIN person p ON p.id = v.personId WHERE p.birthDate = ?', [birthDate]);
  if (!volunteer) throw new Error(`nobody was born on ${birthDate}`);
  return `/agency/volunteers/${toGlobalId('Volunteer', volunteer.id)}`;
}
