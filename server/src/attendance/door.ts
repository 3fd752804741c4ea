// The code at the door: six digits, new every minute, by hand or from a picture that a phone reads.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Activities, type ActivityView } from '../activities/index.js';
import { digest, isRoomCode, roomCode } from '../learning/index.js';
import { Agencies } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { AttendanceRepository } from './attendance.repository.js';

export interface ShownCode {
  readonly code: string;
  readonly secondsLeft: number;
}

@Injectable()
export class Door {
  constructor(
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly clock: Clock,
    private readonly repository: AttendanceRepository,
  ) {}

  /** The code to show now, none while the activity does not run; undefined where there is no activity. */
  async code(agencyId: AgencyId, activityId: string): Promise<ShownCode | 'NOT_RUNNING' | undefined> {
    const view = await this.activities.find(agencyId, activityId);
    if (!view) return undefined;
    if (view.activity.state !== 'RUNNING') return 'NOT_RUNNING';
    const [record] = await this.repository.records(agencyId, [activityId]);
    if (!record) return 'NOT_RUNNING';
    const now = this.clock.now();
    const { code, until } = roomCode(record.codeKey, now, digest);
    return { code, secondsLeft: (until.getTime() - now.getTime()) / 1000 };
  }

  /** Which of the activities that run today shows this code, now or a minute ago. */
  async opens(agencyId: AgencyId, typed: string): Promise<ActivityView | undefined> {
    const running = await this.running(agencyId);
    const records = await this.repository.records(
      agencyId,
      running.map(({ activity }) => activity.id),
    );
    const now = this.clock.now();
    const found = records.find(({ codeKey }) => isRoomCode(typed, codeKey, now, digest));
    return found && running.find(({ activity }) => activity.id === found.activityId);
  }

  async running(agencyId: AgencyId): Promise<ActivityView[]> {
    const today = await this.agencies.today(agencyId);
    return (await this.activities.between(agencyId, today, today)).filter(
      ({ activity: { state } }) => state === 'RUNNING',
    );
  }
}
