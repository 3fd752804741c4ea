// Lines of a year's catalogue that are closed after companies have seen them, and lines that come again from the year before.
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { Venues } from '../activities/index.js';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { CommonError } from '../platform/graphql/index.js';
import { CompanyYearRepository } from './company-year.repository.js';
import type { CompanyYear, CompanyYearEntry } from './company-year.entities.js';
import { CompanyYears } from './company-years.js';
import { sameWeekdayIn } from './domain/same-weekday.js';
import { reasonProblems } from './domain/year-fields.js';
import { YearMessages } from './year-messages.js';

type Outcome = Result<CompanyYear, CommonError>;
const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class YearLines {
  constructor(
    private readonly repository: CompanyYearRepository,
    private readonly years: CompanyYears,
    private readonly messages: YearMessages,
    private readonly venues: Venues,
    private readonly agencies: Agencies,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Takes back a line that companies have seen, while they may still choose another. Whoever wished for it is told, and
   * reads why; their other wishes keep their order.
   */
  closeEntry(
    actor: PersonActor,
    yearId: string,
    { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<Outcome> {
    const { agencyId } = actor;
    return this.work.run(actor, async (): Promise<Outcome> => {
      const year = await this.repository.lockYear(agencyId, yearId);
      const entry = year && (await this.repository.entries(agencyId, [yearId])).find((one) => one.id === id);
      if (!year || !entry) return err(MISSING);
      if (entry.version !== version) return err({ code: 'STALE_VERSION', currentVersion: entry.version });
      const stage = await this.years.stageOf(year);
      if (stage !== 'WISHING' || entry.closedAt !== null) {
        return err({ code: 'TRANSITION_REFUSED', from: entry.closedAt === null ? stage : 'CLOSED', to: 'CLOSED' });
      }
      const fields = reasonProblems(reason, true);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const change = { closedAt: this.clock.nowIso(), closedWhy: reason.trim(), version: version + 1 };
      await this.repository.saveEntry({ ...entry, ...change }, false);
      const wished = (await this.repository.wishes(agencyId, [yearId])).filter(({ wishes }) => wishes.includes(id));
      const told = await this.messages.say(
        year,
        wished.map(({ teamId }) => teamId),
        'LINE_CLOSED',
        id,
      );
      this.#record('companyYear.entryClosed', year, { told });
      return ok(year);
    });
  }

  /**
   * Lines of the latest year before, on the same days of the week, as long as nobody has put them into this one. Left out
   * are closed lines, and lines whose venue is none any more or whose days are all over.
   */
  takeOver(actor: PersonActor, yearId: string): Promise<Outcome> {
    const { agencyId } = actor;
    return this.work.run(actor, async (): Promise<Outcome> => {
      const year = await this.repository.lockYear(agencyId, yearId);
      if (!year) return err(MISSING);
      const stage = await this.years.stageOf(year);
      if (stage === 'CLOSED') return err({ code: 'TRANSITION_REFUSED', from: stage, to: 'WISHING' });
      const [before] = await this.repository.before(agencyId, year.year);
      if (!before) return err(MISSING);
      const known = new Set((await this.repository.entries(agencyId, [yearId])).map(({ seriesId }) => seriesId));
      const venues = new Set((await this.venues.list(agencyId)).map(({ id }) => id));
      const today = await this.agencies.today(agencyId);
      let taken = 0;
      for (const entry of await this.repository.entries(agencyId, [before.id])) {
        const days = daysIn(entry, year.year).filter((day) => day > today);
        if (known.has(entry.seriesId) || entry.closedAt !== null || !venues.has(entry.venueId)) continue;
        if (days.length === 0) continue;
        const row: CompanyYearEntry = {
          ...{ ...entry, id: this.ids.next<never>(), yearId, version: 1, createdAt: this.clock.nowIso() },
          ...{ days: days.map((day) => ({ day, activityId: null })), times: Math.min(entry.times, days.length) },
        };
        await this.repository.saveEntry(row, true);
        taken += 1;
      }
      this.#record('companyYear.takenOver', year, { from: before.year, taken });
      return ok(year);
    });
  }

  #record(action: string, { id, year }: CompanyYear, facts: Readonly<Record<string, number>>): void {
    this.trail.record({ action, subjectType: 'CompanyYear', subjectId: id, facts: { year, ...facts } });
  }
}

/** Each day once, in order. */
const daysIn = ({ days }: CompanyYearEntry, year: number): LocalDate[] =>
  [...new Set(days.map(({ day }) => sameWeekdayIn(day as LocalDate, year)))].sort();
