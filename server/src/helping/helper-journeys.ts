// 助人自助 at the desk: begun by a worker of the child, recorded step by step, ended whenever the helper wishes.
import { Injectable } from '@nestjs/common';
import { ageOn, err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { ADULT_AGE, ASSIGNABLE } from '@tongxing/shared/rules';
import { missingBefore, type HelperStep, type RecordedStep } from '@tongxing/shared/states';
import { ChildCompanions, ChildrenRepository, HouseholdReader, type ChildView } from '../children/index.js';
import {
  Agencies,
  AgencySettings,
  PeopleRepository,
  Placements,
  VolunteerEligibility,
  VolunteersRepository,
  type OpenPerson,
} from '../people/index.js';
import { allRows, rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { HelperFactsReader, type JourneyView } from './helper-facts.js';
import { HelperRows } from './helper-rows.js';
import { HelperSides } from './helper-sides.js';
import { HelperVolunteers } from './helper-volunteers.js';
import type { HelperJourney, HelperOrigin, LeftBy } from './helper.entities.js';

export interface HelperChoice {
  readonly person: OpenPerson;
  readonly origin: HelperOrigin;
  /** Why they cannot begin now; empty where they can. */
  readonly against: readonly string[];
}
export interface StepsMissingError {
  readonly code: 'STEPS_MISSING';
  readonly steps: readonly HelperStep[];
}
type Outcome<E = never> = Promise<Result<JourneyView, E | NotFoundError | InvalidInputError>>;

const MISSING = err({ code: 'NOT_FOUND' as const });
const MOST = 200;
const invalid = (...fields: FieldProblem[]) => err({ code: 'INVALID_INPUT' as const, fields });

@Injectable()
export class HelperJourneys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly people: PeopleRepository,
    private readonly placements: Placements,
    private readonly children: ChildrenRepository,
    private readonly households: HouseholdReader,
    private readonly companions: ChildCompanions,
    private readonly rows: HelperRows,
    private readonly reader: HelperFactsReader,
    private readonly records: HelperVolunteers,
    private readonly sides: HelperSides,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
  ) {}

  /** Those of children whom the actor reads, the newest first. */
  async list(actor: PersonActor): Promise<JourneyView[]> {
    const { agencyId } = actor;
    const all = await this.rows.childIds(agencyId);
    const mine = await this.children.byIds(rowsFor(actor, 'helping.read'), all);
    return this.reader.views(agencyId, await this.rows.ofChildren(agencyId, [...mine.keys()], MOST));
  }

  /** The child and the adults of the family; undefined where the child is not the actor's to invite. */
  async choices(actor: PersonActor, childId: string): Promise<readonly HelperChoice[] | undefined> {
    const child = await this.#child(actor, childId);
    if (!child) return undefined;
    const today = await this.agencies.today(actor.agencyId);
    const family = await this.#family(actor.agencyId, child);
    const choices: HelperChoice[] = [];
    for (const { person, origin } of family) {
      choices.push({ person, origin, against: await this.#against(actor.agencyId, person, today) });
    }
    return choices;
  }

  /** Whoever supervises and is none of those who work on the case. */
  async supervisors(actor: PersonActor, childId: string) {
    const team = await this.#caseWorkers(actor, childId);
    return (await this.placements.supervisors(actor.agencyId)).filter(({ personId }) => !team.has(personId));
  }

  /** On their own wish, said to a worker of theirs. Nothing that they receive is asked after, and nothing is changed. */
  async begin(
    actor: PersonActor,
    {
      childId,
      personId,
      supervisorId,
    }: { readonly childId: string; readonly personId: string; readonly supervisorId: string },
  ): Outcome {
    const { agencyId } = actor;
    const child = await this.#child(actor, childId);
    if (!child) return MISSING;
    const today = await this.agencies.today(agencyId);
    const chosen = (await this.#family(agencyId, child)).find(({ person }) => person.id === personId);
    if (!chosen) return invalid({ field: 'personId', code: 'NOT_OF_FAMILY' });
    const supervises = (await this.placements.supervisors(agencyId)).some((one) => one.personId === supervisorId);
    const begun = await this.work.run(actor, async () => {
      // Two who begin at once wait for each other here.
      await this.people.lock(agencyId, chosen.person.id);
      const against = await this.#against(agencyId, chosen.person, today);
      const both = await this.sides.onBoth(agencyId, supervisorId, { childId, begunBy: actor.personId });
      const fields = [
        ...against.map((code) => ({ field: 'personId', code })),
        ...(supervises ? [] : [{ field: 'supervisorId', code: 'NOT_A_SUPERVISOR' }]),
        ...(both ? [{ field: 'supervisorId', code: 'CASE_WORKER' }] : []),
        ...(supervisorId === personId ? [{ field: 'supervisorId', code: 'THEMSELVES' }] : []),
      ];
      if (fields.length > 0) return invalid(...fields);
      const { origin, person } = chosen;
      const who = { agencyId, personId: person.id, supervisorId: supervisorId as PersonId };
      const row = await this.rows.add({ ...who, childId, origin, begunBy: actor.personId, begunOn: today });
      if (isAdult(person, today)) await this.records.open(row, today);
      this.#record('helper.begun', row, { origin });
      return ok(row);
    });
    return begun.ok ? this.#view(begun.value) : begun;
  }

  /** A service beside somebody who might be alone with a child on that day: one's own record check, and grown up. */
  async accompanied(
    actor: PersonActor,
    journeyId: string,
    { volunteerId, happenedOn }: { readonly volunteerId: string; readonly happenedOn: LocalDate },
  ): Outcome<StepsMissingError> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const beside = (await this.volunteers.byIds(allRows(agencyId), [volunteerId])).get(volunteerId);
    const judged = beside && (await this.eligibility.on(agencyId, [beside], happenedOn)).get(volunteerId);
    const cleared =
      beside?.person.birthDate !== undefined &&
      isAdult(beside.person, happenedOn) &&
      judged?.findings.every((one) => one.requirement !== 'RECORD_CHECK' || ASSIGNABLE.includes(one.outcome)) &&
      judged.findings.every(({ outcome }) => outcome !== 'STOPPED');
    return this.#change(actor, journeyId, async ({ row, facts }) => {
      const fields = [
        ...(happenedOn > today ? [{ field: 'happenedOn', code: 'IN_THE_FUTURE' }] : []),
        ...(happenedOn < row.begunOn ? [{ field: 'happenedOn', code: 'BEFORE_START' }] : []),
        ...(cleared && beside.person.id !== row.personId ? [] : [{ field: 'volunteerId', code: 'NOT_CLEARED' }]),
      ];
      if (fields.length > 0) return invalid(...fields);
      const before = missingBefore(facts, 'ACTIVE').filter((step) => step !== 'ACCOMPANIED');
      if (before.length > 0) return err({ code: 'STEPS_MISSING' as const, steps: before });
      const made = { kind: 'ACCOMPANIED' as const, happenedOn, besideId: volunteerId };
      if (!(await this.rows.milestone(row, made, actor.personId))) {
        return invalid({ field: 'happenedOn', code: 'TAKEN' });
      }
      this.#record('helper.accompanied', row, { on: happenedOn });
      return ok(true);
    });
  }

  /** Active, core, or a colleague: only once all before it is reached and holds. */
  reached(actor: PersonActor, journeyId: string, step: RecordedStep): Outcome<StepsMissingError> {
    return this.#change(actor, journeyId, async ({ row, facts }, today) => {
      const steps = missingBefore(facts, step);
      if (steps.length > 0) return err({ code: 'STEPS_MISSING' as const, steps });
      if (!(await this.rows.milestone(row, { kind: step, happenedOn: today }, actor.personId))) {
        return invalid({ field: 'step', code: 'TAKEN' });
      }
      this.#record('helper.reached', row, { step });
      return ok(true);
    });
  }

  /** At any time, for no reason: what they receive goes on as it was. */
  leave(actor: PersonActor, journeyId: string): Outcome<StepsMissingError> {
    return this.#change(actor, journeyId, async ({ row }, today) => {
      await this.end(row, today, 'WORKER');
      return ok(true);
    });
  }

  /** Inside a unit of work that holds the row. */
  async end(row: HelperJourney, today: LocalDate, by: LeftBy): Promise<void> {
    await this.rows.end(row, today, by);
    await this.records.rest(row, today);
    this.#record('helper.left', row, { by });
  }

  /** Runs a change on an open journey of a child who is the actor's; the row is held meanwhile. */
  async #change(
    actor: PersonActor,
    journeyId: string,
    change: (view: JourneyView, today: LocalDate) => Promise<Result<true, StepsMissingError | InvalidInputError>>,
  ): Outcome<StepsMissingError> {
    const { agencyId } = actor;
    const known = await this.rows.find(agencyId, journeyId);
    if (!known || !(await this.#child(actor, known.childId))) return MISSING;
    const today = await this.agencies.today(agencyId);
    const changed = await this.work.run(
      actor,
      async (): Promise<Result<true, StepsMissingError | InvalidInputError | NotFoundError>> => {
        const row = await this.rows.lockOpen(agencyId, journeyId);
        const [view] = row ? await this.reader.views(agencyId, [row]) : [];
        return view ? change(view, today) : MISSING;
      },
    );
    return changed.ok ? this.#view(known) : changed;
  }

  async #view({ agencyId, id }: HelperJourney): Outcome {
    const row = await this.rows.find(agencyId as AgencyId, id);
    const [view] = row ? await this.reader.views(agencyId as AgencyId, [row]) : [];
    return view ? ok(view) : MISSING;
  }

  async #child(actor: PersonActor, childId: string): Promise<ChildView | undefined> {
    return (await this.children.byIds(rowsFor(actor, 'helping.begin'), [childId])).get(childId);
  }

  async #family(agencyId: AgencyId, child: ChildView): Promise<Omit<HelperChoice, 'against'>[]> {
    const { householdId } = child;
    const households = householdId ? await this.households.byIds(allRows(agencyId), [householdId]) : undefined;
    const members = [...(households?.values() ?? [])].flatMap((one) => [...one.members]);
    const adults = members.filter((one) => one.until === undefined && one.childId === undefined && !one.person.erased);
    const others = new Map(adults.map(({ person }) => [person.id, person] as const));
    others.delete(child.person.id);
    return [
      { person: child.person, origin: 'CHILD' },
      ...[...others.values()].map((person) => ({ person, origin: 'PARENT' as const })),
    ];
  }

  async #against(agencyId: AgencyId, { id, birthDate }: OpenPerson, today: LocalDate): Promise<string[]> {
    const { minimumVolunteerAge } = await this.settings.valuesOf(agencyId);
    return [
      ...(birthDate === undefined ? ['BIRTH_DATE_MISSING'] : []),
      ...(birthDate !== undefined && ageOn(birthDate, today) < minimumVolunteerAge ? ['TOO_YOUNG'] : []),
      ...((await this.rows.openOf(agencyId, id)) ? ['ALREADY_BEGUN'] : []),
    ];
  }

  /** Whoever begins it, and whoever stands beside the child's pair: neither supervises the helper (T14). */
  async #caseWorkers({ agencyId, personId }: PersonActor, childId: string): Promise<ReadonlySet<PersonId>> {
    const beside = (await this.companions.workersOf(agencyId, [childId])).get(childId);
    return new Set([personId, ...(beside ? [beside] : [])]);
  }

  #record(action: string, { id }: HelperJourney, facts: Readonly<Record<string, string>>): void {
    this.trail.record({ action, subjectType: 'HelperJourney', subjectId: id, facts });
  }
}

const isAdult = ({ birthDate }: OpenPerson, on: LocalDate): boolean =>
  birthDate !== undefined && ageOn(birthDate, on) >= ADULT_AGE;
