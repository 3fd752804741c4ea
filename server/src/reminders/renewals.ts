// Whose training, agreement or record check ends soon or has ended, and of which each was told: the desk's list.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { addDays, daysBetween, type LocalDate } from '@tongxing/shared/kernel';
import { LATE_DAYS, type ReminderKind } from '@tongxing/shared/rules';
import { Agencies, AgencySettings, VolunteersRepository, type VolunteerView } from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { Database, inParts } from '../platform/database/index.js';
import { EligibilityEnds } from './eligibility-ends.js';
import { ReminderSent } from './reminder.entities.js';

export interface Renewal {
  readonly volunteer: VolunteerView;
  readonly kind: ReminderKind;
  readonly lastDay: LocalDate;
  /** Negative once it has ended. */
  readonly daysLeft: number;
  /** The last day on which the volunteer was told of it. */
  readonly toldOn: string | undefined;
}
const MOST = 300;
const AT_ONCE = 500;

@Injectable()
export class Renewals {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly ends: EligibilityEnds,
    private readonly volunteers: VolunteersRepository,
  ) {}

  /** The most pressing first, at most 300; those whose work has stopped are not among them. */
  async list(actor: PersonActor): Promise<{ readonly renewals: Renewal[]; readonly total: number }> {
    const { agencyId } = actor;
    const within = rowsFor(actor, 'reminder.read');
    const today = await this.agencies.today(agencyId);
    const { reminderFirstDays } = await this.settings.valuesOf(agencyId);
    const [from, until] = [addDays(today, -LATE_DAYS), addDays(today, reminderFirstDays)];
    const ends = (await this.ends.of(within, today))
      .filter(({ lastDay }) => lastDay >= from && lastDay <= until)
      .sort((a, b) =>
        a.lastDay === b.lastDay ? (a.volunteerId < b.volunteerId ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1,
      );
    const shown = ends.slice(0, MOST);
    const views = await this.volunteers.byIds(
      within,
      shown.map(({ volunteerId }) => volunteerId),
    );
    const told = await this.#told(
      agencyId,
      shown.map(({ personId }) => personId),
    );
    const renewals = shown.flatMap(({ volunteerId, personId, kind, lastDay }) => {
      const volunteer = views.get(volunteerId);
      const toldOn = told.get(`${personId} ${kind} ${lastDay}`);
      return volunteer ? [{ volunteer, kind, lastDay, daysLeft: daysBetween(today, lastDay), toldOn }] : [];
    });
    return { renewals, total: ends.length };
  }

  async #told(agencyId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const told = new Map<string, string>();
    for (const some of inParts([...new Set(personIds)], AT_ONCE)) {
      const rows = await this.database
        .repository(ReminderSent)
        .find({ where: { agencyId, personId: In([...some]) }, order: { sentOn: 'ASC' } });
      for (const { personId, kind, lastDay, sentOn } of rows) told.set(`${personId} ${kind} ${lastDay}`, sentOn);
    }
    return told;
  }
}
