// What this module keeps of a person: name, phone, roles, papers, what they brought along as a volunteer, the account.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { AgencyId, LoginId, PersonId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../../agreements/index.js';
import { Login, Session } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Cipher, ERASED } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { PersonalData, type Erased, type ErasureHold } from '../../platform/keys/index.js';
import { RecordChecks } from '../../screening/index.js';
import { Trainings } from '../../training/index.js';
import { Agencies } from '../agencies/agencies.js';
import { CredentialReset } from '../credentials/credential-reset.entity.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { Person, RoleAssignment } from '../person.entity.js';
import { StaffCredentials } from '../staff-credentials/staff-credentials.js';
import { SupervisorProfile } from '../staff-profiles/supervisor-profile.entity.js';
import { SupervisionHistory } from '../supervised-by/supervision-history.js';
import { BesideRows } from '../volunteers/beside/beside-rows.js';
import { VolunteerKind } from '../volunteers/kinds/volunteer-kind.entity.js';
import { Volunteer } from '../volunteers/volunteer.entity.js';

@Injectable()
export class PeoplePersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly agencies: Agencies,
    private readonly trainings: Trainings,
    private readonly agreements: VolunteerAgreements,
    private readonly checks: RecordChecks,
    private readonly credentials: StaffCredentials,
    private readonly supervision: SupervisionHistory,
    private readonly beside: BesideRows,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'people',
      sealed: [
        {
          table: 'person',
          columns: {
            nameSealed: 'person.name',
            phoneSealed: 'person.phone',
            emailSealed: 'person.email',
            idNumberSealed: 'person.idNumber',
          },
          subject: 't.id',
          scope: 't.agencyId',
        },
        {
          table: 'invitation',
          columns: { identifierSealed: 'invitation.identifier' },
          subject: 't.personId',
          scope: 't.agencyId',
        },
        {
          table: 'staff_credential',
          columns: { numberSealed: 'staff_credential.number' },
          subject: 't.personId',
          scope: 't.agencyId',
        },
        { table: 'login', columns: { identifierSealed: 'login.identifier' }, subject: 't.id', scope: "'platform'" },
      ],
      holds: (agencyId, personId) => this.#holds(agencyId, personId),
      erase: (erased) => this.#erase(erased),
      eraseLogin: (loginId) => this.#eraseLogin(loginId),
    });
  }

  /** A record check that hit, or a stop, must go on standing: without it the same person could come in again (H8). */
  async #holds(agencyId: AgencyId, personId: PersonId): Promise<ErasureHold[]> {
    const volunteers = this.database.repository(Volunteer);
    const stopped = await volunteers.existsBy({ agencyId, personId, stoppedSince: MoreThan('') });
    const checks = (await this.checks.byPerson(agencyId, [personId])).get(personId) ?? [];
    return stopped || checks.some(({ result }) => result === 'HIT') ? ['SAFETY_STOP'] : [];
  }

  async #erase({ agencyId, personId, at }: Erased): Promise<void> {
    for (const facts of [this.trainings, this.agreements, this.checks]) await facts.forget(agencyId, personId);
    await this.credentials.forget(agencyId, personId);
    await this.database.repository(VolunteerKind).delete({ agencyId, personId });
    await this.database.repository(SupervisorProfile).delete({ agencyId, personId });
    await this.beside.forget(agencyId, personId);
    await this.#endRoles(agencyId, personId);
    await this.supervision.forget(agencyId, personId);
    await this.database.repository(Invitation).delete({ agencyId, personId });
    const nothing = { languages: [], skills: [], freeTimes: [], areaCode: null, places: 0, supervisorId: null };
    // How far somebody travels tells where they live.
    const moved = { travelMetres: null };
    await this.database
      .repository(Volunteer)
      .update({ agencyId, personId }, { ...nothing, ...moved, stoppedSince: null, erasedAt: at });
    const contact = { phoneSealed: null, phoneIndex: null, emailSealed: null, emailIndex: null };
    const numbers = { ...contact, idNumberSealed: null, idNumberIndex: null };
    const blank = { nameSealed: ERASED, ...numbers, gender: null, birthDate: null };
    await this.database
      .repository(Person)
      .update({ agencyId, id: personId }, { ...blank, loginId: null, erasedAt: at });
  }

  async #endRoles(agencyId: AgencyId, personId: PersonId): Promise<void> {
    const today = await this.agencies.today(agencyId);
    const roles = this.database.repository(RoleAssignment);
    await roles.delete({ agencyId, personId, startsOn: MoreThan(today) });
    for (const endsOn of [IsNull(), MoreThan(today)]) {
      await roles.update({ agencyId, personId, endsOn }, { endsOn: today });
    }
  }

  /** The row stays for what points at it; nobody finds it, and no password opens it. */
  async #eraseLogin(id: LoginId): Promise<void> {
    const login = await this.database.repository(Login).findOneBy({ id });
    const resets = this.database.repository(CredentialReset);
    await resets.delete({ loginId: id });
    if (login) await resets.delete({ identifierIndex: login.identifierIndex });
    const identifierIndex = this.cipher.blindIndex('login.erased', id);
    const blank = { identifierIndex, identifierSealed: ERASED, passwordHash: ERASED };
    await this.database.repository(Login).update({ id }, blank);
    const endedAt = this.clock.nowIso();
    const sessions = this.database.repository(Session);
    await sessions.update({ kind: 'login', loginId: id, endedAt: IsNull() }, { endedAt });
    await sessions.update({ kind: 'login', loginId: id }, { networkSealed: null, browser: null, system: null });
  }
}
