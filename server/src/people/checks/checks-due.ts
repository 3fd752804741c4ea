// Whose record check is missing, over or ends soon: volunteers and colleagues alike, since no adult is exempt (H8).
import { Injectable } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import {
  eligibility,
  eligibilitySettings,
  withoutHit,
  type EligibilitySettings,
  type SeenFinding,
  type SeenOutcome,
} from '@tongxing/shared/rules';
import { allRows, mayDo, rowCondition, rowsFor, type PersonActor, type Rows } from '../../platform/access/index.js';
import { counts, Database } from '../../platform/database/index.js';
import { RecordChecks } from '../../screening/index.js';
import { Agencies } from '../agencies/agencies.js';
import { AgencySettings } from '../agencies/agency-settings.js';
import { PeopleRepository } from '../people.repository.js';
import { WorkStopsRepository } from '../work-stops/work-stops.repository.js';

/** Everybody of the desk who is there for children and families, or for what is written about them. */
export const CHECKED_COLLEAGUES: readonly Role[] = [
  'SOCIAL_WORKER',
  'SUPERVISOR',
  'DIRECTOR',
  'ARCHIVIST',
  'FINANCE',
  'EXPERT',
];
const CHECKED_VOLUNTEERS: readonly Role[] = ['VOLUNTEER', 'EMPLOYEE'];
/** As many as one page can hold; the number of all is told beside it. */
export const MOST_SHOWN = 300;

export interface CheckDue {
  readonly personId: PersonId;
  readonly name: string;
  /** Where there is a record as a volunteer. */
  readonly volunteerId: string | undefined;
  readonly colleague: boolean;
  /** Nobody writes their own down. */
  readonly own: boolean;
  readonly outcome: SeenOutcome;
  /** Last day on which the check counts or counted. */
  readonly until: LocalDate | undefined;
}
export interface ChecksDueView {
  readonly due: readonly CheckDue[];
  /** Without a check that holds beyond the window; minors among them. */
  readonly total: number;
  /** Of those looked at: they cannot be checked, and serve beside a cleared adult only. */
  readonly minors: number;
  readonly windowDays: number;
  readonly validDays: number;
}
interface Candidate {
  readonly personId: PersonId;
  readonly volunteerId: string | null;
}

interface Selected extends Candidate {
  readonly colleague: number;
}
interface Found {
  readonly name: string;
  readonly finding: SeenFinding;
}

const inForce = (alias: string) => `${alias}.startsOn <= ? AND (${alias}.endsOn IS NULL OR ${alias}.endsOn >= ?)`;
const marks = (roles: readonly Role[]) => roles.map(() => '?').join(', ');
const ALIVE = 'EXISTS (SELECT 1 FROM person p WHERE p.id = q.personId AND p.erasedAt IS NULL)';
const SERVES = `EXISTS (SELECT 1 FROM role_assignment r WHERE r.agencyId = q.agencyId AND r.personId = q.personId
  AND r.role IN (${marks(CHECKED_VOLUNTEERS)}) AND ${inForce('r')})`;
/** For these somebody can be asked for a paper; the others are the director's. */
const ASKABLE: readonly SeenOutcome[] = ['MISSING', 'EXPIRED', 'RENEWAL_DUE'];
const ENDING: readonly SeenOutcome[] = ['VALID', 'RENEWAL_DUE', 'EXPIRED'];

@Injectable()
export class ChecksDue {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly people: PeopleRepository,
    private readonly checks: RecordChecks,
    private readonly stops: WorkStopsRepository,
  ) {}

  /** The most pressing first: without any, over, then by the day on which it ends. */
  async of(actor: PersonActor): Promise<ChecksDueView> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const settings = eligibilitySettings(await this.settings.valuesOf(agencyId));
    const { candidates, total } = await this.#candidates(actor, today, settings);
    const judged = await this.#judged(actor, [...candidates.values()], today, settings);
    const minors = judged.filter(({ finding }) => finding.remedy === 'SERVE_BESIDE_CLEARED_ADULT').length;
    const due = judged
      .filter(({ finding }) => finding.outcome !== 'VALID' && finding.remedy !== 'SERVE_BESIDE_CLEARED_ADULT')
      .map(({ finding, ...who }) => ({ ...who, outcome: finding.outcome, until: finding.until }))
      .sort(byNeed);
    const { recordCheckValidDays: validDays, renewalWindowDays: windowDays } = settings;
    return { due, total, minors, windowDays, validDays };
  }

  /** Whether somebody is among those whose checks this reader writes down: of their offices, and at work now. */
  async isAmong(actor: PersonActor, personId: string): Promise<boolean> {
    const today = await this.agencies.today(actor.agencyId);
    const some = await this.#select(actor, today, 'q.personId = ?', [personId]);
    return some.length > 0;
  }

  /** Whose check was written down at the desk while its paper, as far as anybody said, is still here. */
  async withPapersHere(actor: PersonActor): Promise<PersonId[]> {
    const today = await this.agencies.today(actor.agencyId);
    const here = `EXISTS (SELECT 1 FROM record_check c WHERE c.agencyId = ? AND c.personId = q.personId
      AND c.recordedBy IS NOT NULL AND c.paperGivenBackAt IS NULL AND c.takenBackAt IS NULL)`;
    const rows = await this.#select(actor, today, here, [actor.agencyId]);
    return [...new Set(rows.map(({ personId }) => personId))];
  }

  /** How many colleagues, of the reader's offices, have to be asked for a paper. */
  async countColleagues(actor: PersonActor): Promise<number> {
    const today = await this.agencies.today(actor.agencyId);
    const within = rowsFor(actor, 'screening.record');
    const found = await this.#ofColleagues(within, today, '1 = 1');
    return [...found.values()].filter(({ finding }) => ASKABLE.includes(finding.outcome)).length;
  }

  /**
   * Colleagues whose check has a last day, of a whole agency; whoever volunteers too is told of it as a volunteer. Nothing
   * of somebody whose work has stopped (H8).
   */
  async colleaguesEnds(agencyId: AgencyId, today: LocalDate): Promise<{ personId: PersonId; lastDay: LocalDate }[]> {
    const notAsVolunteer = `NOT EXISTS (SELECT 1 FROM volunteer v WHERE v.agencyId = q.agencyId
      AND v.personId = q.personId AND ${SERVES})`;
    const found = await this.#ofColleagues(allRows(agencyId), today, notAsVolunteer, [
      ...CHECKED_VOLUNTEERS,
      today,
      today,
    ]);
    return [...found].flatMap(([personId, { finding }]) =>
      finding.until !== undefined && ENDING.includes(finding.outcome) ? [{ personId, lastDay: finding.until }] : [],
    );
  }

  /** How one's own check stands; undefined for whoever is no colleague. */
  async own({ agencyId, personId }: PersonActor): Promise<SeenFinding | undefined> {
    const today = await this.agencies.today(agencyId);
    return (await this.#ofColleagues(allRows(agencyId), today, 'q.personId = ?', [personId])).get(personId)?.finding;
  }

  async #ofColleagues(within: Rows, today: LocalDate, and: string, more: readonly string[] = []) {
    const ids = (await this.#colleagues(within, today, and, more)).map(({ personId }) => personId);
    const settings = eligibilitySettings(await this.settings.valuesOf(within.agencyId));
    return this.#findings(within.agencyId, ids, { today, settings, hits: false });
  }

  async #candidates(actor: PersonActor, today: LocalDate, settings: EligibilitySettings) {
    const { recordCheckValidDays, renewalWindowDays } = settings;
    // Whatever happened later than this counts beyond the window, unless its paper names an earlier day.
    const fresh = `NOT EXISTS (SELECT 1 FROM record_check c WHERE c.agencyId = ? AND c.personId = q.personId
      AND c.result = 'CLEAR' AND c.takenBackAt IS NULL AND (c.batchId IS NULL OR c.confirmedBy IS NOT NULL)
      AND c.happenedOn > ? AND (c.validUntil IS NULL OR c.validUntil > ?))`;
    const since = addDays(today, renewalWindowDays - recordCheckValidDays);
    const parameters = [actor.agencyId, since, addDays(today, renewalWindowDays)];
    const rows = await this.#select(actor, today, fresh, parameters);
    const candidates = new Map<string, Candidate & { readonly colleague: boolean }>();
    const everybody = new Set<string>();
    for (const { personId, volunteerId, colleague } of rows) {
      everybody.add(personId);
      const known = candidates.get(personId);
      if (!known && candidates.size >= MOST_SHOWN) continue;
      candidates.set(personId, {
        personId,
        volunteerId: volunteerId ?? known?.volunteerId ?? null,
        colleague: Number(colleague) === 1 || known?.colleague === true,
      });
    }
    return { candidates, total: everybody.size };
  }

  /** Colleagues in office and volunteers in service of the reader's offices; one person may come twice. */
  async #select(actor: PersonActor, today: LocalDate, and: string, more: readonly string[]) {
    const within = rowsFor(actor, 'screening.record');
    const colleagues = await this.#colleagues(within, today, and, more);
    const ofPost = rowCondition(within, 'q');
    const volunteers = await this.database.read<Selected>(
      `SELECT q.personId AS personId, q.id AS volunteerId, 0 AS colleague FROM volunteer q
       WHERE ${ofPost.sql} AND ${ALIVE} AND ${SERVES} AND ${and} ORDER BY q.id`,
      [...ofPost.parameters, ...CHECKED_VOLUNTEERS, today, today, ...more],
    );
    return [...colleagues, ...volunteers];
  }

  #colleagues(within: Rows, today: LocalDate, and: string, more: readonly string[]): Promise<Selected[]> {
    const ofPost = rowCondition(within, 'q');
    return this.database.read<Selected>(
      `SELECT DISTINCT q.personId AS personId, NULL AS volunteerId, 1 AS colleague FROM role_assignment q
       WHERE ${ofPost.sql} AND q.role IN (${marks(CHECKED_COLLEAGUES)}) AND ${inForce('q')} AND ${ALIVE} AND ${and}`,
      [...ofPost.parameters, ...CHECKED_COLLEAGUES, today, today, ...more],
    );
  }

  async #judged(
    actor: PersonActor,
    candidates: readonly (Candidate & { readonly colleague: boolean })[],
    today: LocalDate,
    settings: EligibilitySettings,
  ) {
    const ids = candidates.map(({ personId }) => personId);
    const found = await this.#findings(actor.agencyId, ids, {
      today,
      settings,
      hits: mayDo(actor, 'screening.readHit'),
    });
    return candidates.flatMap(({ personId, volunteerId, colleague }) => {
      const one = found.get(personId);
      const own = personId === actor.personId;
      return one ? [{ ...one, personId, volunteerId: volunteerId ?? undefined, colleague, own }] : [];
    });
  }

  /** How the checks of these people stand; without `hits` whoever's work has stopped reads as not available. */
  async #findings(
    agencyId: AgencyId,
    ids: readonly PersonId[],
    { today, settings, hits }: { today: LocalDate; settings: EligibilitySettings; hits: boolean },
  ): Promise<ReadonlyMap<PersonId, Found>> {
    const people = await this.people.byIds(agencyId, [...ids]);
    const checks = await this.#factsOf(agencyId, ids);
    const stopped = await this.stops.sinceByPerson(agencyId);
    const found = new Map<PersonId, Found>();
    for (const personId of ids) {
      const person = people.get(personId);
      if (!person) continue;
      const facts = {
        birthDate: person.birthDate,
        recordChecks: checks(personId),
        stoppedSince: stopped.get(personId),
        ...{ trainings: [], agreements: [], exemptions: [] },
      };
      const whole = eligibility(facts, today, settings);
      found.set(personId, { name: person.name, finding: findingOf((hits ? whole : withoutHit(whole)).findings) });
    }
    return found;
  }

  async #factsOf(agencyId: AgencyId, personIds: readonly PersonId[]) {
    const rows = await this.checks.byPerson(agencyId, personIds);
    return (personId: string) =>
      (rows.get(personId) ?? []).map((row) => ({
        result: row.result,
        on: row.happenedOn as LocalDate,
        until: (row.validUntil ?? undefined) as LocalDate | undefined,
        confirmed: counts(row),
      }));
  }
}

function findingOf(findings: readonly SeenFinding[]): SeenFinding {
  const found = findings.find(({ requirement }) => requirement === 'RECORD_CHECK');
  if (!found) throw new Error('BUG: an eligibility without a record check');
  return found;
}

const NEED: readonly SeenOutcome[] = ['MISSING', 'EXPIRED', 'RENEWAL_DUE', 'STOPPED', 'NOT_AVAILABLE'];

function byNeed(one: CheckDue, other: CheckDue): number {
  const order = NEED.indexOf(one.outcome) - NEED.indexOf(other.outcome);
  return order !== 0 ? order : (one.until ?? '').localeCompare(other.until ?? '');
}
