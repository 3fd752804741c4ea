import { localDate } from '@tongxing/shared/kernel';
import { PeopleRepository } from '../people/index.js';
import { RecordChecks } from '../screening/index.js';
import { demoAgency } from './demo-rows.js';
import { inAgency } from './staff.js';
import type { TestApp } from './test-app.js';

/** The authority knows nothing of the people of the demo agency with these numbers (+86…); throws where one is nobody's. */
export async function clearedByPhone(platform: TestApp, phones: readonly string[]): Promise<void> {
  const { app } = platform;
  const agencyId = await demoAgency(platform);
  const people = await app.get(PeopleRepository).idsByPhone(agencyId, [...phones]);
  if (people.size !== phones.length) throw new Error(`${people.size} of ${phones.length} numbers are somebody's`);
  const dated = { happenedOn: localDate('2026-11-20'), validUntil: null, batchId: null, confirmedBy: null };
  const rows = [...people.values()].map((personId) => ({ ...dated, agencyId, personId, result: 'CLEAR' as const }));
  await inAgency(app, agencyId, () => app.get(RecordChecks).addAll(rows));
}
