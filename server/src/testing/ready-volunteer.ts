// A volunteer who may serve today: of age, trained, with an agreement, checked; written by the product's own repositories.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../agreements/index.js';
import { Agencies, Person } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { RecordChecks } from '../screening/index.js';
import { Trainings } from '../training/index.js';
import { inAgency } from './staff.js';

export async function makeReady(app: NestExpressApplication, agencyId: AgencyId, personId: PersonId): Promise<void> {
  const happenedOn = await app.get(Agencies).today(agencyId);
  const now = app.get(Clock).nowIso();
  await inAgency(app, agencyId, async () => {
    const fact = {
      agencyId,
      personId,
      happenedOn,
      validUntil: null,
      batchId: null,
      confirmedAt: now,
      confirmedBy: null,
    };
    await app.get(Database).repository(Person).update({ id: personId }, { birthDate: '1990-03-01' });
    await app.get(RecordChecks).addAll([{ ...fact, result: 'CLEAR' }]);
    await app.get(Trainings).addAll([{ ...fact, kind: 'PRE_SERVICE' }]);
    await app.get(VolunteerAgreements).addAll([fact]);
  });
}
