// Gathers the facts for the one eligibility function. Every path that lets a volunteer serve asks here.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import {
  besideAdult,
  eligibility,
  eligibilitySettings,
  needsAdultBeside,
  type CompanyAs,
  type DatedFact,
  type Eligibility,
  type EligibilityFacts,
  type Exemption,
  type ServiceTask,
  type Standing,
} from '@tongxing/shared/rules';
import { VolunteerAgreements } from '../../agreements/index.js';
import { counts, Database, placeholders, type DatedFactRow } from '../../platform/database/index.js';
import { RecordChecks } from '../../screening/index.js';
import { tasksOf, Trainings } from '../../training/index.js';
import { AgencySettings } from '../agencies/agency-settings.js';
import { BesideRows } from './beside/beside-rows.js';
import { Exemptions } from './exemptions/exemptions.js';
import { WorkStopsRepository } from '../work-stops/work-stops.repository.js';
import { standingSelection, type SqlSelection } from './standing-condition.js';

/** What of a volunteer the function asks for; a view has it. */
export interface Judged {
  readonly id: string;
  readonly person: { readonly id: string; readonly birthDate?: LocalDate | undefined };
  readonly stoppedSince?: LocalDate | undefined;
}

/** People whose facts are read at once: what an engine takes as parameters is bounded, and others' requests go in between. */
const SLICE = 1_000;

@Injectable()
export class VolunteerEligibility {
  constructor(
    private readonly trainings: Trainings,
    private readonly agreements: VolunteerAgreements,
    private readonly recordChecks: RecordChecks,
    private readonly settings: AgencySettings,
    private readonly stops: WorkStopsRepository,
    private readonly exemptions: Exemptions,
    private readonly beside: BesideRows,
    private readonly database: Database,
  ) {}

  /** Every volunteer's eligibility for a task on a day of service, by volunteer id; six statements for a thousand of them. */
  async on(
    agencyId: AgencyId,
    volunteers: readonly Judged[],
    serviceDate: LocalDate,
    task: ServiceTask = 'COMPANIONSHIP',
  ): Promise<ReadonlyMap<string, Eligibility>> {
    const judged = await this.#alone(agencyId, volunteers, serviceDate, task);
    // At an activity the company is whoever is there; with one child it is the adult who goes along each time (ADR 0033).
    if (task === 'COMPANIONSHIP') await this.#besideTheirs(agencyId, volunteers, serviceDate, judged);
    return judged;
  }

  async #alone(
    agencyId: AgencyId,
    volunteers: readonly Judged[],
    serviceDate: LocalDate,
    task: ServiceTask,
  ): Promise<Map<string, Eligibility>> {
    const settings = eligibilitySettings(await this.settings.valuesOf(agencyId));
    const judged = new Map<string, Eligibility>();
    const standing = {
      stops: await this.stops.sinceByPerson(agencyId),
      exemptions: await this.exemptions.standingByPerson(agencyId),
    };
    for (let from = 0; from < volunteers.length; from += SLICE) {
      if (from > 0) await nextTurn();
      const facts = await this.#facts(agencyId, volunteers.slice(from, from + SLICE), standing);
      for (const [id, known] of facts) judged.set(id, eligibility(known, serviceDate, settings, task));
    }
    return judged;
  }

  /** Who of these people could be a minor's company on a day: at work that day, each with what the function says. */
  async company(
    agencyId: AgencyId,
    personIds: readonly string[],
    serviceDate: LocalDate,
    task: ServiceTask = 'COMPANIONSHIP',
  ): Promise<ReadonlyMap<string, Company>> {
    const found = new Map<string, Company>();
    const ids = [...new Set(personIds)];
    for (let from = 0; from < ids.length; from += SLICE) {
      const there = await this.#atWork(agencyId, ids.slice(from, from + SLICE), serviceDate);
      const people = [...there.values()].map(({ judged }) => judged);
      // Alone, each of them: whoever needs company is nobody's.
      const judged = await this.#alone(agencyId, people, serviceDate, task);
      for (const [personId, { as }] of there) {
        const eligibility = judged.get(personId);
        if (eligibility) found.set(personId, { eligibility, as });
      }
    }
    return found;
  }

  async #besideTheirs(
    agencyId: AgencyId,
    volunteers: readonly Judged[],
    on: LocalDate,
    judged: Map<string, Eligibility>,
  ): Promise<void> {
    const minors = volunteers.filter(({ id }) => {
      const own = judged.get(id);
      return own !== undefined && needsAdultBeside(own);
    });
    const personIds = minors.map(({ person }) => person.id);
    const adults = await this.beside.adultsOf(agencyId, personIds, on);
    if (adults.size === 0) return;
    const adultIds = [...adults.values()].map(({ adultId }) => adultId);
    const company = await this.company(agencyId, adultIds, on);
    for (const { id, person } of minors) {
      const own = judged.get(id);
      const adult = company.get(adults.get(person.id)?.adultId ?? '');
      if (own && adult) judged.set(id, besideAdult(own, adult.eligibility, adult.as));
    }
  }

  /** By person: whoever has a role on that day as a colleague with children, or as a volunteer. */
  async #atWork(agencyId: AgencyId, personIds: readonly string[], on: LocalDate) {
    const found = new Map<string, { as: CompanyAs; judged: Judged }>();
    if (personIds.length === 0) return found;
    const rows = await this.database.read<AtWorkRow>(
      `SELECT p.id AS id, p.birthDate AS birthDate, r.role AS role, v.stoppedSince AS stoppedSince
       FROM person p JOIN role_assignment r ON r.agencyId = p.agencyId AND r.personId = p.id
         LEFT JOIN volunteer v ON v.agencyId = p.agencyId AND v.personId = p.id
       WHERE p.agencyId = ? AND p.erasedAt IS NULL AND p.id IN (${placeholders(personIds)})
         AND r.startsOn <= ? AND (r.endsOn IS NULL OR r.endsOn >= ?)`,
      [agencyId, ...personIds, on, on],
    );
    for (const { id, birthDate, role, stoppedSince } of rows) {
      const as = asOf(role);
      if (!as || found.get(id)?.as === 'COLLEAGUE') continue;
      const person = { id, birthDate: birthDate ?? undefined };
      found.set(id, { as, judged: { id, person, stoppedSince: stoppedSince ?? undefined } });
    }
    return found;
  }

  /** Which volunteers to judge, where only those of one standing are asked for. */
  async candidates(agencyId: AgencyId, standing: Standing, on: LocalDate): Promise<SqlSelection> {
    const settings = eligibilitySettings(await this.settings.valuesOf(agencyId));
    return standingSelection(standing, { agencyId, on, settings }, this.database.engine.kind);
  }

  async #facts(
    agencyId: AgencyId,
    volunteers: readonly Judged[],
    { stops, exemptions }: WholeAgency,
  ): Promise<[string, EligibilityFacts][]> {
    const personIds = volunteers.map((volunteer) => volunteer.person.id);
    const trainings = await this.trainings.byPerson(agencyId, personIds);
    const agreements = await this.agreements.byPerson(agencyId, personIds);
    const checks = await this.recordChecks.byPerson(agencyId, personIds);
    return volunteers.map(({ id, person, stoppedSince }) => [
      id,
      {
        birthDate: person.birthDate,
        trainings: (trainings.get(person.id) ?? []).map((row) => ({
          ...toFact(row),
          kind: row.kind,
          tasks: tasksOf(row),
        })),
        agreements: (agreements.get(person.id) ?? []).map(toFact),
        recordChecks: (checks.get(person.id) ?? []).map((row) => ({ ...toFact(row), result: row.result })),
        exemptions: exemptions.get(person.id) ?? [],
        stoppedSince: earlier(stoppedSince, stops.get(person.id)),
      },
    ]);
  }
}

/** What the function says of somebody, and as what they would be there. */
export interface Company {
  readonly eligibility: Eligibility;
  readonly as: CompanyAs;
}
interface AtWorkRow {
  readonly id: string;
  readonly birthDate: LocalDate | null;
  readonly role: string;
  readonly stoppedSince: LocalDate | null;
}

/** Who works with children, and who volunteers. */
const COLLEAGUES: readonly string[] = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'];
const VOLUNTEERS: readonly string[] = ['VOLUNTEER', 'EMPLOYEE'];
const asOf = (role: string): CompanyAs | undefined =>
  COLLEAGUES.includes(role) ? 'COLLEAGUE' : VOLUNTEERS.includes(role) ? 'VOLUNTEER' : undefined;

/** What stands for a whole agency. */
interface WholeAgency {
  readonly stops: ReadonlyMap<string, LocalDate>;
  readonly exemptions: ReadonlyMap<string, readonly Exemption[]>;
}

const toFact = (row: DatedFactRow): DatedFact => ({
  on: row.happenedOn as LocalDate,
  until: (row.validUntil ?? undefined) as LocalDate | undefined,
  confirmed: counts(row),
});

const earlier = (one: LocalDate | undefined, other: LocalDate | undefined): LocalDate | undefined =>
  one !== undefined && other !== undefined ? (one < other ? one : other) : (one ?? other);
