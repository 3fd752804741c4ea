// The agency's own table of days off: built-in days of the law and of published years, with its own rows over them.
import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import {
  addWorkingDays,
  dayMarks,
  isAnnounced,
  knownHolidays,
  MOST_HOLIDAY_LETTERS,
  readHolidays,
  type DayMark,
  type DayMarks,
  type MarkedDay,
  type UnreadLine,
} from '@tongxing/shared/rules';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { AgencyHoliday, AgencyHolidayYear } from './holiday.entities.js';

export interface HolidayDay extends MarkedDay {
  /** Whether the agency marked it itself. */
  readonly own: boolean;
}
export interface HolidayTable {
  readonly year: number;
  /** Whether the official notice of the year is known: built in, or brought in by the agency. */
  readonly announced: boolean;
  /** In order. */
  readonly days: readonly HolidayDay[];
}
export interface HolidayImport {
  readonly table: HolidayTable;
  readonly taken: number;
  readonly unread: readonly UnreadLine[];
}
const [FIRST_YEAR, LAST_YEAR, LONGEST_NAME] = [2020, 2099, 40];
const invalid = (field: string, code: string): InvalidInputError => ({
  code: 'INVALID_INPUT',
  fields: [{ field, code }],
});
const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

@Injectable()
export class Holidays {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Marks of all days that are known or the agency's own, to count working days by. */
  async marks(agencyId: AgencyId): Promise<DayMarks> {
    const own = await this.database.repository(AgencyHoliday).findBy({ agencyId });
    return dayMarks(own.map(({ day, mark }) => ({ day: day as LocalDate, mark })));
  }

  /** The day on which a number of the agency's working days after `from` is over. */
  async afterWorkingDays(agencyId: AgencyId, from: LocalDate, days: number): Promise<LocalDate> {
    return addWorkingDays(from, days, await this.marks(agencyId));
  }

  /** A year from 2020 to 2099; others have no days. */
  async table(agencyId: AgencyId, year: number): Promise<HolidayTable> {
    const rows = await this.database
      .repository(AgencyHoliday)
      .findBy({ agencyId, day: Between(`${String(year)}-01-01`, `${String(year)}-12-31`) });
    const brought = await this.database.repository(AgencyHolidayYear).existsBy({ agencyId, year });
    const own = rows.map(({ day, mark, name }) => ({ day: day as LocalDate, mark, name, nameEn: '', own: true }));
    const known = knownHolidays(year)
      .filter(({ day }) => !own.some((one) => one.day === day))
      .map((day) => ({ ...day, own: false }));
    const days = [...known, ...own].sort((one, other) => (one.day < other.day ? -1 : 1));
    return { year, announced: brought || isAnnounced(year), days };
  }

  /** Marks one day; marked again, the later word counts. */
  save(
    actor: PersonActor,
    { day, mark, name }: Pick<MarkedDay, 'day' | 'mark' | 'name'>,
  ): Promise<Result<HolidayTable, InvalidInputError>> {
    return this.work.run(actor, async (): Promise<Result<HolidayTable, InvalidInputError>> => {
      const year = yearOf(day);
      if (year < FIRST_YEAR || year > LAST_YEAR) return err(invalid('day', 'OUT_OF_RANGE'));
      if (name.trim() === '') return err(invalid('name', 'REQUIRED'));
      if (name.trim().length > LONGEST_NAME) return err(invalid('name', 'TOO_LONG'));
      await this.#put(actor, { day, mark, name: name.trim() });
      this.#record(actor, 'holiday.marked', { on: day, to: mark });
      return ok(await this.table(actor.agencyId, year));
    });
  }

  /** The agency's own mark goes; what is built in counts again. */
  remove(actor: PersonActor, day: LocalDate): Promise<Result<HolidayTable, NotFoundError>> {
    return this.work.run(actor, async (): Promise<Result<HolidayTable, NotFoundError>> => {
      const { agencyId } = actor;
      const { affected } = await this.database.repository(AgencyHoliday).delete({ agencyId, day });
      if (!affected) return err({ code: 'NOT_FOUND' });
      this.#record(actor, 'holiday.unmarked', { on: day });
      return ok(await this.table(agencyId, yearOf(day)));
    });
  }

  /**
   * Brings in a CSV or a calendar file; every day of one year that can be read is marked, days of other years are left.
   * As the official notice, it takes the place of the agency's own rows of the year, and the year counts as announced.
   */
  bringIn(
    actor: PersonActor,
    { text, year, official }: { readonly text: string; readonly year: number; readonly official: boolean },
  ): Promise<Result<HolidayImport, InvalidInputError>> {
    return this.work.run(actor, async (): Promise<Result<HolidayImport, InvalidInputError>> => {
      const { agencyId, personId: announcedBy } = actor;
      if (year < FIRST_YEAR || year > LAST_YEAR) return err(invalid('year', 'OUT_OF_RANGE'));
      if (text.length > MOST_HOLIDAY_LETTERS) return err(invalid('text', 'TOO_LONG'));
      const { days, unread } = readHolidays(text);
      const ofYear = days.filter(({ day }) => yearOf(day) === year);
      if (ofYear.length === 0) return err(invalid('text', 'NO_DAYS'));
      // A notice that is read in part is no notice.
      if (official && unread.length > 0) return err(invalid('text', 'UNREAD_LINES'));
      if (official) {
        await this.database
          .repository(AgencyHoliday)
          .delete({ agencyId, day: Between(`${String(year)}-01-01`, `${String(year)}-12-31`) });
        const id: string = this.ids.next<never>();
        await this.database
          .repository(AgencyHolidayYear)
          .createQueryBuilder()
          .insert()
          .values({ id, agencyId, year, announcedBy, announcedAt: this.clock.nowIso() })
          .orIgnore()
          .execute();
      }
      for (const one of ofYear) await this.#put(actor, one);
      this.#record(actor, 'holiday.broughtIn', { year, to: ofYear.length });
      return ok({ table: await this.table(agencyId, year), taken: ofYear.length, unread });
    });
  }

  async #put(
    { agencyId, personId: recordedBy }: PersonActor,
    { day, mark, name }: { readonly day: LocalDate; readonly mark: DayMark; readonly name: string },
  ): Promise<void> {
    const days = this.database.repository(AgencyHoliday);
    const change = { mark, name: name === '' ? '—' : name, recordedBy, recordedAt: this.clock.nowIso() };
    const id: string = this.ids.next<never>();
    await days
      .createQueryBuilder()
      .insert()
      .values({ id, agencyId, day, ...change })
      .orIgnore()
      .execute();
    await days.update({ agencyId, day }, change);
  }

  #record({ agencyId }: PersonActor, action: string, facts: Readonly<Record<string, string | number>>): void {
    this.trail.record({ action, subjectType: 'Agency', subjectId: agencyId, facts });
  }
}
