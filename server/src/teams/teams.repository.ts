import { Injectable } from '@nestjs/common';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { TeamCoordinator, VolunteerTeam } from './team.entities.js';

@Injectable()
export class TeamsRepository {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** Those that still come first, each by name. */
  all(agencyId: AgencyId): Promise<VolunteerTeam[]> {
    return this.database
      .repository(VolunteerTeam)
      .find({ where: { agencyId }, order: { state: 'ASC', name: 'ASC', id: 'ASC' } });
  }

  find(agencyId: AgencyId, id: string): Promise<VolunteerTeam | null> {
    return this.database.repository(VolunteerTeam).findOneBy({ agencyId, id });
  }

  byIds(agencyId: AgencyId, ids: readonly string[]): Promise<VolunteerTeam[]> {
    return this.database.repository(VolunteerTeam).findBy({ agencyId, id: In([...ids]) });
  }

  lock(agencyId: AgencyId, id: string): Promise<VolunteerTeam | null> {
    const query = this.database
      .repository(VolunteerTeam)
      .createQueryBuilder('t')
      .where('t.agencyId = :agencyId AND t.id = :id', { agencyId, id });
    return this.database.forUpdate(query).getOne();
  }

  async add(row: VolunteerTeam): Promise<void> {
    await this.database.repository(VolunteerTeam).insert(row as never);
  }

  async change(id: string, change: Partial<VolunteerTeam>): Promise<void> {
    await this.database.repository(VolunteerTeam).update({ id }, change as never);
  }

  /** Who books for these teams now. */
  coordinators(agencyId: AgencyId, teamIds: readonly string[]): Promise<TeamCoordinator[]> {
    return this.#now({ agencyId, teamId: In([...teamIds]) });
  }

  /** Of which teams somebody is a coordinator now. */
  async teamsOf(agencyId: AgencyId, personId: string): Promise<string[]> {
    return (await this.#now({ agencyId, personId })).map(({ teamId }) => teamId);
  }

  async addCoordinator(agencyId: AgencyId, teamId: string, personId: string, sinceOn: LocalDate): Promise<string> {
    const id: string = this.ids.next<never>();
    await this.database.repository(TeamCoordinator).insert({ id, agencyId, teamId, personId, sinceOn, untilOn: null });
    return id;
  }

  async endCoordinator(agencyId: AgencyId, id: string, untilOn: LocalDate): Promise<TeamCoordinator | null> {
    const rows = this.database.repository(TeamCoordinator);
    const row = await rows.findOneBy({ agencyId, id });
    if (row?.untilOn !== null) return null;
    await rows.update({ id }, { untilOn });
    return row;
  }

  #now(where: FindOptionsWhere<TeamCoordinator>): Promise<TeamCoordinator[]> {
    const rows = this.database.repository(TeamCoordinator);
    return rows.find({ where: { ...where, untilOn: IsNull() }, order: { sinceOn: 'ASC', id: 'ASC' } });
  }
}
