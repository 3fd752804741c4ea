// Plans of a term, and companies and other teams, as spreadsheets have them: good rows in every writing, and a known number of spoilt ones.
import { chance, daysFrom, fullWidth, tally } from './invention.mjs';

export const ACTIVITY_HEADERS = [
  ...['活动名称', '活动类型', '日期', '开始时间', '结束时间', '场地', '负责人', '对象', '人数', '志愿者分工'],
  ...['任务目标', '过程目标', '孩子的部分', '备注'],
];
export const TEAM_HEADERS = ['单位名称', '简称', '性质', '联系人', '联系人邮箱', '备注'];
/** What the activities name at the agency. */
export const PLAN_NAMES = { venues: ['河湾社区活动室', '滨河公园东门草地'], team: ['林溪', '陈静'] };

const KINDS = ['成长小组', '外出活动', '家长能力建设', '课后托管', 'Growth group', '社区联谊'];
const THEMES = [
  '一起读绘本',
  '认识河边的树',
  '周末手工',
  '社区寻宝',
  '爸爸妈妈的茶会',
  '小记者',
  '种豆记',
  '我们的地图',
];
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const HOURS = [
  ['14:00', '16:00'],
  ['14：30', '16：30'],
  ['下午2点', '下午4点半'],
  ['9点', '11点30分'],
  ['2:00 pm', '4:00 pm'],
  ['0900', '1130'],
  ['18:00', '24:00'],
];
const GOOD = 30;
/** What is wrong, and the cells that make it so. */
const SPOILT = [
  { problem: 'THEME_MISSING', cells: { 活动名称: '  ' } },
  { problem: 'FORMULA', cells: { 活动名称: '=CONCATENATE(A1,B1)' } },
  { problem: 'ACTIVITY_KIND_UNKNOWN', cells: { 活动类型: '团建' } },
  { problem: 'DATE_UNREADABLE', cells: { 日期: '下周六' } },
  { problem: 'DATE_IMPOSSIBLE', cells: { 日期: '2027-02-30' } },
  { problem: 'DATE_PAST', cells: { 日期: '2024-05-01' } },
  { problem: 'DATE_FAR', cells: { 日期: '2072-03-06' } },
  { problem: 'WEEKDAY_DIFFERS', cells: { 日期: '2027-03-06（周日）' } },
  { problem: 'CLOCK_MISSING', cells: { 结束时间: '' } },
  { problem: 'CLOCK_UNREADABLE', cells: { 开始时间: '看情况' } },
  { problem: 'TIME_ORDER', cells: { 开始时间: '16:00', 结束时间: '14:00' } },
  { problem: 'TIME_ORDER', cells: { 开始时间: '24:00', 结束时间: '24:00' } },
  { problem: 'VENUE_UNKNOWN', cells: { 场地: '隔壁机构的礼堂' } },
  { problem: 'WORKER_UNKNOWN', cells: { 负责人: '林溪、别处的同事' } },
  { problem: 'CHILDREN_RANGE', cells: { 人数: '很多' } },
  { problem: 'TASKS_UNREADABLE', cells: { 志愿者分工: '4，5' } },
];

export function inventActivities(today, seed = 20_270_101) {
  const dice = chance(seed);
  const rows = Array.from({ length: GOOD + SPOILT.length }, (_, index) => activity(dice, today, index));
  SPOILT.forEach(({ cells }, offset) => {
    rows[GOOD + offset] = { ...rows[GOOD + offset], ...cells };
  });
  // The first once more, as somebody else would write it.
  const twice = { ...rows[0], 活动名称: ` ${fullWidth(rows[0].活动名称)} `, 日期: plainOf(rows[0]), 备注: '' };
  return {
    rows: [...rows, twice],
    expected: {
      ...{ rows: rows.length + 1, valid: GOOD, bad: SPOILT.length, duplicate: 1 },
      problems: tally([...SPOILT.map(({ problem }) => problem), 'ACTIVITY_TWICE']),
    },
  };
}

function activity(dice, today, index) {
  const day = daysFrom(today, 40 + index);
  const [from, to] = HOURS[index % HOURS.length];
  const children = 6 + (index % 9);
  return {
    活动名称: `${THEMES[index % THEMES.length]}（第${index + 1}次）`,
    活动类型: KINDS[index % KINDS.length],
    日期: writtenDay(day, index),
    开始时间: from,
    结束时间: to,
    场地: dice.pick([PLAN_NAMES.venues[0], PLAN_NAMES.venues[1], ` ${PLAN_NAMES.venues[0]} `]),
    负责人: dice.pick(['林溪', '林溪、陈静', '陈静', '林 溪']),
    对象: dice.pick(['6–8岁', '二年级小组', '']),
    人数: dice.pick([String(children), `${children}人`, fullWidth(String(children)), `${children}名`]),
    志愿者分工: dice.pick(['带小组 3；拍照 1', '带小组3人、签到', '']),
    任务目标: '每个孩子读完一本书',
    过程目标: dice.pick(['愿意对同伴说出自己的想法', '']),
    孩子的部分: '挑书、讲给同伴听',
    备注: '',
  };
}

/** Five writings of one day, and a spreadsheet's serial number. */
function writtenDay(day, index) {
  const [year, month, date] = day.split('-').map(Number);
  const epochDay = Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const forms = [
    day,
    `${year}/${month}/${date}`,
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日（周${weekday}）`,
    day.replaceAll('-', ''),
    String(epochDay + 25_569),
  ];
  return forms[index % forms.length];
}
const plainOf = (row) => row.日期.replaceAll('-', '.');

const TEAMS = [
  ['云帆科技有限公司', '', '企业', '程一诺', 'chengyinuo@yunfan.example'],
  ['河湾银行股份有限公司云溪支行', '河湾银行', '公司', '沈知安', 'SHEN＠hewan.example '],
  ['云溪区民政局', '', '机关单位', '许向晴', 'xu@minzheng.example'],
  ['云溪大学青年志愿者协会', '云溪大学青协', '高校', '叶初夏', 'ye@yunxi-university.example'],
  ['河边跑团', '', '社团', '', ''],
  ['Yunxi Design Co., Ltd.', 'Yunxi Design', 'company', 'Lea Song', 'lea@yunxi-design.example'],
];
const SPOILT_TEAMS = [
  { problem: 'TEAM_NAME_MISSING', cells: ['', '没有名字', '企业', '', ''] },
  { problem: 'TEAM_KIND_UNKNOWN', cells: ['晴川物业', '', '不清楚', '', ''] },
  { problem: 'COORDINATOR_MISSING', cells: ['青石书店', '', '企业', '', 'hello@qingshi.example'] },
  { problem: 'COORDINATOR_EMAIL_MISSING', cells: ['南桥面包房', '', '企业', '夏小满', ''] },
  { problem: 'EMAIL_INVALID', cells: ['北岸设计', '', '企业', '邹可心', 'zou@'] },
  { problem: 'TOO_LONG', cells: ['东林中学', '东林中学全体老师和家长志愿者服务总队春季支队', '高校', '', ''] },
];

export function inventTeams() {
  const twice = ['云帆科技有限公司 ', '', '企业', '', ''];
  const cells = [...TEAMS, ...SPOILT_TEAMS.map((one) => one.cells), twice];
  return {
    rows: cells.map((row) => Object.fromEntries(TEAM_HEADERS.map((header, at) => [header, row[at] ?? '']))),
    expected: {
      ...{ rows: cells.length, valid: TEAMS.length, bad: SPOILT_TEAMS.length, duplicate: 1 },
      problems: tally([...SPOILT_TEAMS.map(({ problem }) => problem), 'TEAM_TWICE']),
    },
  };
}
