// Next year's catalogue, open to companies: two of them have said what they would like, the third has not.
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import type { TeamTasks } from '@tongxing/shared/rules';
import { Activities, Venues } from '../activities/index.js';
import { CompanyYears, OwnYears } from '../company-year/index.js';
import type { PersonActor } from '../platform/access/index.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

export interface DemoTeamsThere {
  readonly company: { readonly id: string; readonly actor: PersonActor };
  readonly club: { readonly id: string; readonly actor: PersonActor };
}

const USUAL = {
  ...{ startMinute: 9 * 60, endMinute: 11 * 60 + 30, children: 12, childrenPerAdult: 4, workers: 1, times: 1 },
  ...{ costPerGuest: '3000', hasOtherTasks: false, activityIds: [] as string[] },
};
const DAYS_TO_WISH = 30;

@Injectable()
export class DemoCompanyYear {
  constructor(
    private readonly years: CompanyYears,
    private readonly own: OwnYears,
    private readonly venues: Venues,
    private readonly activities: Activities,
  ) {}

  async open({ agencyId, worker }: DemoStaff, teams: DemoTeamsThere, planned: string, today: LocalDate): Promise<void> {
    const next = Number(today.slice(0, 4)) + 1;
    const on = (...days: readonly string[]) => days.map((day) => `${String(next)}-${day}`);
    const until = addDays(today, DAYS_TO_WISH);
    const year = must(await this.years.save(worker, next, until, 0), 'begin a company year');
    const [indoors, outdoors] = (await this.venues.list(agencyId)).map(({ id }) => id).slice(0, 2);
    const activity = (await this.activities.find(agencyId, planned))?.activity;
    const isNext = activity?.onDate.startsWith(`${String(next)}-`) === true;
    const lines = [
      {
        ...{ kind: 'GROWTH_GROUP' as const, theme: '一起给图书角安个家', themeEn: 'A home for our book corner' },
        ...{ taskGoal: '整理三百本书，布置好社区的图书角。', venueId: indoors, mostGuests: 8 },
        ...(isNext ? { days: [], activityIds: [planned] } : { days: on('03-06') }),
      },
      {
        ...{
          kind: 'OUTING' as const,
          theme: '认识河边的树',
          themeEn: 'Trees along the river',
          venueId: outdoors,
          mostGuests: 10,
        },
        ...{ taskGoal: '走完一条两公里的小路，认出五种树。', days: on('04-17', '05-15') },
      },
      {
        ...{
          kind: 'GET_TOGETHER' as const,
          theme: '春天的运动会',
          themeEn: 'Spring games',
          venueId: outdoors,
          mostGuests: 40,
        },
        ...{ taskGoal: '每个孩子和一位来宾一起完成三个项目。', days: on('05-08', '05-22', '06-05'), times: 2 },
      },
      {
        ...{
          kind: 'LIVING_EXPERIENCE' as const,
          theme: '一天的小小工程师',
          themeEn: 'Engineers for a day',
          venueId: indoors,
        },
        ...{ taskGoal: '每组做出一座能承重的纸桥。', days: on('07-10', '08-14'), mostGuests: 20, hasOtherTasks: true },
      },
    ] as const;
    const ids: string[] = [];
    for (const line of lines) {
      const fields = { ...USUAL, ...line, venueId: line.venueId ?? '' };
      ids.push(must(await this.years.saveEntry(worker, year.id, fields), `offer ${line.theme}`).id);
    }
    must(await this.years.open(worker, year.id, year.version), 'open a catalogue');
    const [books, trees, games, bridge] = ids as [string, string, string, string];
    const wish = { months: [], mostDays: 1, tasks: 'WITH_CHILDREN' as TeamTasks, budget: undefined, version: 0 };
    const { company, club } = teams;
    const first = { ...wish, people: 6, mostDays: 2, budget: '600000', wishes: [books, trees, games] };
    must(await this.own.wish(company.actor, year.id, company.id, first), 'wish as a company');
    const second = { ...wish, people: 12, months: [4, 5, 6], wishes: [trees, games, bridge] };
    must(await this.own.wish(club.actor, year.id, club.id, second), 'wish as a club');
  }
}
