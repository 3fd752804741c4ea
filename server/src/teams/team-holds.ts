// Teams that come to an activity and can no longer be told in time: a whole series is not called off over their heads.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import { ActivityHolds, type ActivityHold } from '../activities/index.js';
import { Database, placeholders } from '../platform/database/index.js';

interface Row {
  readonly activityId: string;
  readonly name: string;
  readonly onDate: LocalDate;
  readonly noticeDays: number | string;
}

@Injectable()
export class TeamHolds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly holds: ActivityHolds,
  ) {}

  onModuleInit(): void {
    this.holds.add((agencyId, activityIds, today) => this.of(agencyId, activityIds, today));
  }

  /** The days of notice that a team owes the agency, the agency owes the team. */
  async of(agencyId: AgencyId, activityIds: readonly string[], today: LocalDate): Promise<ActivityHold[]> {
    const rows = await this.database.read<Row>(
      `SELECT b.activityId AS activityId, t.name AS name, a.onDate AS onDate, o.noticeDays AS noticeDays
       FROM team_booking b JOIN team_offer o ON o.activityId = b.activityId JOIN activity a ON a.id = b.activityId
         JOIN volunteer_team t ON t.id = b.teamId
       WHERE b.agencyId = ? AND b.state IN ('CONFIRMED', 'ROSTER_LOCKED')
         AND b.activityId IN (${placeholders(activityIds)}) ORDER BY t.name`,
      [agencyId, ...activityIds],
    );
    return rows
      .filter(({ onDate, noticeDays }) => today > addDays(onDate, -Number(noticeDays)))
      .map(({ activityId, name }) => ({ activityId, name }));
  }
}
