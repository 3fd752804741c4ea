// A worker says beside which adult a volunteer under age accompanies a child; whether that holds is asked anew each time.
import { Injectable } from '@nestjs/common';
import { ageOn, err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { clearance, eligibilitySettings, type CompanyAs } from '@tongxing/shared/rules';
import { rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { AuditTrail } from '../../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../../platform/graphql/index.js';
import { Agencies } from '../../agencies/agencies.js';
import { AgencySettings } from '../../agencies/agency-settings.js';
import { NameSearch } from '../../names/name-search.js';
import { PeopleNames } from '../../people-names.js';
import { PeopleRepository } from '../../people.repository.js';
import { VolunteerEligibility } from '../volunteer-eligibility.js';
import { VolunteerLists } from '../volunteer-lists.js';
import { VolunteersRepository, type VolunteerView } from '../volunteers.repository.js';
import { BesideRows } from './beside-rows.js';
import { LeftAlone } from './left-alone.js';

export interface AdultChoice {
  readonly personId: string;
  readonly name: string;
  readonly as: CompanyAs;
  /** Last day of the check; a day later they are nobody's company until it is renewed. */
  readonly until: LocalDate | undefined;
}
export interface BesideView {
  readonly adultId: string;
  readonly name: string;
  readonly since: LocalDate;
  /** Undefined where the adult is not cleared today, or not at work here any more. */
  readonly cleared: AdultChoice | undefined;
}
export type BesideError = InvalidInputError | NotFoundError;

const COLLEAGUES = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'] as const;
const MOST_CHOICES = 40;
const MISSING: NotFoundError = { code: 'NOT_FOUND' };

@Injectable()
export class BesideAdults {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly people: PeopleRepository,
    private readonly names: PeopleNames,
    private readonly search: NameSearch,
    private readonly lists: VolunteerLists,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly rows: BesideRows,
    private readonly alone: LeftAlone,
  ) {}

  /** Whether somebody may serve only in company on a day; of whom nobody knows the age nobody says so. */
  async isMinor(agencyId: AgencyId, { person }: VolunteerView, on: LocalDate): Promise<boolean> {
    const { adultAge } = eligibilitySettings(await this.settings.valuesOf(agencyId));
    return person.birthDate !== undefined && ageOn(person.birthDate, on) < adultAge;
  }

  /** Beside whom somebody goes now; undefined where beside nobody. */
  async of(agencyId: AgencyId, personId: PersonId): Promise<BesideView | undefined> {
    const today = await this.agencies.today(agencyId);
    const row = (await this.rows.adultsOf(agencyId, [personId], today)).get(personId);
    if (!row) return undefined;
    const [cleared] = await this.#cleared(agencyId, [row.adultId], today);
    const name = (await this.names.of(agencyId, [row.adultId])).get(row.adultId) ?? '';
    return { adultId: row.adultId, name, since: row.startsOn as LocalDate, cleared };
  }

  /** Cleared adults of this reader's rows: colleagues first, then volunteers; those of a name where one is given. */
  async choices(actor: PersonActor, name: string): Promise<AdultChoice[]> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const within = rowsFor(actor, 'volunteer.change');
    const colleagues: string[] = [];
    for (const role of COLLEAGUES) colleagues.push(...(await this.people.holdersOf(agencyId, role, today)));
    const ids =
      name === ''
        ? await this.lists.ids(within, MOST_CHOICES, await this.eligibility.candidates(agencyId, 'READY', today))
        : (await this.search.find('VOLUNTEER', within, name, MOST_CHOICES)).map(({ id }) => id);
    const volunteers = [...(await this.volunteers.byIds(within, ids)).values()].map(({ person }) => person.id);
    const found = await this.#cleared(agencyId, [...new Set([...colleagues, ...volunteers])], today);
    return found
      .filter((one) => one.as === 'VOLUNTEER' || one.name.includes(name))
      .sort((one, other) =>
        one.as === other.as ? one.name.localeCompare(other.name, 'zh-CN') : one.as < other.as ? -1 : 1,
      )
      .slice(0, MOST_CHOICES);
  }

  /** From today on; whoever stood there before stands there no more, and pairs rest until everybody was asked again. */
  put(actor: PersonActor, volunteerId: string, adultId: string): Promise<Result<VolunteerView, BesideError>> {
    return this.#change(actor, volunteerId, async (minor, today) => {
      const { agencyId } = actor;
      const personId = minor.person.id;
      if (!(await this.isMinor(agencyId, minor, today))) return invalid('NOT_A_MINOR');
      if (adultId === personId) return invalid('THEMSELVES');
      const [cleared] = await this.#cleared(agencyId, [adultId], today);
      if (!cleared) return invalid('NOT_CLEARED');
      const before = await this.rows.lockOpen(agencyId, personId);
      if (before?.adultId === adultId) return ok(minor);
      if (before) await this.rows.end(before.id, today, actor.personId);
      await this.rows.add({ agencyId, personId, adultId, startsOn: today, recordedBy: actor.personId });
      this.#record('volunteer.besideAdult', minor, { as: cleared.as });
      // The family and the child know the one who came along until now.
      if (before) await this.alone.apply(agencyId, personId);
      return ok(minor);
    });
  }

  end(actor: PersonActor, volunteerId: string): Promise<Result<VolunteerView, BesideError>> {
    return this.#change(actor, volunteerId, async (minor, today) => {
      const before = await this.rows.lockOpen(actor.agencyId, minor.person.id);
      if (!before) return err(MISSING);
      await this.rows.end(before.id, today, actor.personId);
      this.#record('volunteer.besideNobody', minor, {});
      await this.alone.apply(actor.agencyId, minor.person.id);
      return ok(minor);
    });
  }

  async #change(
    actor: PersonActor,
    volunteerId: string,
    work: (minor: VolunteerView, today: LocalDate) => Promise<Result<VolunteerView, BesideError>>,
  ): Promise<Result<VolunteerView, BesideError>> {
    const today = await this.agencies.today(actor.agencyId);
    return this.work.run(actor, async (): Promise<Result<VolunteerView, BesideError>> => {
      const within = rowsFor(actor, 'volunteer.change');
      const minor = (await this.volunteers.byIds(within, [volunteerId])).get(volunteerId);
      if (!minor || minor.person.erased) return err(MISSING);
      await this.volunteers.lock(actor.agencyId, minor.id);
      return work(minor, today);
    });
  }

  /** Those of these people who are cleared on a day, with their names. */
  async #cleared(agencyId: AgencyId, personIds: readonly string[], on: LocalDate): Promise<AdultChoice[]> {
    const company = await this.eligibility.company(agencyId, personIds, on);
    const names = await this.names.of(agencyId, [...company.keys()]);
    return [...company].flatMap(([personId, { eligibility, as }]) => {
      const check = clearance(eligibility, on, as);
      return check ? [{ personId, name: names.get(personId) ?? '', as, until: check.until }] : [];
    });
  }

  #record(action: string, { person }: VolunteerView, facts: Record<string, string>): void {
    this.trail.record({ action, subjectType: 'Person', subjectId: person.id, facts });
  }
}

const invalid = (code: string): Result<VolunteerView, BesideError> =>
  err({ code: 'INVALID_INPUT', fields: [{ field: 'adultId', code }] });
