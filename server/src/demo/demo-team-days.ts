// What the demo offers to teams: four open days beside the book corner, each with another limit that binds.
import type { ActivityKind, CostLine } from '@tongxing/shared/rules';

export interface DemoTeamDay {
  readonly key: 'WALK' | 'TREATS' | 'WOOD' | 'SOON';
  readonly kind: ActivityKind;
  readonly theme: string;
  readonly themeEn: string;
  readonly taskGoal: string;
  readonly processGoal: string;
  readonly childrenPart: string;
  readonly childrenGroup: string;
  readonly children: number;
  /** The first Saturday so many days from today. */
  readonly ahead: number;
  /** Names of colleagues; one more can look after more guests. */
  readonly inCharge: readonly string[];
  readonly venue: string;
  readonly guestsPerChild: number;
  readonly otherTasks: string;
  readonly costLines: readonly CostLine[];
}

const SNACKS: CostLine = { what: '点心和饮水', amount: '1500', per: 'GUEST' };
const INSURANCE: CostLine = { what: '一天的意外保险', amount: '500', per: 'GUEST' };

export const BOOK_CORNER_TERMS = {
  guestsPerChild: 2,
  otherTasks: '给三百本书包书皮、贴编号。',
  costLines: [{ what: '书皮和标签', amount: '30000', per: 'DAY' }, INSURANCE],
} as const;

export const DEMO_TEAM_DAYS: readonly DemoTeamDay[] = [
  {
    ...{ key: 'WALK', kind: 'OUTING', theme: '画一张我们街区的地图', themeEn: 'A map of our streets' },
    taskGoal: '分成六组走三条路线，画出一张大家都能用的街区地图。',
    processGoal: '孩子们认得回家的路，也认得路上可以帮忙的人。',
    childrenPart: '路线由孩子们选，地图由孩子们画；大人负责看路和拿水。不想走的可以留在活动室上色。',
    ...{ childrenGroup: '街区小队', children: 12, ahead: 47, inCharge: ['林溪', '唐一苇', '高云帆'] },
    ...{ venue: '滨河公园东门草地', guestsPerChild: 3, otherTasks: '在活动室准备画框、裁纸，布置地图展。' },
    costLines: [{ what: '画材和展板', amount: '80000', per: 'DAY' }, SNACKS, INSURANCE],
  },
  {
    ...{ key: 'TREATS', kind: 'GET_TOGETHER', theme: '一起做一桌家乡菜', themeEn: 'Dishes from home, cooked together' },
    taskGoal: '八个家庭和客人一起做一桌家乡菜，写成一本菜谱。',
    processGoal: '家长在人前讲自己的家乡，孩子听见他们的本事。',
    childrenPart: '孩子们当小主持，决定上菜的顺序，也决定菜谱里画什么。',
    ...{ childrenGroup: '家庭厨房', children: 8, ahead: 61, inCharge: ['苏青麦', '罗小枫'] },
    ...{ venue: '河湾社区活动室', guestsPerChild: 3, otherTasks: '采买、洗菜，把菜谱录入电脑。' },
    costLines: [{ what: '食材', amount: '3500', per: 'GUEST' }, INSURANCE],
  },
  {
    ...{ key: 'WOOD', kind: 'GROWTH_GROUP', theme: '小小木工坊', themeEn: 'A little woodwork shop' },
    taskGoal: '每两个孩子和一位大人做好一张小凳子。',
    processGoal: '孩子们试错不慌，会请人帮忙，也会帮别人。',
    childrenPart: '样子和颜色由孩子们定，最后送给谁也由孩子们商量。',
    ...{ childrenGroup: '木工小组', children: 8, ahead: 75, inCharge: ['苏青麦'] },
    ...{ venue: '河湾社区活动室', guestsPerChild: 1, otherTasks: '' },
    costLines: [{ what: '木料和工具', amount: '96000', per: 'DAY' }, INSURANCE],
  },
  {
    ...{ key: 'SOON', kind: 'GET_TOGETHER', theme: '冬衣换新家', themeEn: 'Winter clothes find new homes' },
    taskGoal: '整理四百件冬衣，按大小摆好，让每个家庭自己挑。',
    processGoal: '家庭自己挑选，不用开口要。',
    childrenPart: '孩子们给衣架写欢迎的话，也决定怎么摆。',
    ...{ childrenGroup: '石榴小队', children: 6, ahead: 14, inCharge: ['罗小枫'] },
    ...{ venue: '滨河公园东门草地', guestsPerChild: 2, otherTasks: '分拣、熨平、登记冬衣，搬桌子。' },
    costLines: [SNACKS],
  },
];
