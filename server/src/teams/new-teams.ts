// Many teams at once, as a list brings them, and who will book for each.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LoginId, PersonId } from '@tongxing/shared/kernel';
import { Agencies, Invitations, PeopleRepository } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Logins, normaliseIdentifier } from '../platform/auth/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { teamProblems } from './domain/day.js';
import { VolunteerTeam } from './team.entities.js';
import { Teams, type TeamFields } from './teams.js';
import { TeamsRepository } from './teams.repository.js';

const ROLE = 'CSR_COORDINATOR' as const;
const ROWS_A_STATEMENT = 100;

@Injectable()
export class NewTeams {
  constructor(
    private readonly teams: Teams,
    private readonly repository: TeamsRepository,
    private readonly invitations: Invitations,
    private readonly people: PeopleRepository,
    private readonly agencies: Agencies,
    private readonly logins: Logins,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Every team that the agency has, those that ended too. */
  async names(agencyId: AgencyId): Promise<{ readonly id: string; readonly name: string }[]> {
    return (await this.repository.all(agencyId)).map(({ id, name }) => ({ id, name }));
  }

  /**
   * With the ids in the same order; inside a unit of work. No name is one that the agency has.
   *
   * @throws Error where a team says what no form lets through.
   */
  async addAll(
    agencyId: AgencyId,
    recordedBy: PersonId,
    teams: readonly Omit<TeamFields, 'state'>[],
  ): Promise<string[]> {
    const createdAt = this.clock.nowIso();
    const rows = teams.map(({ kind, name, shortName }): VolunteerTeam => {
      const [problem] = teamProblems({ name, shortName }, []);
      if (problem) throw new Error(`BUG: a team with ${problem.field} ${problem.code}`);
      const id: string = this.ids.next<never>();
      return { ...{ id, agencyId, kind, name, shortName, state: 'ACTIVE', recordedBy }, version: 1, createdAt };
    });
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      await this.database.repository(VolunteerTeam).insert(rows.slice(from, from + ROWS_A_STATEMENT));
    }
    return rows.map(({ id }) => id);
  }

  /**
   * Inside of units that commit together. Whoever books already under this address is put on the list, somebody new is
   * invited; `known` keeps whom this list has invited. False where the address is another person's of the agency.
   */
  async bringCoordinator(
    actor: PersonActor,
    teamId: string,
    { name, email }: { readonly name: string; readonly email: string },
    known: Map<string, string>,
  ): Promise<boolean> {
    const personId =
      known.get(email) ??
      (await this.#coordinatorAt(actor.agencyId, email)) ??
      (await this.#invite(actor, name, email));
    if (personId === undefined) return false;
    known.set(email, personId);
    await this.teams.putCoordinator(actor, teamId, personId);
    return true;
  }

  async #invite(actor: PersonActor, name: string, identifier: string): Promise<string | undefined> {
    const startsOn = await this.agencies.today(actor.agencyId);
    const roles = [{ role: ROLE, startsOn, endsOn: null, officeId: null }];
    const sent = await this.invitations.invite(actor, { name, identifier, locale: 'zh-CN', roles });
    return sent.ok ? sent.value.personId : undefined;
  }

  async #coordinatorAt(agencyId: AgencyId, email: string): Promise<string | undefined> {
    const login = await this.logins.byIdentifier(normaliseIdentifier(email) ?? '');
    if (!login) return undefined;
    const own = (await this.people.standingsOf(login.id as LoginId)).find((one) => one.agencyId === agencyId);
    const holders = await this.people.holdersOf(agencyId, ROLE, await this.agencies.today(agencyId));
    return holders.find((id) => id === own?.personId);
  }
}
