// Volunteers as a roster leaves them: a name, perhaps a phone number, a role, and no account.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { Agencies, PeopleRepository, VolunteersRepository } from '../people/index.js';
import { UnitOfWork } from '../platform/database/index.js';

export interface KnownVolunteer {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly birthDate?: LocalDate | undefined;
  /** Name of the supervisor who looks after them. */
  readonly supervisor?: string | undefined;
}

export async function addKnownVolunteers(
  app: NestExpressApplication,
  agencyId: AgencyId,
  known: readonly KnownVolunteer[],
): Promise<void> {
  const people = app.get(PeopleRepository);
  const today = await app.get(Agencies).today(agencyId);
  const supervisors = await people.namesOf(agencyId, await people.holdersOf(agencyId, 'SUPERVISOR', today));
  const idOf = new Map([...supervisors].map(([id, name]) => [name, id]));
  const nothing = { languages: ['zh'], skills: [], freeTimes: [], places: 1 };
  await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    for (const { name, phone, birthDate, supervisor } of known) {
      const personId = await people.add({ agencyId, name, phone, birthDate });
      await people.assignRole(agencyId, personId, 'VOLUNTEER', today);
      const supervisorId = idOf.get(supervisor ?? '') as PersonId | undefined;
      await app.get(VolunteersRepository).addAll([{ agencyId, personId, supervisorId, ...nothing }]);
    }
  });
}
