// A thousand invented children in seven hundred households, with how they came, and a known number of rows with dirt.
import { ditto, idNumber, RARE_NAMES, writtenIdNumber } from './dirt.mjs';
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

export const FAMILY_HEADERS = [
  ...['户号', '儿童姓名', '性别', '出生日期', '身份证号', '学校', '学段', '户口性质', '儿童类别', '关注等级'],
  ...['居住街道', '家庭住址', '语言', '主要需求', '紧急程度', '登记日期', '空闲时间', '发现途径', '发现日期', '转介人'],
  ...['监护人姓名', '监护人电话', '关系', '监护人文化程度', '主要照护人', '照护人电话', '照护人关系'],
  ...['家庭类型', '家庭人口', '老家', '重大事件', '家庭需求', '备注'],
];
/** Children of a household → how many such households: 700, with 1,000 children. */
const SIZES = [
  [1, 450],
  [2, 200],
  [3, 50],
];
const TIMES = ['周六 9:00-11:30', '周六 14:00-16:30', '周日 9:30-12:00', '周三 16:30-18:00', '周五下午5点-6点半'];
const NEEDS = ['学业5', '情绪4', '家庭3', '健康', '社交2', '兴趣', '城市适应(4)', '安全5'];
const CHANNELS = {
  本机构服务: 'OWN_SERVICES',
  同伴介绍: 'PEERS',
  学校: 'SCHOOL',
  居委会: 'COMMUNITY',
  走访: 'OUTREACH',
};
const PROVINCES = ['四川', '安徽', '河南', '江苏', '湖南', '贵州', '甘肃'];
const EDUCATION = ['小学', '初中', '高中', '未上过学', '识字班', '大专'];
const EVENTS = ['', '', '', '疾病', '离异', '意外', '父亲去世', '搬迁'];
/** As workers write down what a family as a whole needs: with and without how pressing it is. */
const FAMILY_NEEDS = ['住房5', '工作（2）', '医疗', '邻里支持3', '家庭教育(4)'];
const CATEGORIES = ['流动儿童', '随迁子女', '流动、低保', '留守'];
const SCHOOLS = ['晴川第一小学', '石榴小学', '望桥实验学校', '柳浪中学', '鹿鸣学校', '白塔小学', '枫林中学'];
const SPOILT = [
  { problems: ['NAME_MISSING'], cells: { 儿童姓名: ' ' } },
  { problems: ['GENDER_UNKNOWN'], cells: { 性别: '？', 身份证号: '' } },
  { problems: ['GENDER_MISSING'], cells: { 性别: '', 身份证号: '' } },
  { problems: ['DATE_IMPOSSIBLE'], cells: { 出生日期: '2015-02-29', 身份证号: '' } },
  { problems: ['AGE_RANGE'], cells: { 出生日期: '1988-05-01', 身份证号: '' } },
  { problems: ['ID_NUMBER_INVALID'], cells: { 身份证号: '31011520150101' } },
  { problems: ['CHANNEL_UNKNOWN'], cells: { 发现途径: '学校、社区' } },
  { problems: ['REFERRER_MISSING'], cells: { 发现途径: '学校', 转介人: '' } },
  { problems: ['FAMILY_FORM_UNKNOWN'], cells: { 家庭类型: '普通' } },
  { problems: ['FAMILY_SIZE_RANGE'], cells: { 家庭人口: '很多' } },
  { problems: ['EDUCATION_UNKNOWN'], cells: { 监护人文化程度: '不详' } },
  { problems: ['NEED_UNKNOWN'], cells: { 家庭需求: '车位' } },
  { problems: ['EVENT_UNKNOWN', 'LEVEL_UNKNOWN'], cells: { 重大事件: '说不清', 关注等级: '9' } },
];
const DUPLICATES = 8;

/** The rows of the roster as cells by header, and what must be found in them. */
export function inventFamilies(today, areas, seed = 20_261_202) {
  const dice = chance(seed);
  const newName = nameMaker(dice);
  const number = numbers(dice);
  // A chance of its own: a column more leaves the others as they were.
  const needs = chance(seed + 1);
  const sizes = dice.shuffle(SIZES.flatMap(([size, count]) => Array.from({ length: count }, () => size)));
  let rare = 0;
  const rareName = () => (dice.happens(0.02) && rare < RARE_NAMES.length ? `${RARE_NAMES[rare++]}` : undefined);
  let adults = 0;
  let familyNeeds = 0;
  const families = sizes.map((size, index) => {
    const home = withNeeds(needs, inventHome(dice, areas, newName(), index));
    adults += home.adults;
    familyNeeds += home.needs;
    return Array.from({ length: size }, () => inventChild(dice, today, home, rareName() ?? newName(), number));
  });
  // Each spoilt row is a family of its own, which never comes in.
  const spoilt = SPOILT.map(({ cells }, offset) => {
    const home = inventHome(dice, areas, newName(), sizes.length + offset);
    return { ...inventChild(dice, today, home, newName(), number), ...cells };
  });
  const good = families.flat();
  const rows = dice.shuffle([...families, ...spoilt.map((row) => [row])]).flat();
  const twice = dice.some(good, DUPLICATES);
  const channels = tally(good.map((row) => CHANNELS[row.发现途径.trim()]).filter(Boolean));
  return {
    rows: ditto(
      dice,
      [...rows, ...twice.map((row) => ({ ...row, 备注: '重复登记' }))],
      [...['学校', '居住街道', '家庭住址', '监护人姓名', '监护人电话', '家庭类型', '转介人']],
    ),
    expected: {
      rows: rows.length + twice.length,
      valid: good.length,
      bad: SPOILT.length,
      duplicate: DUPLICATES,
      problems: tally([
        ...SPOILT.flatMap((one) => one.problems),
        ...Array.from({ length: DUPLICATES }, () => 'DUPLICATE_IN_FILE'),
      ]),
      households: sizes.length,
      adults,
      familyNeeds,
      channels,
    },
  };
}

/** What children of one household share. Half of the files number their families; the others know them by phone. */
function inventHome(dice, areas, name, index) {
  const form = dice.pick(['双亲', '双亲', '单亲', '隔代', '重组']);
  const [relation, title] = dice.pick([
    ['母亲', '女士'],
    ['父亲', '先生'],
  ]);
  const surname = name.slice(0, 1);
  const guardian = `${surname}${name.slice(1, 2)}${title}`;
  const isNumbered = dice.happens(0.5);
  const grandmother = form === '隔代' ? `${surname}${name.slice(2)}奶奶` : '';
  const caregiver = grandmother || (dice.happens(0.5) ? guardian : '');
  return {
    surname,
    adults: grandmother === '' ? 1 : 2,
    shared: {
      户号: isNumbered ? `H${String(index + 1).padStart(4, '0')}` : '',
      居住街道: dice.pick(areas).name,
      家庭住址: `云溪路${dice.between(1, 300)}弄${dice.between(1, 40)}号`,
      监护人姓名: guardian,
      // A family without a number of its own is known by its phone, so that one is always there.
      监护人电话: isNumbered && dice.happens(0.1) ? '' : writtenPhone(dice, inventedPhone(3_001 + index)).trim(),
      关系: relation,
      监护人文化程度: dice.pick(EDUCATION),
      主要照护人: caregiver,
      照护人电话: '',
      照护人关系: grandmother === '' ? '' : '奶奶',
      家庭类型: form,
      家庭人口: dice.pick(['3', '4', '5人', '６']),
      老家: dice.pick(PROVINCES),
      重大事件: dice.pick(EVENTS),
    },
  };
}

function withNeeds(dice, home) {
  const needs = dice.happens(0.6) ? dice.some(FAMILY_NEEDS, dice.between(1, 3)) : [];
  const shared = { ...home.shared, 家庭需求: needs.join(dice.pick(['、', '；'])) };
  return { ...home, shared, needs: needs.length };
}

function inventChild(dice, today, { surname, shared }, name, number) {
  const age = dice.between(6, 15);
  const gender = dice.happens(0.5) ? '女' : '男';
  const born = bornFor(dice, today, age);
  const channel = dice.happens(0.9) ? dice.pick(Object.keys(CHANNELS)) : '';
  const discovered = daysFrom(today, -dice.between(20, 500));
  return {
    ...shared,
    儿童姓名: handled(dice, name.includes('·') ? name : `${surname}${name.slice(1)}`),
    性别: dice.happens(0.1) ? `${gender}孩` : gender,
    出生日期: writtenDate(dice, born),
    身份证号: dice.happens(0.5) ? writtenIdNumber(dice, number(born, gender)) : '',
    学校: handled(dice, dice.pick(SCHOOLS)),
    学段: age < 12 ? '小学' : '初中',
    户口性质: dice.pick(['农村', '农业', '城镇', '']),
    儿童类别: dice.pick(CATEGORIES),
    关注等级: dice.pick(['1', '2', '3', '一级', '']),
    语言: dice.pick(['普通话', '普通话、四川话', '安徽话、普通话']),
    主要需求: dice.some(NEEDS, dice.between(1, 3)).join(dice.pick(['、', '；'])),
    紧急程度: String(dice.between(1, 5)),
    登记日期: writtenDate(dice, daysFrom(today, -dice.between(7, 400))),
    空闲时间: dice.some(TIMES, dice.between(1, 2)).join('；'),
    发现途径: channel,
    发现日期: channel === '' ? '' : writtenDate(dice, discovered),
    转介人: channel === '' ? '' : dice.pick(['王老师', '李主任', '同学家长', '走访小组']),
    备注: dice.happens(0.05) ? dice.pick(['=下次再来', '+需要电话确认', '@老师']) : '',
  };
}

function numbers(dice) {
  const taken = new Set();
  return (born, gender) => {
    for (;;) {
      const made = idNumber(dice, born, gender);
      if (taken.has(made)) continue;
      taken.add(made);
      return made;
    }
  };
}
