// Companies and other teams that come for a day, and who books for each (D8).
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { TeamKind, TeamState } from '@tongxing/shared/rules';
import { Agencies, Invitations, PeopleNames, PeopleRepository, WorkStopsRepository } from '../people/index.js';
import type { InviteError } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import type { Locale } from '../platform/auth/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError, StaleVersionError } from '../platform/graphql/index.js';
import { BookingsRepository } from './bookings.repository.js';
import { LIVING_BOOKINGS, teamProblems } from './domain/day.js';
import type { VolunteerTeam } from './team.entities.js';
import { TeamsRepository } from './teams.repository.js';

export interface TeamFields {
  readonly kind: TeamKind;
  readonly name: string;
  readonly shortName: string;
  readonly state: TeamState;
}
export interface CoordinatorView {
  /** Of the row, not of the person. */
  readonly id: string;
  readonly name: string;
}
export interface TeamView {
  readonly team: VolunteerTeam;
  readonly coordinators: readonly CoordinatorView[];
}
/** Somebody who books already, or somebody new who gets an invitation. */
export type NewCoordinator =
  { readonly personId: string } | { readonly name: string; readonly identifier: string; readonly locale: Locale };
export type TeamError = InvalidInputError | NotFoundError | StaleVersionError;
export type CoordinatorError = InviteError;
type Outcome<E> = Result<TeamView, E>;
interface Known {
  readonly id: string;
  readonly version: number;
}

const MISSING: NotFoundError = { code: 'NOT_FOUND' };
const ROLE = 'CSR_COORDINATOR' as const;

@Injectable()
export class Teams {
  constructor(
    private readonly repository: TeamsRepository,
    private readonly bookings: BookingsRepository,
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly names: PeopleNames,
    private readonly stops: WorkStopsRepository,
    private readonly invitations: Invitations,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Those that still come first, each by name. */
  async list(agencyId: AgencyId): Promise<TeamView[]> {
    return this.#views(agencyId, await this.repository.all(agencyId));
  }

  async find(agencyId: AgencyId, id: string): Promise<TeamView | undefined> {
    const team = await this.repository.find(agencyId, id);
    return team ? (await this.#views(agencyId, [team]))[0] : undefined;
  }

  /** Teams that still come and for which whoever asks books now; none for anybody else. */
  async mine({ agencyId, personId }: PersonActor): Promise<VolunteerTeam[]> {
    const ids = await this.repository.teamsOf(agencyId, personId);
    const teams = await this.repository.byIds(agencyId, ids);
    return teams.filter(({ state }) => state === 'ACTIVE').sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Whoever is told of a team's bookings. */
  async coordinatorsOf(agencyId: AgencyId, teamId: string): Promise<PersonId[]> {
    const rows = await this.repository.coordinators(agencyId, [teamId]);
    return rows.map(({ personId }) => personId as PersonId);
  }

  /** Whoever books for any of these teams now, each once. */
  async coordinatorsOfAll(agencyId: AgencyId, teamIds: readonly string[]): Promise<PersonId[]> {
    const rows = await this.repository.coordinators(agencyId, teamIds);
    return [...new Set(rows.map(({ personId }) => personId as PersonId))].sort();
  }

  /** People who sign in as coordinators of a company or another team today, with names. */
  async choices(agencyId: AgencyId): Promise<{ readonly id: PersonId; readonly name: string }[]> {
    const ids = await this.#holders(agencyId);
    const names = await this.names.of(agencyId, ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  }

  /**
   * Without an id a new one; otherwise `version` is the one that was loaded. Of two colleagues who write the same name at
   * once the second is refused as if the first had been there already.
   */
  async save(actor: PersonActor, fields: TeamFields, known?: Known): Promise<Outcome<TeamError>> {
    try {
      return await this.#save(actor, fields, known);
    } catch (error) {
      if (!this.database.engine.isUniqueViolation(error)) throw error;
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'name', code: 'TAKEN' }] });
    }
  }

  #save(actor: PersonActor, fields: TeamFields, known?: Known): Promise<Outcome<TeamError>> {
    const { agencyId, personId: recordedBy } = actor;
    return this.work.run(actor, async (): Promise<Outcome<TeamError>> => {
      const before = known ? await this.repository.lock(agencyId, known.id) : undefined;
      if (before === null) return err(MISSING);
      if (before && before.version !== known?.version) {
        return err({ code: 'STALE_VERSION', currentVersion: before.version });
      }
      const others = (await this.repository.all(agencyId)).filter(({ id }) => id !== before?.id);
      const problems = teamProblems(
        fields,
        others.map(({ name }) => name),
      );
      if (before?.state === 'ACTIVE' && fields.state === 'ENDED') {
        const comes = await this.bookings.hasAny(agencyId, before.id, LIVING_BOOKINGS);
        if (comes) problems.push({ field: 'state', code: 'HAS_BOOKINGS' });
      }
      if (problems.length > 0) return err({ code: 'INVALID_INPUT', fields: problems });
      const { kind, state } = fields;
      const said = { kind, state, name: fields.name.trim(), shortName: fields.shortName.trim() };
      const columns = { ...said, recordedBy, version: (before?.version ?? 0) + 1 };
      const id: string = before?.id ?? this.ids.next<never>();
      const team = { id, agencyId, ...columns, createdAt: before?.createdAt ?? this.clock.nowIso() };
      await (before ? this.repository.change(id, columns) : this.repository.add(team));
      this.#record(before ? 'team.changed' : 'team.added', id, { kind, state });
      return ok(await this.#view(team));
    });
  }

  /** From today on they book for the team; somebody new is invited to an account of their own. */
  addCoordinator(actor: PersonActor, teamId: string, who: NewCoordinator): Promise<Outcome<CoordinatorError>> {
    return this.work.runTogether(actor, async (): Promise<Outcome<CoordinatorError>> => {
      const team = await this.repository.find(actor.agencyId, teamId);
      if (team?.state !== 'ACTIVE') return err(MISSING);
      const found = await this.#person(actor, who, await this.agencies.today(actor.agencyId));
      if (!found.ok) return found;
      await this.putCoordinator(actor, teamId, found.value);
      return ok(await this.#view(team));
    });
  }

  /** Inside of units that commit together: somebody who books, or was just invited to, stands on the team's list. */
  putCoordinator(actor: PersonActor, teamId: string, personId: string): Promise<void> {
    const { agencyId } = actor;
    return this.work.run(actor, async () => {
      // One after another: nobody stands on the list twice.
      await this.repository.lock(agencyId, teamId);
      const now = await this.repository.coordinators(agencyId, [teamId]);
      if (now.some((row) => row.personId === personId)) return;
      await this.repository.addCoordinator(agencyId, teamId, personId, await this.agencies.today(agencyId));
      this.#record('team.coordinatorAdded', teamId, {});
    });
  }

  /** They book for the team no more; what they booked stays the team's. */
  async endCoordinator(actor: PersonActor, id: string): Promise<Outcome<NotFoundError>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async (): Promise<Outcome<NotFoundError>> => {
      const row = await this.repository.endCoordinator(agencyId, id, today);
      const team = row && (await this.repository.find(agencyId, row.teamId));
      if (!team) return err(MISSING);
      this.#record('team.coordinatorEnded', team.id, {});
      return ok(await this.#view(team));
    });
  }

  async #person(actor: PersonActor, who: NewCoordinator, today: string): Promise<Result<string, CoordinatorError>> {
    if ('personId' in who) {
      const known = (await this.#holders(actor.agencyId)).some((id) => id === who.personId);
      return known ? ok(who.personId) : err(MISSING);
    }
    const roles = [{ role: ROLE, startsOn: today, endsOn: null, officeId: null }];
    const sent = await this.invitations.invite(actor, { ...who, roles });
    return sent.ok ? ok(sent.value.personId) : sent;
  }

  async #holders(agencyId: AgencyId): Promise<PersonId[]> {
    const holders = await this.people.holdersOf(agencyId, ROLE, await this.agencies.today(agencyId));
    const stopped = await this.stops.sinceByPerson(agencyId);
    return [...new Set(holders)].filter((id) => !stopped.has(id)).sort();
  }

  async #view(team: VolunteerTeam): Promise<TeamView> {
    const [view] = await this.#views(team.agencyId as AgencyId, [team]);
    if (!view) throw new Error('BUG: a team without a view');
    return view;
  }

  async #views(agencyId: AgencyId, teams: readonly VolunteerTeam[]): Promise<TeamView[]> {
    const rows = await this.repository.coordinators(
      agencyId,
      teams.map(({ id }) => id),
    );
    const names = await this.names.of(agencyId, [...new Set(rows.map(({ personId }) => personId))]);
    return teams.map((team) => ({
      team,
      coordinators: rows
        .filter(({ teamId }) => teamId === team.id)
        .map(({ id, personId }) => ({ id, name: names.get(personId) ?? '' })),
    }));
  }

  #record(action: string, subjectId: string, facts: Readonly<Record<string, string>>): void {
    this.trail.record({ action, subjectType: 'VolunteerTeam', subjectId, facts });
  }
}
