// After a team's day: who of its roster took part. Read without the module of attendance, which asks this one whom to expect.
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import type { TeamDay } from './roster-bookings.js';

export const TURNOUTS = ['CAME', 'OTHER_TASKS', 'ABSENT'] as const;
/** Beside children as they were down, for tasks without children, or not there: why somebody was not is nobody's news. */
export type Turnout = (typeof TURNOUTS)[number];
export interface TurnoutNumbers {
  readonly came: number;
  /** Of those who came, how many for tasks without children. */
  readonly otherTasks: number;
  readonly absent: number;
}
interface Row {
  readonly personId: string;
  readonly arrival: 'WITH_CHILDREN' | 'OTHER_TASKS' | 'REFUSED';
}

@Injectable()
export class RosterTurnout {
  constructor(private readonly database: Database) {}

  /** By person of these; undefined until the attendance of the day is closed. */
  async of({ booking }: TeamDay, personIds: readonly string[]): Promise<ReadonlyMap<string, Turnout> | undefined> {
    if (booking.state !== 'ATTENDED' && booking.state !== 'REPORTED') return undefined;
    const rows = await this.database.read<Row>(
      'SELECT personId, arrival FROM check_in WHERE agencyId = ? AND activityId = ?',
      [booking.agencyId, booking.activityId],
    );
    const arrived = new Map(rows.map(({ personId, arrival }) => [personId, arrival]));
    return new Map(personIds.map((id) => [id, turnoutOf(arrived.get(id))]));
  }
}

export function numbersOf(turnout: ReadonlyMap<string, Turnout>): TurnoutNumbers {
  const count = (of: Turnout): number => [...turnout.values()].filter((one) => one === of).length;
  const otherTasks = count('OTHER_TASKS');
  return { came: count('CAME') + otherTasks, otherTasks, absent: count('ABSENT') };
}

function turnoutOf(arrival: Row['arrival'] | undefined): Turnout {
  if (arrival === 'WITH_CHILDREN') return 'CAME';
  return arrival === 'OTHER_TASKS' ? 'OTHER_TASKS' : 'ABSENT';
}
