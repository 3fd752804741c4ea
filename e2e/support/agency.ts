// An agency whose people can sign in, and nothing else: no volunteer, no child.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyId } from '@tongxing/shared/kernel';
import { addPerson, firstAgency, TEST_PASSWORD } from '../../server/src/testing/staff.js';
import type { TestApp } from '../../server/src/testing/test-app.js';

export { TEST_PASSWORD };

export const SAMPLES = join(import.meta.dirname, '..', '..', 'infra', 'samples');

export const DIRECTOR = { name: '周岚', identifier: 'director@yunxi.example' };
export const STAFF = {
  worker: { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: 'worker@yunxi.example' },
  supervisor: { name: '陈静', roles: ['SUPERVISOR'], identifier: 'supervisor@yunxi.example' },
  donor: { name: '沈月', roles: ['DONOR'], identifier: 'donor@yunxi.example' },
} as const;
/** Supervisors that the sample rosters name; they need no login here. */
const OTHER_SUPERVISORS = ['周敏', '何远'];

export async function staffedAgency({ app }: TestApp): Promise<AgencyId> {
  const areas = JSON.parse(readFileSync(join(SAMPLES, 'areas.json'), 'utf8')) as Parameters<typeof firstAgency>[2];
  const agency = { name: '云溪同行社会工作服务中心', director: DIRECTOR.name, identifier: DIRECTOR.identifier };
  const agencyId = await firstAgency(app, agency, areas);
  for (const person of Object.values(STAFF)) await addPerson(app, agencyId, person);
  for (const name of OTHER_SUPERVISORS) await addPerson(app, agencyId, { name, roles: ['SUPERVISOR'] });
  return agencyId;
}
