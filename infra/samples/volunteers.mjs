// Two hundred invented volunteers: most ready, some lacking a paper, and a known number of rows with dirt.
import {
  bornFor,
  chance,
  daysFrom,
  handled,
  inventedPhone,
  nameMaker,
  tally,
  writtenDate,
  writtenPhone,
} from './invention.mjs';

export const VOLUNTEER_ROWS = 200;
export const VOLUNTEER_HEADERS = [
  '姓名',
  '手机',
  '性别',
  '出生日期',
  '语言',
  '技能特长',
  '服务区域',
  '空闲时间',
  '可陪伴人数',
  '督导',
  '培训日期',
  '协议签署日期',
  '协议到期日',
  '违法犯罪记录查询日期',
  '查询结果',
  '备注',
];
const TIMES = [
  '周六 9:00-12:00',
  '周六 14:00-17:00',
  '周日 9:00-12:00',
  '周日 14:00-17:00',
  '周三 16:30-18:30',
  '周五 17:00-19:00',
  '周二、周四 16:30-18:00',
  '周末 14:00-16:30',
];
const OTHERWISE_WRITTEN = {
  '周六 14:00-17:00': 'Sat 14:00-17:00',
  '周日 9:00-12:00': '星期天９：００～１２：００',
  '周五 17:00-19:00': '周五下午5点-7点',
};
const DIALECTS = ['四川话', '江苏话', '河南话', '安徽话', '粤语', '客家话', '湖南话', '彝语', '苗语'];
const SKILLS = [
  '数学',
  '英语',
  '语文',
  '作业辅导',
  '阅读',
  '倾听',
  '心理',
  '体育',
  '篮球',
  '音乐',
  '绘画',
  '手工',
  '桌游',
  '舞蹈',
  '编程',
  '护理',
];

/** How many of the good rows lack what, and what the one eligibility function then says on the reference day. */
const LACKS = [
  {
    count: 6,
    standing: 'NOT_READY',
    change: (v, { dice, today }) => ({
      ...v,
      born: bornFor(dice, today, dice.between(15, 16)),
      checked: '',
      result: '',
    }),
  },
  {
    count: 8,
    standing: 'NOT_READY',
    change: (v, { dice, today }) => ({ ...v, checked: daysFrom(today, -dice.between(366, 500)) }),
  },
  { count: 5, standing: 'NOT_READY', change: (v) => ({ ...v, checked: '', result: '' }) },
  { count: 2, standing: 'NOT_READY', change: (v) => ({ ...v, result: '查询中' }) },
  { count: 6, standing: 'NOT_READY', change: (v) => ({ ...v, signed: '', until: '' }) },
  {
    count: 4,
    standing: 'NOT_READY',
    change: (v, { dice, today }) => ({
      ...v,
      signed: daysFrom(today, -dice.between(380, 420)),
      until: daysFrom(today, -dice.between(1, 15)),
    }),
  },
  { count: 7, standing: 'NOT_READY', change: (v) => ({ ...v, trained: '' }) },
  {
    count: 3,
    standing: 'NOT_READY',
    change: (v, { dice, today }) => ({ ...v, trained: daysFrom(today, -dice.between(731, 900)) }),
  },
  {
    count: 3,
    standing: 'NOT_READY',
    change: (v) => ({ ...v, trained: '', signed: '', until: '', checked: '', result: '' }),
  },
  { count: 1, standing: 'STOPPED', change: (v) => ({ ...v, result: '有' }) },
  {
    count: 5,
    standing: 'RENEWAL_DUE',
    change: (v, { dice, today }) => ({ ...v, checked: daysFrom(today, -dice.between(336, 364)) }),
  },
  {
    count: 3,
    standing: 'RENEWAL_DUE',
    change: (v, { dice, today }) => ({ ...v, until: daysFrom(today, dice.between(2, 29)) }),
  },
];

/** Each entry spoils one row; `problems` are what the import must find in it, all of them. */
const SPOILT = [
  { problems: ['PHONE_MISSING'], cells: { 手机: '' } },
  { problems: ['PHONE_MISSING'], cells: { 手机: ' ' } },
  { problems: ['PHONE_INVALID'], cells: { 手机: '1990000' } },
  { problems: ['PHONE_INVALID'], cells: { 手机: '1.99E+10' } },
  { problems: ['DATE_IMPOSSIBLE'], cells: { 培训日期: '2026-02-30' } },
  { problems: ['DATE_IMPOSSIBLE'], cells: { 出生日期: '1992年13月5日' } },
  { problems: ['DATE_UNREADABLE'], cells: { 协议签署日期: '去年春天' } },
  { problems: ['DATE_IN_FUTURE'], cells: { 违法犯罪记录查询日期: '2099-09-01', 查询结果: '无记录' } },
  { problems: ['GENDER_UNKNOWN'], cells: { 性别: '未知' } },
  { problems: ['NAME_MISSING'], cells: { 姓名: '' } },
  { problems: ['TIME_UNREADABLE'], cells: { 空闲时间: '周六下午' } },
  { problems: ['TIME_ORDER'], cells: { 空闲时间: '周日 17:00-14:00' } },
  { problems: ['LANGUAGE_UNKNOWN'], cells: { 语言: '普通话、家乡话' } },
  { problems: ['CHECK_RESULT_MISSING'], cells: { 查询结果: '' } },
  {
    problems: ['BIRTH_DATE_MISSING', 'PHONE_INVALID', 'PLACES_RANGE'],
    cells: { 手机: '电话待补', 出生日期: '', 可陪伴人数: '50' },
  },
];
const DUPLICATES = 5;
const UNKNOWN_AREAS = 2;

/**
 * The rows of the roster as cells by header, and what must be found in them. `more` adds cells to each good row, `spoilt`
 * adds rows with something wrong.
 */
export function inventVolunteers(
  today,
  areas,
  supervisors,
  { seed = 20_261_122, size = VOLUNTEER_ROWS, more = () => ({}), spoilt: also = [] } = {},
) {
  const dice = chance(seed);
  const allSpoilt = [...SPOILT, ...also];
  const newName = nameMaker(dice);
  const good = size - allSpoilt.length - DUPLICATES;
  const lacks = LACKS.flatMap((lack) => Array.from({ length: lack.count }, () => lack));
  const rows = Array.from({ length: good + allSpoilt.length }, (_, index) => {
    const plain = invent(dice, today, newName(), index);
    const v = index < lacks.length ? lacks[index].change(plain, { dice, today }) : plain;
    return { ...write(dice, v, areas, supervisors), ...(index < good ? more(v) : {}) };
  });
  // last among the good ones, where nothing is lacking
  for (let at = good - UNKNOWN_AREAS; at < good; at += 1) rows[at] = { ...rows[at], 服务区域: '邻区某街道' };
  allSpoilt.forEach(({ cells }, offset) => {
    rows[good + offset] = {
      ...rows[good + offset],
      查询结果: '无',
      ...spoilable(rows[good + offset], today),
      ...cells,
    };
  });
  const shuffled = dice.shuffle(rows);
  const twice = shuffled.filter((row) => rows.indexOf(row) < good).slice(0, DUPLICATES);
  return {
    rows: [...shuffled, ...twice.map((row) => ({ ...row, 备注: '重复登记' }))],
    expected: {
      rows: size,
      valid: good,
      bad: allSpoilt.length,
      duplicate: DUPLICATES,
      problems: tally([
        ...allSpoilt.flatMap((spoilt) => spoilt.problems),
        ...Array.from({ length: DUPLICATES }, () => 'DUPLICATE_IN_FILE'),
        // a duplicate carries the warning of the row that it repeats
        ...rows
          .slice(0, good)
          .concat(twice)
          .filter((row) => row.服务区域 === '邻区某街道')
          .map(() => 'AREA_UNKNOWN'),
      ]),
      standings: {
        READY: good - lacks.length,
        ...tally(lacks.map((lack) => lack.standing)),
      },
    },
  };
}

function invent(dice, today, name, index) {
  const trained = dice.between(20, 300);
  return {
    name,
    phone: inventedPhone(index + 1),
    gender: dice.happens(0.56) ? '女' : '男',
    born: bornFor(dice, today, dice.between(19, 62)),
    languages: [...(dice.happens(0.94) ? ['普通话'] : []), ...dice.some(DIALECTS, dice.between(0, 2))],
    skills: dice.some(SKILLS, dice.between(1, 4)),
    times: dice.some(TIMES, dice.between(1, 3)),
    places: dice.pick(['1', '1', '1', '1', '2', '2', '3']),
    trained: daysFrom(today, -trained),
    signed: daysFrom(today, -dice.between(10, trained)),
    until: daysFrom(today, dice.between(230, 400)),
    checked: daysFrom(today, -dice.between(5, 135)),
    result: dice.pick(['无', '无', '无记录', '无违法犯罪记录']),
  };
}

function write(dice, v, areas, supervisors) {
  const near = areas.slice(0, -2);
  const supervisor = dice.pick(supervisors);
  const date = (day) => handled(dice, writtenDate(dice, day));
  return {
    姓名: handled(dice, v.name),
    手机: writtenPhone(dice, v.phone),
    性别: v.gender,
    出生日期: date(v.born),
    语言: v.languages.join(dice.pick(['、', '，', '/'])),
    技能特长: v.skills.join('、'),
    服务区域: handled(dice, dice.pick(dice.happens(0.97) ? near : areas).name),
    空闲时间: v.times
      .map((time) => (dice.happens(0.2) ? (OTHERWISE_WRITTEN[time] ?? time) : time))
      .join(dice.pick(['；', ';', '，'])),
    可陪伴人数: dice.happens(0.1) ? `${v.places}人` : v.places,
    督导: dice.happens(0.1) ? `${supervisor}（督导）` : supervisor,
    培训日期: date(v.trained),
    协议签署日期: date(v.signed),
    协议到期日: date(v.until),
    违法犯罪记录查询日期: date(v.checked),
    查询结果: v.result,
    备注: dice.happens(0.05) ? dice.pick(['=周末优先', '住得近', '+可提前到', '自带教具, 会"变魔术"']) : '',
  };
}

/** Clean dates under the spoilt cell, so that a row has the problems that were meant and no other. */
function spoilable(row, today) {
  return {
    培训日期: daysFrom(today, -90),
    协议签署日期: daysFrom(today, -80),
    违法犯罪记录查询日期: daysFrom(today, -60),
    姓名: row.姓名.trim(),
  };
}
