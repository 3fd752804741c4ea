// Gathers the facts for the one eligibility function. Every path that lets a volunteer serve asks here.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import {
  eligibility,
  eligibilitySettings,
  type DatedFact,
  type Eligibility,
  type EligibilityFacts,
  type Exemption,
  type ServiceTask,
  type Standing,
} from '@tongxing/shared/rules';
import { VolunteerAgreements } from '../../agreements/index.js';
import { counts, Database, type DatedFactRow } from '../../platform/database/index.js';
import { RecordChecks } from '../../screening/index.js';
import { tasksOf, Trainings } from '../../training/index.js';
import { AgencySettings } from '../agencies/agency-settings.js';
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
    private readonly database: Database,
  ) {}

  /** Every volunteer's eligibility for a task on a day of service, by volunteer id; six statements for a thousand of them. */
  async on(
    agencyId: AgencyId,
    volunteers: readonly Judged[],
    serviceDate: LocalDate,
    task: ServiceTask = 'COMPANIONSHIP',
  ): Promise<ReadonlyMap<string, Eligibility>> {
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
