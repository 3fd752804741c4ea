// Who belongs to a household, and who looks after the children: each change ends a row and adds another.
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { canonicalPhone } from '@tongxing/shared/rules';
import { Agencies } from '../../people/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { ChildrenRepository } from '../children.repository.js';
import { ChildOffices } from './child-offices.js';
import { adultProblems, dayProblems, type AdultInput, type Problem } from './domain/household-problems.js';
import { FileGuardians } from './file-guardians.js';
import { HouseholdPeople } from './household-people.js';
import { HouseholdWriter } from './household-writer.js';
import { HouseholdAddress, HouseholdMember, type Household } from './household.entities.js';
import { Households, type HouseholdError, type HouseholdOutcome } from './households.js';

type Step = Result<string, HouseholdError>;

@Injectable()
export class HouseholdMembers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly households: Households,
    private readonly children: ChildrenRepository,
    private readonly people: HouseholdPeople,
    private readonly fileGuardians: FileGuardians,
    private readonly writer: HouseholdWriter,
    private readonly offices: ChildOffices,
  ) {}

  /** An adult joins the household. */
  async add(
    actor: PersonActor,
    { householdId, since, ...adult }: AdultInput & { readonly householdId: string; readonly since?: LocalDate | null },
  ): Promise<HouseholdOutcome> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.households.within(actor, householdId, async ({ id }): Promise<Step> => {
      const person = { name: adult.name.trim(), phone: canonicalPhone(adult.phone ?? '') };
      const problems = [...adultProblems('adult', adult), ...dayProblems('since', since, { today })];
      if ((await this.people.takenPhones(agencyId, [person])).size > 0) {
        problems.push({ field: 'adult.phone', code: 'TAKEN' });
      }
      if (problems.length > 0) return invalid(problems);
      const [personId] = await this.people.findOrAdd(agencyId, [person]);
      if (!personId) throw new Error('BUG: an adult without a person');
      if (await this.#members().existsBy({ agencyId, householdId: id, personId, until: IsNull() })) {
        return invalid([{ field: 'adult.name', code: 'TAKEN' }]);
      }
      const { relation, education, isGuardian, isCaregiver } = adult;
      if (isCaregiver) await this.#endCare(agencyId, id, since ?? today);
      const member = { personId, relation, education: education ?? undefined, isGuardian, isCaregiver };
      await this.#members().insert(this.writer.memberRow(agencyId, id, { ...member, since: since ?? today }));
      return ok('household.memberAdded');
    });
  }

  /** Somebody leaves the household; that they belonged to it stays. A child moves to another household instead. */
  async end(actor: PersonActor, memberId: string, until: LocalDate): Promise<HouseholdOutcome> {
    const today = await this.agencies.today(actor.agencyId);
    return this.#withMember(actor, memberId, async (_, member): Promise<Step> => {
      const problems = [
        ...dayProblems('until', until, { today, notBefore: member.since }),
        ...(member.relation === 'CHILD' ? [{ field: 'householdMemberId', code: 'IS_CHILD' }] : []),
      ];
      if (problems.length > 0) return invalid(problems);
      await this.#members().update({ id: member.id }, { until, openCaregiverOf: null });
      return ok('household.memberEnded');
    });
  }

  /** From a day on somebody else looks after the children: both rows end, and both people go on in new ones. */
  async changeCaregiver(actor: PersonActor, memberId: string, since: LocalDate): Promise<HouseholdOutcome> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.#withMember(actor, memberId, async ({ id }, member): Promise<Step> => {
      const problems = [
        ...dayProblems('since', since, { today, notBefore: member.since }),
        ...(member.relation === 'CHILD' ? [{ field: 'householdMemberId', code: 'IS_CHILD' }] : []),
      ];
      if (problems.length > 0) return invalid(problems);
      if (member.isCaregiver) return ok('household.caregiverChanged');
      await this.#endCare(agencyId, id, since);
      await this.#goOn(member, since, { isCaregiver: true, openCaregiverOf: id });
      return ok('household.caregiverChanged');
    });
  }

  /**
   * A child goes to live in another household, or in a first one; where they lived before stays. The child's file goes to
   * the office of that household, unless the companion's worker would lose sight of the pair there.
   */
  async moveChild(
    actor: PersonActor,
    input: { readonly childId: string; readonly householdId: string; readonly since: LocalDate },
  ): Promise<HouseholdOutcome> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.households.within(actor, input.householdId, async ({ id, officeId }): Promise<Step> => {
      const within = rowsFor(actor, 'household.record');
      await this.children.lock(within, [input.childId]);
      const view = (await this.children.byIds(within, [input.childId])).get(input.childId);
      if (!view || view.person.erased) return err({ code: 'NOT_FOUND' });
      const personId = view.person.id;
      const open = await this.#members().findOneBy({ agencyId, personId, relation: 'CHILD', until: IsNull() });
      if (open?.householdId === id) return ok('household.childMoved');
      const problems = [
        ...dayProblems('since', input.since, { today, notBefore: open?.since }),
        ...(await this.offices.problems(actor, view, officeId)),
      ];
      if (problems.length > 0) return invalid(problems);
      await this.offices.follow(actor, view, officeId);
      if (open) await this.#members().update({ id: open.id }, { until: input.since });
      const there = await this.#members().findBy({ agencyId, householdId: id, until: IsNull() });
      const adults = there.map(({ relation, isGuardian, isCaregiver, ...row }) => ({
        ...{ relation, isGuardian, isCaregiver },
        personId: row.personId as PersonId,
      }));
      const child = { personId, relation: 'CHILD' as const, since: input.since };
      const onFile = await this.fileGuardians.moveIn(agencyId, [view], adults);
      await this.#members().insert([child, ...onFile].map((member) => this.writer.memberRow(agencyId, id, member)));
      const addresses = this.database.repository(HouseholdAddress);
      const address = await addresses.findOneBy({ agencyId, householdId: id, until: IsNull() });
      await this.writer.settle(agencyId, id, [personId], address?.areaCode ?? undefined);
      return ok('household.childMoved');
    });
  }

  /** The open row of a member, once its household is locked: a row that has ended is history, and answers as missing. */
  async #withMember(
    actor: PersonActor,
    memberId: string,
    change: (household: Household, member: HouseholdMember) => Promise<Step>,
  ): Promise<HouseholdOutcome> {
    const where = { agencyId: actor.agencyId, id: memberId, until: IsNull() };
    const found = await this.#members().findOneBy(where);
    return this.households.within(actor, found?.householdId ?? '', async (household) => {
      const member = await this.#members().findOneBy(where);
      return member ? change(household, member) : err({ code: 'NOT_FOUND' as const });
    });
  }

  async #endCare(agencyId: AgencyId, householdId: string, on: LocalDate): Promise<void> {
    const open = await this.#members().findBy({ agencyId, householdId, until: IsNull() });
    for (const member of open.filter(({ isCaregiver }) => isCaregiver))
      await this.#goOn(member, on, { isCaregiver: false, openCaregiverOf: null });
  }

  /** Ends a row, and lets the same person go on in another from that day. */
  async #goOn(member: HouseholdMember, since: LocalDate, changes: Partial<HouseholdMember>): Promise<void> {
    await this.#members().update({ id: member.id }, { until: since, openCaregiverOf: null });
    const next = { id: this.ids.next(), since, until: null, recordedAt: this.clock.nowIso() };
    await this.#members().insert({ ...member, ...next, ...changes });
  }

  #members() {
    return this.database.repository(HouseholdMember);
  }
}

const invalid = (fields: readonly Problem[]) => err({ code: 'INVALID_INPUT' as const, fields });
