// The two rosters with which the demo agency began: sixty volunteers and forty children, as somebody typed them.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import type { Area } from '../people/index.js';
import { at, chance, type Chance } from './cohorts/chance.js';
import { inventedNames } from './invented-names.js';

type Cells = Readonly<Record<string, string>>;
export interface DemoRoster {
  readonly bytes: Uint8Array;
  /** What an import must find in it. */
  readonly valid: number;
  readonly bad: number;
  readonly duplicate: number;
}
export interface DemoRosters {
  readonly volunteers: DemoRoster;
  readonly children: DemoRoster;
}

const VOLUNTEERS = 60;
const CHILDREN = 40;
const SEED = 20_260_601;
const TIMES = [
  '周六 9:00-12:00',
  '周六 14:00-17:00',
  '周日 9:00-12:00',
  '周日 14:00-17:00',
  '周三 16:30-18:30',
  '周五 17:00-19:00',
] as const;
const DIALECTS = ['四川话', '江苏话', '河南话', '安徽话', '粤语', '湖南话'] as const;
const SKILLS = [
  '数学',
  '英语',
  '语文',
  '作业辅导',
  '阅读',
  '倾听',
  '心理',
  '体育',
  '音乐',
  '绘画',
  '手工',
  '桌游',
] as const;
const NEEDS = ['学业', '情绪', '家庭', '健康', '社交', '兴趣', '城市适应'] as const;
const SCHOOLS = ['晴川第一小学', '石榴小学', '望桥实验学校', '柳浪中学'] as const;
const GUARDIANS = [
  ['母亲', '女士'],
  ['父亲', '先生'],
  ['祖母', '奶奶'],
  ['外祖父', '爷爷'],
] as const;

export function demoRosters(today: LocalDate, areas: readonly Area[], supervisors: readonly string[]): DemoRosters {
  const near = areas.slice(0, 4).map(({ name }) => name);
  return {
    volunteers: volunteerRoster(chance(SEED), today, near, supervisors),
    children: childRoster(chance(SEED + 1), today, near),
  };
}

/** How the first volunteers differ from the rest, whose papers all hold. */
function lacks(today: LocalDate): readonly Cells[] {
  const checked = (daysAgo: number) => ({ 违法犯罪记录查询日期: addDays(today, -daysAgo) });
  const unchecked = { 违法犯罪记录查询日期: '', 查询结果: '' };
  const until = (days: number) => ({ 协议签署日期: addDays(today, -340), 协议到期日: addDays(today, days) });
  return [
    { ...unchecked, 出生日期: addDays(today, -16 * 365 - 40) },
    { ...unchecked, 出生日期: addDays(today, -15 * 365 - 120) },
    checked(380),
    checked(402),
    checked(371),
    unchecked,
    unchecked,
    { 查询结果: '查询中' },
    { 协议签署日期: '', 协议到期日: '' },
    { 协议签署日期: '', 协议到期日: '' },
    until(-6),
    { 培训日期: '' },
    { 培训日期: '' },
    { 查询结果: '有' },
    // Ready, and soon no more: somebody has to be reminded.
    checked(345),
    checked(352),
    checked(360),
    until(9),
    until(21),
  ];
}

function volunteerRoster(
  dice: Chance,
  today: LocalDate,
  areas: readonly string[],
  supervisors: readonly string[],
): DemoRoster {
  const names = inventedNames(dice);
  const changes = lacks(today);
  const good = dice.shuffle(
    Array.from({ length: VOLUNTEERS }, (_, index): Cells => {
      const trained = dice.between(120, 300);
      return {
        姓名: names(),
        手机: phone(100 + index),
        性别: dice.below(5) < 3 ? '女' : '男',
        出生日期: born(dice, today, dice.between(20, 58)),
        语言: [...new Set(['普通话', dice.pick(DIALECTS)])].join('、'),
        技能特长: some(dice, SKILLS, dice.between(1, 3)).join('、'),
        服务区域: dice.pick(areas),
        空闲时间: some(dice, TIMES, dice.between(2, 3)).join('；'),
        可陪伴人数: dice.pick(['1', '1', '1', '2']),
        督导: dice.pick(supervisors),
        培训日期: addDays(today, -trained),
        协议签署日期: addDays(today, -dice.between(20, trained)),
        协议到期日: addDays(today, dice.between(230, 360)),
        违法犯罪记录查询日期: addDays(today, -dice.between(5, 135)),
        查询结果: '无',
        ...changes[index],
      };
    }),
  );
  const spoilt: Cells[] = [
    { ...at(good, 0), 姓名: '待核对一', 手机: '1990000' },
    { ...at(good, 1), 姓名: '待核对二', 手机: phone(190), 出生日期: '1999-02-30' },
    { ...at(good, 2), 姓名: '待核对三', 手机: phone(191), 空闲时间: '周六下午' },
  ];
  return rosterOf([...good, ...spoilt, at(good, 7)], { bad: spoilt.length, duplicate: 1 });
}

/** Of the forty, six pairs are siblings: the same guardian and the same phone. */
function childRoster(dice: Chance, today: LocalDate, areas: readonly string[]): DemoRoster {
  const names = inventedNames(dice);
  const homes = Array.from({ length: CHILDREN - 6 }, (_, index) => {
    const name = names();
    const [relation, title] = dice.pick(GUARDIANS);
    return {
      居住街道: dice.pick(areas),
      语言: dice.below(10) < 6 ? '普通话' : `普通话、${dice.pick(DIALECTS)}`,
      监护人姓名: name.slice(0, 1) + title,
      监护人电话: phone(600 + index),
      关系: relation,
      surname: name.slice(0, 1),
      given: name.slice(1),
    };
  });
  const child = ({ surname, given, ...home }: (typeof homes)[number]): Cells => ({
    ...home,
    儿童姓名: surname + given,
    性别: dice.pick(['女', '男']),
    出生日期: born(dice, today, dice.between(7, 14)),
    学校: dice.pick(SCHOOLS),
    主要需求: some(dice, NEEDS, dice.between(1, 3)).join('、'),
    紧急程度: String(dice.between(1, 5)),
    登记日期: addDays(today, -dice.between(20, 380)),
    空闲时间: some(dice, TIMES, dice.between(2, 3)).join('；'),
    陪伴者性别要求: dice.pick(['', '', '', '', '同性']),
  });
  const siblings = homes.slice(0, 6).map((home) => child({ ...home, given: names().slice(1) }));
  const good = dice.shuffle([...homes.map(child), ...siblings]);
  const spoilt: Cells[] = [
    { ...at(good, 0), 儿童姓名: '待核对甲', 出生日期: '2015-02-29' },
    { ...at(good, 1), 儿童姓名: '待核对乙', 性别: '？' },
  ];
  return rosterOf([...good, ...spoilt, at(good, 5)], { bad: spoilt.length, duplicate: 1 });
}

function rosterOf(rows: readonly Cells[], { bad, duplicate }: { readonly bad: number; readonly duplicate: number }) {
  const headers = Object.keys(at(rows, 0));
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
  const bytes = Buffer.from(`\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`);
  return { bytes, valid: rows.length - bad - duplicate, bad, duplicate };
}

/** A number of a block that is given to nobody in this form: 199 0000 xxxx. */
const phone = (index: number) => `1990000${String(index).padStart(4, '0')}`;
const some = <T>(dice: Chance, list: readonly T[], count: number): T[] => dice.shuffle(list).slice(0, count);
/** Somebody who has been of this age for some weeks, and stays so. */
const born = (dice: Chance, today: LocalDate, age: number) =>
  addDays(today, -Math.round(age * 365.25) - dice.between(20, 330));
