// Households as the case team reads them: who lives together, what happened, where, what they need; six reads for a page.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, HouseholdId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import type {
  EducationLevel,
  FamilyDomain,
  FamilyForm,
  HouseholdRelation,
  MajorEventKind,
} from '@tongxing/shared/rules';
import { PeopleRepository, type OpenPerson } from '../../people/index.js';
import type { Rows } from '../../platform/access/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, rowWhere } from '../../platform/database/index.js';
import { Child } from '../child.entity.js';
import { FamilyNeed, Household, HouseholdAddress, HouseholdEvent, HouseholdMember } from './household.entities.js';

interface Dated {
  readonly since?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
}
export interface MemberView extends Dated {
  readonly id: string;
  readonly person: OpenPerson;
  /** Where the member is one of the agency's children. */
  readonly childId?: string | undefined;
  readonly relation: HouseholdRelation;
  readonly education?: EducationLevel | undefined;
  readonly isGuardian: boolean;
  readonly isCaregiver: boolean;
}
export interface EventView {
  readonly kind: MajorEventKind;
  readonly happenedOn?: LocalDate | undefined;
  readonly recordedAt: string;
  readonly note?: string | undefined;
}
export interface AddressView extends Dated {
  readonly areaCode?: string | undefined;
  readonly address?: string | undefined;
}
export interface NeedView extends Dated {
  readonly domain: FamilyDomain;
  readonly priority: number;
}
export interface HouseholdView {
  readonly id: HouseholdId;
  readonly number: number;
  readonly officeId?: OfficeId | undefined;
  readonly familyForm?: FamilyForm | undefined;
  readonly size?: number | undefined;
  readonly originProvince?: string | undefined;
  readonly note?: string | undefined;
  readonly version: number;
  /** Each list from the earliest to the latest. */
  readonly members: readonly MemberView[];
  readonly events: readonly EventView[];
  readonly addresses: readonly AddressView[];
  readonly needs: readonly NeedView[];
}

@Injectable()
export class HouseholdReader {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly cipher: Cipher,
  ) {}

  /** Households by id; those that are not within, and erased ones, are simply absent. */
  async byIds(within: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, HouseholdView>> {
    if (ids.length === 0) return new Map();
    const where = { ...rowWhere(within), id: In([...new Set(ids)]), erasedAt: IsNull() };
    const views = await this.open(within.agencyId, await this.database.repository(Household).findBy(where));
    return new Map(views.map((view) => [view.id, view]));
  }

  async open(agencyId: AgencyId, households: readonly Household[]): Promise<HouseholdView[]> {
    if (households.length === 0) return [];
    const where = { agencyId, householdId: In(households.map(({ id }) => id)) };
    const members = await this.database.repository(HouseholdMember).findBy(where);
    const events = await this.database.repository(HouseholdEvent).findBy(where);
    const addresses = await this.database.repository(HouseholdAddress).findBy(where);
    const needs = await this.database.repository(FamilyNeed).findBy(where);
    const people = await this.people.byIds(
      agencyId,
      members.map((member) => member.personId),
    );
    const children = await this.#childIds(agencyId, members);
    await this.cipher.loadKeys([...households, ...events].map((row) => row.noteSealed));
    await this.cipher.loadKeys(addresses.map((row) => row.addressSealed));
    const own = <R extends { householdId: string }>(rows: readonly R[], id: string) =>
      rows.filter((row) => row.householdId === id);
    return households.map((row) => ({
      id: row.id as HouseholdId,
      number: row.number,
      officeId: (row.officeId ?? undefined) as OfficeId | undefined,
      familyForm: row.familyForm ?? undefined,
      size: row.size ?? undefined,
      originProvince: row.originProvince ?? undefined,
      note: this.#text(row.noteSealed, `household.note.${row.id}`),
      version: row.version,
      members: own(members, row.id)
        .flatMap((member) => toMember(member, people, children))
        .sort(bySince),
      events: own(events, row.id)
        .map((event) => this.#event(event))
        .sort(byDay),
      addresses: own(addresses, row.id)
        .map((address) => this.#address(address))
        .sort(bySince),
      needs: own(needs, row.id)
        .map(({ domain, priority, ...dates }) => ({ domain, priority, ...dated(dates) }))
        .sort(bySince),
    }));
  }

  async #childIds(agencyId: AgencyId, members: readonly HouseholdMember[]): Promise<ReadonlyMap<string, string>> {
    const personIds = members.filter(({ relation }) => relation === 'CHILD').map(({ personId }) => personId);
    if (personIds.length === 0) return new Map();
    const where = { agencyId, personId: In(personIds) };
    const rows = await this.database.repository(Child).find({ select: { id: true, personId: true }, where });
    return new Map(rows.map((row) => [row.personId, row.id]));
  }

  #event(row: HouseholdEvent): EventView {
    const happenedOn = (row.happenedOn ?? undefined) as LocalDate | undefined;
    const note = this.#text(row.noteSealed, `household_event.note.${row.id}`);
    return { kind: row.kind, happenedOn, recordedAt: row.recordedAt, note };
  }

  #address(row: HouseholdAddress): AddressView {
    const address = this.#text(row.addressSealed, `household_address.address.${row.id}`);
    return { areaCode: row.areaCode ?? undefined, address, ...dated(row) };
  }

  /** Before a restored row of an erased household is blanked again, its texts are mute. */
  #text(sealed: string | null, place: string): string | undefined {
    return sealed !== null && this.cipher.isErased(sealed) ? undefined : this.cipher.openOptional(sealed, place);
  }
}

function toMember(
  row: HouseholdMember,
  people: ReadonlyMap<string, OpenPerson>,
  children: ReadonlyMap<string, string>,
): MemberView[] {
  const person = people.get(row.personId as PersonId);
  if (!person) return [];
  const { relation, isGuardian, isCaregiver } = row;
  return [
    {
      ...{ id: row.id, person, relation, isGuardian, isCaregiver },
      childId: children.get(row.personId),
      education: row.education ?? undefined,
      ...dated(row),
    },
  ];
}

const dated = ({ since, until }: { since: string | null; until: string | null }): Dated => ({
  since: (since ?? undefined) as LocalDate | undefined,
  until: (until ?? undefined) as LocalDate | undefined,
});
const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);
const bySince = (a: Dated, b: Dated) => compare(a.since, b.since) || compare(a.until ?? '9', b.until ?? '9');
const byDay = (a: EventView, b: EventView) => compare(a.happenedOn ?? a.recordedAt, b.happenedOn ?? b.recordedAt);
