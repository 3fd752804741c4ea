// A household as its workers keep it: recorded once, then changed by adding dated rows; nothing of what was is lost (P46).
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type AgencyId, type HouseholdId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { canonicalPhone, type FamilyDomain, type FamilyForm, type MajorEventKind } from '@tongxing/shared/rules';
import { Agencies, Areas } from '../../people/index.js';
import { homeOffice, rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, rowWhere, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../../platform/graphql/index.js';
import { ChildrenRepository, type ChildView } from '../children.repository.js';
import { FileGuardians } from './file-guardians.js';
import {
  addressProblems,
  adultProblems,
  dayProblems,
  factProblems,
  noteProblems,
  priorityProblems,
  togetherProblems,
  trimmed,
  type AdultInput,
  type HouseholdFacts,
  type Problem,
} from './domain/household-problems.js';
import { HouseholdPeople } from './household-people.js';
import { HouseholdReader, type HouseholdView } from './household-reader.js';
import { HouseholdWriter, type NewMember } from './household-writer.js';
import { FamilyNeed, Household, HouseholdAddress, HouseholdEvent } from './household.entities.js';

export type HouseholdError = InvalidInputError | NotFoundError | StaleVersionError;
export type HouseholdOutcome = Result<HouseholdView, HouseholdError>;

export interface HouseholdInput extends HouseholdFacts {
  readonly familyForm?: FamilyForm | null | undefined;
}
export interface NewHouseholdInput extends HouseholdInput {
  readonly childIds: readonly string[];
  readonly adults: readonly AdultInput[];
  readonly areaCode?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly since?: LocalDate | null | undefined;
}
interface Move {
  readonly since: LocalDate;
  readonly areaCode?: string | null | undefined;
  readonly address?: string | null | undefined;
}

@Injectable()
export class Households {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly cipher: Cipher,
    private readonly agencies: Agencies,
    private readonly areas: Areas,
    private readonly children: ChildrenRepository,
    private readonly people: HouseholdPeople,
    private readonly fileGuardians: FileGuardians,
    private readonly reader: HouseholdReader,
    private readonly writer: HouseholdWriter,
  ) {}

  async find(actor: PersonActor, id: string): Promise<HouseholdView | undefined> {
    return (await this.reader.byIds(rowsFor(actor, 'household.read'), [id])).get(id);
  }

  /**
   * A household for children who have none yet: a second try with the same children is refused, so that a lost answer
   * makes no second family. A guardian whom the children's files name already comes along.
   */
  async record(actor: PersonActor, input: NewHouseholdInput): Promise<HouseholdOutcome> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async () => {
      const ids = [...new Set(input.childIds)];
      const within = rowsFor(actor, 'household.record');
      await this.children.lock(within, ids);
      const found = await this.children.byIds(within, ids);
      const children = ids.flatMap((id) => found.get(id) ?? []).filter(({ person }) => !person.erased);
      if (children.length < ids.length) return notFound();
      const problems = await this.#newProblems(agencyId, input, children, today);
      if (problems.length > 0) return invalid(problems);
      const since = input.since ?? undefined;
      const adults = await this.#members(agencyId, input.adults, since);
      const onFile = await this.fileGuardians.moveIn(agencyId, children, adults);
      const [id] = await this.writer.addAll(agencyId, [
        {
          officeId: children[0]?.officeId ?? homeOffice(within),
          ...plain(input),
          members: [
            ...children.map(({ person }) => ({ personId: person.id, relation: 'CHILD' as const, since })),
            ...adults,
            ...onFile,
          ],
          address: {
            areaCode: trimmed(input.areaCode) ?? children[0]?.areaCode,
            address: trimmed(input.address),
            since: since ?? today,
          },
        },
      ]);
      if (!id) throw new Error('BUG: no household was added');
      const facts = { children: children.length, adults: adults.length + onFile.length };
      this.trail.record({ action: 'household.recorded', subjectType: 'Household', subjectId: id, facts });
      return this.#answer(actor, id);
    });
  }

  /** What the family says of itself as a whole; a field that is left out is emptied. */
  async change(
    actor: PersonActor,
    { householdId, version, ...input }: HouseholdInput & { readonly householdId: string; readonly version: number },
  ): Promise<HouseholdOutcome> {
    return this.within(actor, householdId, async (household) => {
      if (household.version !== version) {
        return err({ code: 'STALE_VERSION' as const, currentVersion: household.version });
      }
      const problems = factProblems(input);
      if (problems.length > 0) return invalid(problems);
      const { familyForm, size, originProvince, note } = plain(input);
      await this.#ensureKey(household, note);
      await this.database.repository(Household).update(
        { id: household.id },
        {
          familyForm: familyForm ?? null,
          size: size ?? null,
          originProvince: originProvince ?? null,
          noteSealed: this.cipher.sealOptionalFor(household.id, note, `household.note.${household.id}`),
          version: version + 1,
        },
      );
      return ok('household.changed');
    });
  }

  async recordEvent(
    actor: PersonActor,
    input: {
      readonly householdId: string;
      readonly kind: MajorEventKind;
      readonly happenedOn?: LocalDate | null | undefined;
      readonly note?: string | null | undefined;
    },
  ): Promise<HouseholdOutcome> {
    const today = await this.agencies.today(actor.agencyId);
    return this.within(actor, input.householdId, async (household) => {
      const problems = [...noteProblems(input.note), ...dayProblems('happenedOn', input.happenedOn, { today })];
      if (problems.length > 0) return invalid(problems);
      const note = trimmed(input.note);
      await this.#ensureKey(household, note);
      const { kind, happenedOn } = input;
      const event = { kind, happenedOn: happenedOn ?? undefined, note, recordedBy: actor.personId };
      const row = this.writer.eventRow(actor.agencyId, household.id, event);
      await this.database.repository(HouseholdEvent).insert(row);
      return ok('household.eventRecorded');
    });
  }

  /** The family moves: the address so far ends the day before, and stays. Nothing else about the family changes. */
  async move(actor: PersonActor, householdId: string, input: Move): Promise<HouseholdOutcome> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.within(actor, householdId, async (household) => {
      const addresses = this.database.repository(HouseholdAddress);
      const open = await addresses.findOneBy({ agencyId, householdId: household.id, until: IsNull() });
      const problems = [
        ...addressProblems(input.address),
        // Within an area that was closed since, a family may move; nobody new is put there.
        ...(await this.#areaProblems(agencyId, input.areaCode, open?.areaCode)),
        ...dayProblems('since', input.since, { today, notBefore: open?.since }),
      ];
      if (problems.length > 0) return invalid(problems);
      const address = trimmed(input.address);
      await this.#ensureKey(household, address);
      if (open) await addresses.update({ id: open.id }, { until: input.since });
      const areaCode = trimmed(input.areaCode);
      const row = this.writer.addressRow(agencyId, household.id, { areaCode, address, since: input.since });
      await addresses.insert(row);
      const children = (await this.reader.open(agencyId, [household]))[0]?.members ?? [];
      const here = children.filter(({ relation, until }) => relation === 'CHILD' && !until);
      await this.writer.settle(
        agencyId,
        household.id,
        here.map(({ person }) => person.id),
        areaCode,
      );
      return ok('household.moved');
    });
  }

  /** What the family needs in one domain from today on; without a priority it is met, and its row ends. */
  async recordNeed(
    actor: PersonActor,
    input: {
      readonly householdId: string;
      readonly domain: FamilyDomain;
      readonly priority?: number | null | undefined;
    },
  ): Promise<HouseholdOutcome> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.within(actor, input.householdId, async (household) => {
      const problems = priorityProblems('priority', input.priority);
      if (problems.length > 0) return invalid(problems);
      const { domain, priority } = input;
      const needs = this.database.repository(FamilyNeed);
      await needs.update({ agencyId, householdId: household.id, domain, until: IsNull() }, { until: today });
      if (priority != null) {
        await needs.insert(this.writer.needRow(agencyId, household.id, { domain, priority, since: today }));
      }
      return ok('household.needRecorded');
    });
  }

  /** A household of the actor's rows, locked; what `change` answers is audited, and the household read again. */
  within(
    actor: PersonActor,
    householdId: string,
    change: (household: Household) => Promise<Result<string, HouseholdError>>,
  ): Promise<HouseholdOutcome> {
    return this.work.run(actor, async () => {
      const where = { ...rowWhere(rowsFor(actor, 'household.record')), id: householdId, erasedAt: IsNull() };
      const query = this.database.repository(Household).createQueryBuilder('h').where(where);
      const household = await this.database.forUpdate(query).getOne();
      if (!household) return notFound();
      const outcome = await change(household);
      if (!outcome.ok) return outcome;
      this.trail.record({ action: outcome.value, subjectType: 'Household', subjectId: household.id });
      return this.#answer(actor, household.id as HouseholdId);
    });
  }

  /** People for these adults, known ones by their number; their rows as members. Inside a unit of work. */
  async #members(agencyId: AgencyId, adults: readonly AdultInput[], since?: LocalDate): Promise<NewMember[]> {
    const people = adults.map(({ name, phone }) => ({ name: name.trim(), phone: canonicalPhone(phone ?? '') }));
    const ids = await this.people.findOrAdd(agencyId, people);
    return adults.flatMap(({ relation, education, isGuardian, isCaregiver }, index): NewMember[] => {
      const personId = ids[index];
      return personId
        ? [{ personId, relation, education: education ?? undefined, isGuardian, isCaregiver, since }]
        : [];
    });
  }

  async #newProblems(
    agencyId: AgencyId,
    input: NewHouseholdInput,
    children: readonly ChildView[],
    today: LocalDate,
  ): Promise<Problem[]> {
    const taken = await this.people.takenPhones(
      agencyId,
      input.adults.map(({ name, phone }) => ({ name: name.trim(), phone: canonicalPhone(phone ?? '') })),
    );
    return [
      ...(children.length === 0 ? [{ field: 'childIds', code: 'REQUIRED' }] : []),
      ...(children.some(({ householdId }) => householdId) ? [{ field: 'childIds', code: 'HAS_HOUSEHOLD' }] : []),
      ...factProblems(input),
      ...addressProblems(input.address),
      ...(await this.#areaProblems(agencyId, input.areaCode)),
      ...dayProblems('since', input.since, { today }),
      ...input.adults.flatMap((adult, index) => adultProblems(`adults.${index}`, adult)),
      ...input.adults.flatMap(({ phone }, index) =>
        taken.has(canonicalPhone(phone ?? '') ?? '') ? [{ field: `adults.${index}.phone`, code: 'TAKEN' }] : [],
      ),
      ...togetherProblems(input.adults),
    ];
  }

  async #areaProblems(
    agencyId: AgencyId,
    areaCode: string | null | undefined,
    before?: string | null,
  ): Promise<Problem[]> {
    const code = trimmed(areaCode);
    if (code === undefined || code === before) return [];
    const area = (await this.areas.byCode(agencyId)).get(code);
    if (!area) return [{ field: 'areaCode', code: 'UNKNOWN' }];
    return area.closedOn == null ? [] : [{ field: 'areaCode', code: 'CLOSED' }];
  }

  async #ensureKey({ agencyId, id }: Household, text: string | undefined): Promise<void> {
    if (text !== undefined) await this.cipher.ensureKeys(agencyId, [id]);
  }

  async #answer(actor: PersonActor, id: HouseholdId): Promise<HouseholdOutcome> {
    const view = (await this.reader.byIds(rowsFor(actor, 'household.record'), [id])).get(id);
    return view ? ok(view) : notFound();
  }
}

const plain = ({ familyForm, size, originProvince, note }: HouseholdInput) => ({
  familyForm: familyForm ?? undefined,
  size: size ?? undefined,
  originProvince: trimmed(originProvince),
  note: trimmed(note),
});
const notFound = () => err({ code: 'NOT_FOUND' as const });
const invalid = (fields: readonly Problem[]) => err({ code: 'INVALID_INPUT' as const, fields });
