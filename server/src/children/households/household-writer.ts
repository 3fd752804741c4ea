// Writes households with all that hangs on them, one or hundreds at a time; inside a unit of work.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, HouseholdId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import type {
  EducationLevel,
  FamilyDomain,
  FamilyForm,
  HouseholdRelation,
  MajorEventKind,
} from '@tongxing/shared/rules';
import { Agency } from '../../people/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, type EntityClass } from '../../platform/database/index.js';
import { Child } from '../child.entity.js';
import { FamilyNeed, Household, HouseholdAddress, HouseholdEvent, HouseholdMember } from './household.entities.js';

export interface NewMember {
  readonly personId: PersonId;
  /** CHILD for the agency's children: their own rows then point at the household too. */
  readonly relation: HouseholdRelation;
  readonly education?: EducationLevel | undefined;
  readonly isGuardian?: boolean | undefined;
  /** At most one member of a household. */
  readonly isCaregiver?: boolean | undefined;
  readonly since?: LocalDate | undefined;
}
export interface NewEvent {
  readonly kind: MajorEventKind;
  readonly happenedOn?: LocalDate | undefined;
  readonly note?: string | undefined;
  readonly recordedBy?: PersonId | undefined;
}
export interface NewAddress {
  readonly areaCode?: string | undefined;
  readonly address?: string | undefined;
  readonly since: LocalDate;
}
export interface NewNeed {
  readonly domain: FamilyDomain;
  readonly priority: number;
  readonly since: LocalDate;
}
export interface NewHousehold {
  readonly officeId?: OfficeId | undefined;
  readonly familyForm?: FamilyForm | undefined;
  readonly size?: number | undefined;
  readonly originProvince?: string | undefined;
  readonly note?: string | undefined;
  readonly batchId?: string | undefined;
  readonly members: readonly NewMember[];
  readonly events?: readonly NewEvent[] | undefined;
  readonly address?: NewAddress | undefined;
  readonly needs?: readonly NewNeed[] | undefined;
}

const AT_ONCE = 200;

@Injectable()
export class HouseholdWriter {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds households in the order given, with the agency's next numbers. Returns their ids in the same order. */
  async addAll(agencyId: AgencyId, households: readonly NewHousehold[]): Promise<HouseholdId[]> {
    if (households.length === 0) return [];
    const first = await this.#nextNumber(agencyId);
    const added = households.map((household, index) => ({
      ...{ household, id: this.ids.next<HouseholdId>(), number: first + index },
    }));
    // Only what has a text needs a key.
    const speaking = added.filter(({ household }) => textsOf(household).some((text) => text !== undefined));
    await this.cipher.ensureKeys(
      agencyId,
      speaking.map(({ id }) => id),
    );
    await this.#insert(
      Household,
      added.map(({ id, number, household }) => this.#householdRow(agencyId, id, number, household)),
    );
    for (const entity of [HouseholdMember, HouseholdEvent, HouseholdAddress, FamilyNeed]) {
      const rows = added.flatMap(({ id, household }) => this.#rowsOf(entity, agencyId, id, household));
      await this.#insert(entity, rows);
    }
    for (const { id, household } of added) await this.#settleChildren(agencyId, id, household);
    return added.map(({ id }) => id);
  }

  /** The row of somebody who joins; `openCaregiverOf` keeps a second primary caregiver out. */
  memberRow(agencyId: AgencyId, householdId: string, member: NewMember, batchId?: string): HouseholdMember {
    const isCaregiver = member.isCaregiver ?? false;
    return {
      ...this.#ofHousehold(agencyId, householdId),
      personId: member.personId,
      relation: member.relation,
      education: member.education ?? null,
      isGuardian: member.isGuardian ?? false,
      isCaregiver,
      openCaregiverOf: isCaregiver ? householdId : null,
      since: member.since ?? null,
      until: null,
      batchId: batchId ?? null,
    };
  }

  eventRow(agencyId: AgencyId, householdId: string, event: NewEvent): HouseholdEvent {
    const base = this.#ofHousehold(agencyId, householdId);
    return {
      ...base,
      kind: event.kind,
      happenedOn: event.happenedOn ?? null,
      noteSealed: this.cipher.sealOptionalFor(householdId, event.note, `household_event.note.${base.id}`),
      recordedBy: event.recordedBy ?? null,
    };
  }

  addressRow(agencyId: AgencyId, householdId: string, { areaCode, address, since }: NewAddress): HouseholdAddress {
    const base = this.#ofHousehold(agencyId, householdId);
    return {
      ...base,
      areaCode: areaCode ?? null,
      addressSealed: this.cipher.sealOptionalFor(householdId, address, `household_address.address.${base.id}`),
      since,
      until: null,
    };
  }

  needRow(agencyId: AgencyId, householdId: string, { domain, priority, since }: NewNeed): FamilyNeed {
    return { ...this.#ofHousehold(agencyId, householdId), domain, priority, since, until: null };
  }

  /** Where children live is the household's to say: their area follows it. */
  async settle(agencyId: AgencyId, householdId: string, personIds: readonly string[], areaCode?: string) {
    if (personIds.length === 0) return;
    const area = areaCode === undefined ? {} : { areaCode };
    await this.database.repository(Child).update({ agencyId, personId: In([...personIds]) }, { householdId, ...area });
  }

  #settleChildren(agencyId: AgencyId, id: string, { members, address }: NewHousehold): Promise<void> {
    const children = members.filter(({ relation }) => relation === 'CHILD').map(({ personId }) => personId);
    return this.settle(agencyId, id, children, address?.areaCode);
  }

  #rowsOf(entity: EntityClass, agencyId: AgencyId, id: string, household: NewHousehold): object[] {
    const { members, events = [], needs = [], address, batchId } = household;
    switch (entity) {
      case HouseholdMember:
        return members.map((member) => this.memberRow(agencyId, id, member, batchId));
      case HouseholdEvent:
        return events.map((event) => this.eventRow(agencyId, id, event));
      case HouseholdAddress:
        return address ? [this.addressRow(agencyId, id, address)] : [];
      default:
        return needs.map((need) => this.needRow(agencyId, id, need));
    }
  }

  #householdRow(agencyId: AgencyId, id: HouseholdId, number: number, household: NewHousehold): Household {
    return {
      ...{ id, agencyId, number },
      officeId: household.officeId ?? null,
      familyForm: household.familyForm ?? null,
      size: household.size ?? null,
      originProvince: household.originProvince ?? null,
      noteSealed: this.cipher.sealOptionalFor(id, household.note, `household.note.${id}`),
      batchId: household.batchId ?? null,
      createdAt: this.clock.nowIso(),
      version: 1,
      erasedAt: null,
    };
  }

  #ofHousehold(agencyId: AgencyId, householdId: string) {
    return { id: this.ids.next(), agencyId, householdId, recordedAt: this.clock.nowIso() };
  }

  async #insert(entity: EntityClass, rows: readonly object[]): Promise<void> {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      await this.database.repository(entity).insert(rows.slice(from, from + AT_ONCE));
    }
  }

  /** Two who record at once wait for each other at the agency's row, so that no number is given twice. */
  async #nextNumber(agencyId: AgencyId): Promise<number> {
    const agency = this.database.repository(Agency).createQueryBuilder('a').select('a.id').where({ id: agencyId });
    await this.database.forUpdate(agency).getOne();
    return ((await this.database.repository(Household).maximum('number', { agencyId })) ?? 0) + 1;
  }
}

const textsOf = ({ note, events = [], address }: NewHousehold) => [
  note,
  address?.address,
  ...events.map((event) => event.note),
];
