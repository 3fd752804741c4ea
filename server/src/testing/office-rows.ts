// An office beside the whole agency, for stories in which people and children are moved.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';
import { Office } from '../people/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';

export async function addOpenOffice(app: NestExpressApplication, agencyId: AgencyId, name: string): Promise<OfficeId> {
  const id = app.get(Ids).next<OfficeId>();
  const createdAt = app.get(Clock).nowIso();
  const office = { id, agencyId, name, areaCode: null, startsOn: '2026-01-01', endsOn: null, createdAt };
  const system = { kind: 'system' as const, agencyId, name: 'test' };
  await app.get(UnitOfWork).run(system, () => app.get(Database).repository(Office).insert(office));
  return id;
}

/** How many children an office stands beside. */
export async function childrenOf(app: NestExpressApplication, officeId: OfficeId): Promise<number> {
  const rows = await app.get(Database).read<{ id: string }>('SELECT id FROM child WHERE officeId = ?', [officeId]);
  return rows.length;
}
