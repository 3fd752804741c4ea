import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, ChildId, CompanionshipId, ConsentId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { Consent, type ChildAnswer, type ConsentMethod } from './consent.entity.js';
import { LedgerGuardians } from './ledger/ledger-guardians.js';

/** What the worker writes down of the family's word. */
export interface FamilyWord {
  readonly guardianName: string;
  readonly relation: string;
  readonly method: ConsentMethod;
  readonly witnessName?: string | undefined;
  readonly serviceAgreementSignedOn: LocalDate;
  readonly givenOn: LocalDate;
  /** Last day on which the consent holds. */
  readonly validUntil: LocalDate;
  readonly childAnswer: ChildAnswer;
  readonly childAnsweredOn?: LocalDate | undefined;
}
export interface ConsentView extends FamilyWord {
  readonly id: ConsentId;
  readonly childId: ChildId;
  readonly companionshipId: CompanionshipId;
  readonly recordedBy: string;
  readonly withdrawnOn?: LocalDate | undefined;
}
/** What of a consent the policy needs: no name, so that nothing has to be opened. */
export type CompanionWord = Pick<
  Consent,
  | 'childId'
  | 'guardianPersonId'
  | 'givenOn'
  | 'validUntil'
  | 'childAnswer'
  | 'childAnsweredOn'
  | 'recordedAt'
  | 'withdrawnOn'
  | 'withdrawnAt'
>;
export interface ConsentSubject {
  readonly agencyId: AgencyId;
  readonly childId: ChildId;
  readonly companionshipId: CompanionshipId;
  /** The child's person: the family's names are sealed with the child's key. */
  readonly childPersonId: PersonId;
}

const PURPOSE = 'COMPANIONSHIP';

/** Consents as dated rows: a new word adds one, a withdrawal marks one; none is ever overwritten. */
@Injectable()
export class Consents {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly guardians: LedgerGuardians,
  ) {}

  /** Inside a unit of work. */
  async add({ childPersonId, ...subject }: ConsentSubject, word: FamilyWord, recordedBy: string): Promise<ConsentId> {
    const id = this.ids.next<ConsentId>();
    await this.cipher.ensureKeys(subject.agencyId, [childPersonId]);
    const seal = (column: string, text: string) => this.cipher.sealFor(childPersonId, text, place(column, id));
    const { agencyId, childId } = subject;
    const guardianPersonId = (await this.guardians.named(agencyId, childId, word.guardianName, word.givenOn)) ?? null;
    await this.database.repository(Consent).insert({
      id,
      ...subject,
      purpose: PURPOSE,
      guardianNameSealed: seal('guardianName', word.guardianName),
      relationSealed: seal('relation', word.relation),
      method: word.method,
      witnessNameSealed: word.witnessName === undefined ? null : seal('witnessName', word.witnessName),
      serviceAgreementSignedOn: word.serviceAgreementSignedOn,
      givenOn: word.givenOn,
      validUntil: word.validUntil,
      childAnswer: word.childAnswer,
      childAnsweredOn: word.childAnsweredOn ?? null,
      recordedBy,
      recordedAt: this.clock.nowIso(),
      withdrawnOn: null,
      withdrawnAt: null,
      guardianPersonId,
    });
    return id;
  }

  /** The latest word on each of these companionships. */
  async latest(agencyId: AgencyId, companionshipIds: readonly string[]): Promise<ReadonlyMap<string, ConsentView>> {
    if (companionshipIds.length === 0) return new Map();
    const rows = await this.database.repository(Consent).find({
      where: { agencyId, companionshipId: In([...companionshipIds]) },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    return new Map((await this.#openAll(rows)).map((consent) => [consent.companionshipId, consent]));
  }

  /** The same, of what the policy needs and no more. */
  async latestWords(
    agencyId: AgencyId,
    companionshipIds: readonly string[],
  ): Promise<ReadonlyMap<string, CompanionWord>> {
    if (companionshipIds.length === 0) return new Map();
    const rows = await this.database.repository(Consent).find({
      select: {
        ...{ id: true, childId: true, companionshipId: true, guardianPersonId: true, givenOn: true, validUntil: true },
        ...{ childAnswer: true, childAnsweredOn: true, recordedAt: true, withdrawnOn: true },
        withdrawnAt: true,
      },
      where: { agencyId, companionshipId: In([...companionshipIds]) },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    return new Map(rows.map((row) => [row.companionshipId, row]));
  }

  /** Marks every standing consent of a child withdrawn; their ids. Inside a unit of work. */
  async withdrawAll(agencyId: AgencyId, childId: string, on: LocalDate): Promise<string[]> {
    const standing = { agencyId, childId, withdrawnOn: IsNull() };
    const consents = this.database.repository(Consent);
    const rows = await consents.find({ select: { id: true }, where: standing });
    if (rows.length > 0) await consents.update(standing, { withdrawnOn: on, withdrawnAt: this.clock.nowIso() });
    return rows.map(({ id }) => id);
  }

  /** Every consent given for a child, the newest first. */
  async ofChild(agencyId: AgencyId, childId: ChildId): Promise<ConsentView[]> {
    const rows = await this.database
      .repository(Consent)
      .find({ where: { agencyId, childId }, order: { recordedAt: 'DESC', id: 'DESC' } });
    return this.#openAll(rows);
  }

  /** Marks a consent withdrawn; false where it is none of this child's or was withdrawn before. In a unit of work. */
  async withdraw(
    agencyId: AgencyId,
    childId: ChildId,
    consentId: string,
    on: LocalDate,
  ): Promise<ConsentView | undefined> {
    const row = await this.database.repository(Consent).findOneBy({ agencyId, childId, id: consentId });
    if (!row) return undefined;
    const result = await this.database
      .repository(Consent)
      .createQueryBuilder()
      .update()
      .set({ withdrawnOn: on, withdrawnAt: this.clock.nowIso() })
      .where('id = :consentId AND withdrawnOn IS NULL', { consentId })
      .execute();
    return result.affected === 1 ? (await this.#openAll([row]))[0] : undefined;
  }

  async #openAll(rows: readonly Consent[]): Promise<ConsentView[]> {
    await this.cipher.loadKeys(rows.map((row) => row.guardianNameSealed));
    return rows.map((row) => this.#open(row));
  }

  #open(row: Consent): ConsentView {
    const open = (column: string, sealed: string) =>
      this.cipher.isErased(sealed) ? '' : this.cipher.open(sealed, place(column, row.id));
    return {
      id: row.id as ConsentId,
      childId: row.childId as ChildId,
      companionshipId: row.companionshipId as CompanionshipId,
      guardianName: open('guardianName', row.guardianNameSealed),
      relation: open('relation', row.relationSealed),
      method: row.method,
      witnessName: row.witnessNameSealed === null ? undefined : open('witnessName', row.witnessNameSealed),
      serviceAgreementSignedOn: row.serviceAgreementSignedOn as LocalDate,
      givenOn: row.givenOn as LocalDate,
      validUntil: row.validUntil as LocalDate,
      childAnswer: row.childAnswer,
      childAnsweredOn: (row.childAnsweredOn ?? undefined) as LocalDate | undefined,
      recordedBy: row.recordedBy,
      withdrawnOn: (row.withdrawnOn ?? undefined) as LocalDate | undefined,
    };
  }
}

const place = (column: string, id: string) => `consent.${column}.${id}`;

/** Whether the family's word on a companion stands on a day (H21): given, not ended, not withdrawn, the child's yes. */
export function consentHolds(
  consent: Pick<Consent, 'givenOn' | 'validUntil' | 'childAnswer'> & {
    readonly withdrawnOn?: string | null | undefined;
  },
  on: LocalDate,
): boolean {
  if ((consent.withdrawnOn ?? null) !== null) return false;
  return consent.givenOn <= on && on <= consent.validUntil && consent.childAnswer === 'YES';
}
