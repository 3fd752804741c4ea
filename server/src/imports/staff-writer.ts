// Writes colleagues of a roster: their dated roles, and credentials that count once a second person has looked.
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { AgencyId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { Agencies, PeopleRepository, StaffCredential } from '../people/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { CreatedPeople } from './created-people.js';
import type { StaffValues } from './domain/index.js';
import type { Destination } from './destination.js';
import { idAt } from './row-person.js';

interface Bearer {
  readonly personId: PersonId;
  readonly values: StaffValues;
}
const ROWS_A_STATEMENT = 200;

@Injectable()
export class StaffWriter {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly agencies: Agencies,
    private readonly created: CreatedPeople,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside a unit of work. Nobody gets an account by it: that is an invitation's to do. */
  async write(to: Destination, rows: readonly StaffValues[], offices: ReadonlyMap<string, OfficeId>): Promise<void> {
    const { agencyId } = to;
    const today = await this.agencies.today(agencyId);
    const personIds = await this.people.addAll(
      rows.map(({ name, phone, email, idNumber, gender, birthDate }) => ({
        ...{ agencyId, name, phone, email, idNumber, gender, birthDate },
      })),
    );
    await this.created.remember(
      to,
      rows.map(({ roles }, index) => ({ personId: idAt(personIds, index), roles: roles.length })),
    );
    for (const [index, { roles, office, startsOn = today }] of rows.entries()) {
      const officeId = offices.get(office ?? '') ?? null;
      const posts = roles.map((role) => ({ role, officeId, startsOn, endsOn: null }));
      await this.people.takeUp(agencyId, idAt(personIds, index), posts);
    }
    await this.addCredentials(
      to,
      rows.map((values, index) => ({ values, personId: idAt(personIds, index) })),
    );
  }

  /** Inside a unit of work. */
  async addCredentials({ agencyId, batchId }: Destination, people: readonly Bearer[]): Promise<void> {
    const recordedAt = this.clock.nowIso();
    await this.cipher.ensureKeys(
      agencyId,
      people.map(({ personId }) => personId),
    );
    const rows = people.flatMap(({ personId, values: { credential } }) => {
      if (!credential) return [];
      const id: string = this.ids.next<never>();
      const place = `staff_credential.number.${id}`;
      return [
        {
          ...{ id, agencyId, personId, kind: credential.kind, issuedBy: credential.issuedBy ?? null },
          ...{ validFrom: credential.from, validUntil: credential.until ?? null },
          numberSealed: this.cipher.sealOptionalFor(personId, credential.number, place),
          ...{ batchId, confirmedBy: null, recordedBy: null, recordedAt },
          ...{ takenBackAt: null, takenBackBy: null, takenBackReason: null },
        },
      ];
    });
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      await this.database.repository(StaffCredential).insert(rows.slice(from, from + ROWS_A_STATEMENT));
    }
  }

  /** Those of these colleagues who do not have the credential of their row from that day. */
  async lackingCredential(agencyId: AgencyId, people: readonly Bearer[]): Promise<ReadonlySet<PersonId>> {
    const rows = await this.database.repository(StaffCredential).findBy({
      agencyId,
      personId: In(people.map(({ personId }) => personId)),
      takenBackAt: IsNull(),
    });
    const has = ({ personId, values: { credential } }: Bearer) =>
      rows.some(
        (row) => row.personId === personId && row.kind === credential?.kind && row.validFrom === credential.from,
      );
    return new Set(people.filter((one) => one.values.credential && !has(one)).map(({ personId }) => personId));
  }

  /** Inside a unit of work; returns how many credentials now count. One's own is for somebody else to confirm. */
  async confirm({ agencyId, batchId }: Destination, confirmedBy: PersonId): Promise<number> {
    const unconfirmed = { agencyId, batchId, confirmedBy: IsNull(), personId: Not(confirmedBy) };
    const result = await this.database.repository(StaffCredential).update(unconfirmed, { confirmedBy });
    return result.affected ?? 0;
  }
}
