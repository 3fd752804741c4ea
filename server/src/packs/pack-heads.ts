// Packs with whose day they tell of.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Activities } from '../activities/index.js';
import { Database } from '../platform/database/index.js';
import { VolunteerTeam } from '../teams/index.js';
import type { TeamPack } from './pack.entities.js';

export interface PackHead {
  readonly pack: TeamPack;
  readonly team: VolunteerTeam;
  readonly theme: string;
  readonly themeEn: string | null;
}

@Injectable()
export class PackHeads {
  constructor(
    private readonly database: Database,
    private readonly activities: Activities,
  ) {}

  /** The order stays. */
  async of(agencyId: AgencyId, packs: readonly TeamPack[]): Promise<PackHead[]> {
    if (packs.length === 0) return [];
    const teamIds = [...new Set(packs.map(({ teamId }) => teamId))];
    const rows = await this.database.repository(VolunteerTeam).findBy({ agencyId, id: In(teamIds) });
    const teams = new Map(rows.map((team) => [team.id, team]));
    const themes = await this.activities.themes(agencyId, [...new Set(packs.map(({ activityId }) => activityId))]);
    return packs.flatMap((pack) => {
      const team = teams.get(pack.teamId);
      const named = themes.get(pack.activityId);
      return team && named ? [{ pack, team, theme: named.theme, themeEn: named.themeEn }] : [];
    });
  }
}
