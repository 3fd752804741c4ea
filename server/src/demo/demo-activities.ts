// Two venues and five activities, one in each state that a plan goes through: open, open for today, read, waiting to be
// read, half written.
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import { VENUE_CHECKS, type ActivityKind } from '@tongxing/shared/rules';
import { Activities, Venues } from '../activities/index.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

const WHOLE = {
  childrenGroup: '周六成长小组',
  children: 12,
  childrenPerAdult: 4,
  processGoal: '孩子们认识新朋友，敢在大家面前说话。',
  childrenPart: '孩子们自己分组、选题，并且主持最后的分享；不想参加的可以在旁边看书。',
  riskChildren: '走散：两人一组，集合点写在手环上。过敏：点心先问家长。',
  riskStaff: '中暑和疲劳：每小时休息，一位同事专门照看出口。',
  roles: [
    { task: '带一个小组', seats: 3, skill: '' },
    { task: '讲故事', seats: 1, skill: 'CHINESE' },
  ],
  budget: [
    { what: '图书和文具', amount: '60000', payer: 'TEAM' },
    { what: '点心', amount: '18000', payer: 'AGENCY' },
  ],
} as const;

interface Day {
  readonly kind: ActivityKind;
  readonly theme: string;
  readonly themeEn: string;
  readonly taskGoal: string;
  /** Days from today. */
  readonly ahead: number;
  readonly venue: 0 | 1;
}
const OPEN: Day = {
  ...{ kind: 'GROWTH_GROUP', theme: '一起给图书角安个家', themeEn: 'A home for our book corner', ahead: 40, venue: 0 },
  taskGoal: '整理三百本书，布置好社区的图书角。',
};
const TODAY: Day = {
  ...{ kind: 'GROWTH_GROUP', theme: '今天一起读绘本', themeEn: 'Picture books together today', ahead: 0, venue: 0 },
  taskGoal: '每个孩子读完一本绘本，并推荐给别人。',
};
const READ: Day = {
  ...{ kind: 'OUTING', theme: '认识河边的树', themeEn: 'Trees along the river', ahead: 33, venue: 1 },
  taskGoal: '走完一条两公里的小路，认出五种树。',
};
const WAITING: Day = {
  ...{ kind: 'FORUM', theme: '新老市民坐一坐', themeEn: 'New and old neighbours meet', ahead: 26, venue: 0 },
  taskGoal: '十个家庭和居委会一起说说孩子放学后的去处。',
};

@Injectable()
export class DemoActivities {
  constructor(
    private readonly activities: Activities,
    private readonly venues: Venues,
  ) {}

  /** Planned by the worker, read by the supervisor. Answers with the one that is open. */
  async plan({ worker, supervisor }: DemoStaff, today: LocalDate): Promise<string> {
    const places: string[] = [];
    for (const [name, address, people] of VENUES) {
      const checks = VENUE_CHECKS.map(({ code }) => code);
      const fields = { name, address, people, checks, checkedOn: addDays(today, -20) };
      places.push(must(await this.venues.save(worker, fields), 'add a venue').id);
    }
    const planned = async ({ ahead, venue, ...day }: Day, more: object = {}) => {
      const hours = { onDate: addDays(today, ahead), startMinute: 9 * 60, endMinute: 11 * 60 + 30 };
      const where = { venueId: places[venue] ?? '', inChargeIds: [worker.personId] };
      const fields = { ...WHOLE, ...day, ...hours, ...where, ...more };
      return must(await this.activities.create(worker, fields, `demo ${day.theme}`), 'plan an activity').activity;
    };
    let opened = '';
    for (const day of [OPEN, TODAY, READ]) {
      const { id, version } = await planned(day);
      if (day === OPEN) opened = id;
      const read = must(await this.activities.review(supervisor, id, version), 'read the risks').activity;
      if (day !== READ) must(await this.activities.open(worker, id, read.version), 'open an activity');
    }
    await planned(WAITING);
    const half = { theme: '春天的运动会', themeEn: 'Spring games', ahead: 54, venue: 1, kind: 'GET_TOGETHER' } as const;
    await planned({ ...half, taskGoal: '' }, { childrenPart: '', riskChildren: '', riskStaff: '', budget: [] });
    return opened;
  }
}

const VENUES = [
  ['河湾社区活动室', '河湾路 12 号二楼', 60],
  ['滨河公园东门草地', '公交 8 路到滨河公园', 120],
] as const;
