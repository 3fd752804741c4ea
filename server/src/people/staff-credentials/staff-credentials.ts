// Colleagues' certificates: written down by somebody else, on the evidence, and taken back where they were a mistake.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { addDays, err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import {
  credentialStanding,
  qualifiedOn,
  type CredentialStanding,
  type StaffCredentialKind,
  type TakeBackReason,
} from '@tongxing/shared/rules';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { AgencySettings } from '../agencies/agency-settings.js';
import { Agencies } from '../agencies/agencies.js';
import { PeopleRepository } from '../people.repository.js';
import { FactPapers } from '../volunteers/facts/fact-papers.js';
import { endingWithin } from './ending-within.js';
import { StaffCredential } from './staff-credential.entity.js';

export interface NewCredential {
  readonly personId: string;
  readonly kind: StaffCredentialKind;
  readonly number: string | undefined;
  readonly issuedBy: string | undefined;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | undefined;
  readonly paperIds: readonly string[];
}
export interface CredentialView {
  readonly id: string;
  readonly kind: StaffCredentialKind;
  /** The last characters of its number: enough to tell two apart. */
  readonly numberEnd: string | undefined;
  readonly issuedBy: string | undefined;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | undefined;
  readonly standing: CredentialStanding;
  readonly takenBackReason: TakeBackReason | undefined;
  readonly recordedBy: PersonId | undefined;
}
export interface Qualification {
  readonly credentials: readonly CredentialView[];
  /** Whether somebody is a qualified social worker today (H2). */
  readonly qualified: boolean;
}
export type CredentialRefusal = 'OWN_RECORD' | 'TAKEN_BACK_ALREADY';
export interface CredentialRefusedError {
  readonly code: 'CREDENTIAL_REFUSED';
  readonly why: CredentialRefusal;
}
export type CredentialError = InvalidInputError | NotFoundError | CredentialRefusedError;

const NUMBER = 'staff_credential.number';
const LONGEST = { number: 60, issuedBy: 100 } as const;
const SHOWN_OF_NUMBER = 4;
const NONE: Qualification = { credentials: [], qualified: false };

@Injectable()
export class StaffCredentials {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly people: PeopleRepository,
    private readonly papers: FactPapers,
  ) {}

  /** Everybody's certificates and whether they make them qualified today, by person. */
  async of(agencyId: AgencyId, personIds: readonly string[]): Promise<(personId: string) => Qualification> {
    if (personIds.length === 0) return () => NONE;
    const today = await this.agencies.today(agencyId);
    const { renewalWindowDays } = await this.settings.valuesOf(agencyId);
    const where = { agencyId, personId: In([...new Set(personIds)]) };
    const rows = await this.database
      .repository(StaffCredential)
      .find({ where, order: { validFrom: 'DESC', id: 'DESC' } });
    await this.cipher.loadKeys(rows.map(({ numberSealed }) => numberSealed));
    return (personId) => {
      const own = rows.filter((row) => row.personId === personId);
      return {
        credentials: own.map((row) => this.#open(row, today, addDays(today, renewalWindowDays))),
        qualified: qualifiedOn(own.filter(({ takenBackAt }) => takenBackAt === null).map(toDated), today),
      };
    };
  }

  /** Which of these people are qualified social workers on a day (H2, §6.2.2). */
  async qualifiedOn(agencyId: AgencyId, personIds: readonly string[], on: LocalDate): Promise<ReadonlySet<string>> {
    const where = { agencyId, personId: In([...new Set(personIds)]), takenBackAt: IsNull() };
    const rows = await this.database.repository(StaffCredential).findBy(where);
    return new Set(
      personIds.filter((id) => qualifiedOn(rows.filter(({ personId }) => personId === id).map(toDated), on)),
    );
  }

  /** How many certificates end within the agency's window; one that a later one of the same kind follows does not count. */
  async countDueSoon(agencyId: AgencyId): Promise<number> {
    return [...(await this.dueSoon(agencyId)).values()].reduce((sum, days) => sum + days.length, 0);
  }

  /** The same by person: the last days of such certificates, the nearest first; people with none are absent. */
  async dueSoon(agencyId: AgencyId): Promise<ReadonlyMap<string, readonly LocalDate[]>> {
    const today = await this.agencies.today(agencyId);
    const { renewalWindowDays } = await this.settings.valuesOf(agencyId);
    const select = { id: true, personId: true, kind: true, validUntil: true } as const;
    const where = { agencyId, takenBackAt: IsNull() };
    return endingWithin(
      await this.database.repository(StaffCredential).find({ select, where }),
      today,
      addDays(today, renewalWindowDays),
    );
  }

  /** Writes one down; it counts at once. Nobody writes their own. */
  async record(actor: PersonActor, credential: NewCredential): Promise<Result<PersonId, CredentialError>> {
    const fields = problemsOf(credential);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const outcome = await this.work.run(actor, () => this.#record(actor, credential));
    await this.#remember(actor, 'credential.recordRefused', credential.personId, outcome);
    return outcome;
  }

  async takeBack(actor: PersonActor, id: string, reason: TakeBackReason): Promise<Result<PersonId, CredentialError>> {
    const outcome = await this.work.run(actor, () => this.#takeBack(actor, id, reason));
    await this.#remember(actor, 'credential.takeBackRefused', id, outcome);
    return outcome;
  }

  /** Erasure: the number goes with the key, the rest with the row; inside a unit of work. */
  async forget(agencyId: AgencyId, personId: PersonId): Promise<void> {
    await this.database.repository(StaffCredential).delete({ agencyId, personId });
  }

  async #record(actor: PersonActor, credential: NewCredential): Promise<Result<PersonId, CredentialError>> {
    const { agencyId } = actor;
    const personId = credential.personId as PersonId;
    if (!(await this.people.doesWork(agencyId, personId))) return err({ code: 'NOT_FOUND' });
    if (personId === actor.personId) return err({ code: 'CREDENTIAL_REFUSED', why: 'OWN_RECORD' });
    await this.cipher.ensureKeys(agencyId, [personId]);
    const id: string = this.ids.next<never>();
    const { kind, validFrom, validUntil = null, issuedBy = null, paperIds } = credential;
    await this.database.repository(StaffCredential).insert({
      ...{ id, agencyId, personId, kind, validFrom, validUntil, issuedBy },
      numberSealed: this.cipher.sealOptionalFor(personId, credential.number, `${NUMBER}.${id}`),
      batchId: null,
      confirmedBy: null,
      recordedBy: actor.personId,
      recordedAt: this.clock.nowIso(),
      takenBackAt: null,
      takenBackBy: null,
      takenBackReason: null,
    });
    const tie = { agencyId, subjectId: personId, purpose: 'STAFF_CREDENTIAL' as const, paperIds, recordId: id };
    if (!(await this.papers.tie(tie))) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'paperIds', code: 'NOT_FOUND' }] });
    }
    const facts = { kind, validFrom, validUntil, papers: paperIds.length };
    this.trail.record({ action: 'credential.recorded', subjectType: 'Person', subjectId: personId, facts });
    return ok(personId);
  }

  async #takeBack(actor: PersonActor, id: string, reason: TakeBackReason): Promise<Result<PersonId, CredentialError>> {
    const { agencyId } = actor;
    const credentials = this.database.repository(StaffCredential);
    const query = credentials.createQueryBuilder('c').where('c.agencyId = :agencyId AND c.id = :id', { agencyId, id });
    const row = await this.database.forUpdate(query).getOne();
    if (!row) return err({ code: 'NOT_FOUND' });
    if (row.takenBackAt !== null) return err({ code: 'CREDENTIAL_REFUSED', why: 'TAKEN_BACK_ALREADY' });
    if (row.personId === actor.personId) return err({ code: 'CREDENTIAL_REFUSED', why: 'OWN_RECORD' });
    const change = { takenBackAt: this.clock.nowIso(), takenBackBy: actor.personId, takenBackReason: reason };
    await credentials.update({ agencyId, id }, change);
    const facts = { kind: row.kind, reason };
    this.trail.record({ action: 'credential.takenBack', subjectType: 'Person', subjectId: row.personId, facts });
    return ok(row.personId as PersonId);
  }

  #open(row: StaffCredential, today: LocalDate, warnFrom: LocalDate): CredentialView {
    const { id, kind, numberSealed } = row;
    const number =
      numberSealed === null || this.cipher.isErased(numberSealed)
        ? undefined
        : this.cipher.open(numberSealed, `${NUMBER}.${id}`);
    return {
      ...{ id, kind, numberEnd: number?.slice(-SHOWN_OF_NUMBER), issuedBy: row.issuedBy ?? undefined },
      validFrom: row.validFrom as LocalDate,
      validUntil: (row.validUntil ?? undefined) as LocalDate | undefined,
      standing: credentialStanding(toDated(row), today, warnFrom),
      takenBackReason: (row.takenBackReason ?? undefined) as TakeBackReason | undefined,
      recordedBy: (row.recordedBy ?? undefined) as PersonId | undefined,
    };
  }

  async #remember(actor: PersonActor, action: string, id: string, outcome: Result<unknown, CredentialError>) {
    if (outcome.ok || outcome.error.code !== 'CREDENTIAL_REFUSED') return;
    const entry = { action, subjectType: 'Person', subjectId: id, facts: { why: outcome.error.why } };
    await rememberRefusal(this.work, this.trail, actor, entry);
  }
}

const toDated = ({ kind, validFrom, validUntil, batchId, confirmedBy }: StaffCredential) => ({
  kind,
  validFrom: validFrom as LocalDate,
  validUntil: (validUntil ?? undefined) as LocalDate | undefined,
  confirmed: batchId === null || confirmedBy !== null,
});

function problemsOf({ number, issuedBy, validFrom, validUntil }: NewCredential): FieldProblem[] {
  return [
    ...((number?.length ?? 0) > LONGEST.number ? [{ field: 'number', code: 'TOO_LONG' }] : []),
    ...((issuedBy?.length ?? 0) > LONGEST.issuedBy ? [{ field: 'issuedBy', code: 'TOO_LONG' }] : []),
    ...(validUntil !== undefined && validUntil < validFrom ? [{ field: 'validUntil', code: 'BEFORE_START' }] : []),
  ];
}
