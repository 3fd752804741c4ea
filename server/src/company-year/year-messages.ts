// What coordinators hear of a year: that it is open, that wishes close soon, what came of them. Each once.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateIn, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import { companyYearStage } from '@tongxing/shared/states';
import { Agencies } from '../people/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { JobUpkeep, Outbox } from '../platform/outbox/index.js';
import { hourIn } from '../reminders/index.js';
import { Teams } from '../teams/index.js';
import { CompanyYearRepository } from './company-year.repository.js';
import type { CompanyYear } from './company-year.entities.js';
import { wishStep, type WishStep, type YearMessage } from './domain/year-messages.js';

/** What the platform says of its own accord arrives by day. */
const [FIRST_HOUR, LAST_HOUR] = [8, 20];
const IN_OTHER_WORDS: Readonly<Record<YearMessage, string>> = {
  ...{ OPENED: 'OPENED', FORTNIGHT: 'CLOSING', TWO_DAYS: 'CLOSING' },
  ...{ TOLD: 'TOLD', NO_DAY: 'NO_DAY', LINE_CLOSED: 'LINE_CLOSED' },
};

@Injectable()
export class YearMessages implements OnModuleInit {
  constructor(
    private readonly repository: CompanyYearRepository,
    private readonly teams: Teams,
    private readonly agencies: Agencies,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly upkeep: JobUpkeep,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.upkeep.also('company-years', () => this.remind());
  }

  /**
   * Inside a unit of work that holds the year's lock: whoever books for these teams is told, but for teams that were told
   * the same `what` and `matter` before. Returns how many teams are told now.
   */
  async say(year: CompanyYear, teamIds: readonly string[], what: YearMessage, matter = ''): Promise<number> {
    const agencyId = year.agencyId as AgencyId;
    const before = new Set(await this.repository.toldOf(year.id, what, matter));
    const teams = [...new Set(teamIds)].filter((id) => !before.has(id)).sort();
    if (teams.length === 0) return 0;
    const said = { agencyId, yearId: year.id, what, matter, saidAt: this.clock.nowIso() };
    await this.repository.addMessages(teams.map((teamId) => ({ id: this.ids.next<never>(), teamId, ...said })));
    const personIds = await this.teams.coordinatorsOfAll(agencyId, teams);
    if (personIds.length > 0) {
      const wishesUntil = year.wishesUntil as LocalDate;
      const facts = { year: year.year, what: IN_OTHER_WORDS[what], wishesUntil, personIds };
      await this.outbox.publish('CompanyYearSaid', facts);
    }
    return teams.length;
  }

  /** Reminds teams that have not wished, by day; asked every hour. Returns how many teams were reminded. */
  async remind(): Promise<number> {
    let reminded = 0;
    for (const year of await this.repository.wishing()) {
      const step = await this.#step(year);
      if (step) reminded += await this.#remind(year, step);
    }
    return reminded;
  }

  async #step(year: CompanyYear): Promise<WishStep | undefined> {
    const zone = await this.agencies.timeZone(year.agencyId as AgencyId);
    const now = this.clock.now();
    const [today, hour] = [localDateIn(now, zone), hourIn(now, zone)];
    if (year.openedAt === null || hour < FIRST_HOUR || hour >= LAST_HOUR) return undefined;
    if (companyYearStage(year, today) !== 'WISHING') return undefined;
    return wishStep(year.wishesUntil as LocalDate, localDateIn(new Date(year.openedAt), zone), today);
  }

  /** With the year's lock: a wish that comes in meanwhile is seen, and of two processes the second finds it said. */
  #remind({ id, agencyId: agency }: CompanyYear, step: WishStep): Promise<number> {
    const agencyId = agency as AgencyId;
    return this.work.run({ kind: 'system', agencyId, name: 'company-years' }, async () => {
      const year = await this.repository.lockYear(agencyId, id);
      if (!year || (await this.#step(year)) !== step) return 0;
      const wished = await this.repository.wishes(agencyId, [id]);
      const done = new Set(wished.filter(({ wishes }) => wishes.length > 0).map(({ teamId }) => teamId));
      return this.say(
        year,
        (await this.active(agencyId)).filter((teamId) => !done.has(teamId)),
        step,
        year.wishesUntil,
      );
    });
  }

  /** Ids of teams that still come. */
  async active(agencyId: AgencyId): Promise<string[]> {
    return (await this.teams.list(agencyId)).flatMap(({ team }) => (team.state === 'ACTIVE' ? [team.id] : []));
  }
}
