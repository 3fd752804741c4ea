// A volunteer's own part: where they are expected today, whether they are in, and their hours.
import { Injectable } from '@nestjs/common';
import { Activities, type ActivityView } from '../activities/index.js';
import type { PersonActor } from '../platform/access/index.js';
import type { CheckIn, ServiceHours } from './attendance.entities.js';
import { AttendanceRepository } from './attendance.repository.js';
import { Door } from './door.js';
import { ExpectedPeople } from './expected-people.js';

export interface OwnDay {
  /** Activities that run today and expect them, or at whose door they were. */
  readonly today: readonly { readonly view: ActivityView; readonly checkIn: CheckIn | undefined }[];
  readonly hours: readonly { readonly row: ServiceHours; readonly theme: string; readonly themeEn: string | null }[];
}

@Injectable()
export class OwnDays {
  constructor(
    private readonly activities: Activities,
    private readonly door: Door,
    private readonly expected: ExpectedPeople,
    private readonly repository: AttendanceRepository,
  ) {}

  async of({ agencyId, personId }: PersonActor): Promise<OwnDay> {
    const running = await this.door.running(agencyId);
    const ids = running.map(({ activity }) => activity.id);
    const checkIns = await this.repository.ownCheckIns(agencyId, personId, ids);
    const today: { view: ActivityView; checkIn: CheckIn | undefined }[] = [];
    for (const view of running) {
      const checkIn = checkIns.find(({ activityId }) => activityId === view.activity.id);
      const isExpected = (await this.expected.of(agencyId, view.activity.id)).has(personId);
      if (checkIn ?? isExpected) today.push({ view, checkIn });
    }
    const rows = await this.repository.hoursOf(agencyId, personId);
    const themes = await this.activities.themes(
      agencyId,
      rows.flatMap(({ activityId }) => activityId ?? []),
    );
    const hours = rows.map((row) => ({ row, ...(themes.get(row.activityId ?? '') ?? { theme: '', themeEn: null }) }));
    return { today, hours };
  }
}
