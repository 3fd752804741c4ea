// A hundred invented children who wait for a companion, with a known number of rows with dirt.
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

export const CHILD_ROWS = 100;
export const CHILD_HEADERS = [
  '儿童姓名',
  '性别',
  '出生日期',
  '学校',
  '居住街道',
  '语言',
  '主要需求',
  '紧急程度',
  '登记日期',
  '空闲时间',
  '陪伴者性别要求',
  '监护人姓名',
  '监护人电话',
  '关系',
];
const TIMES = [
  '周六 9:00-11:30',
  '周六 14:00-16:30',
  '周日 9:30-12:00',
  '周日 14:00-17:00',
  '周三 16:30-18:00',
  '周五 17:00-18:30',
  '周二 16:30-18:00',
  '周一 17:00-18:00',
];
const MANDARIN_AND = ['', '', '', '四川话', '河南话', '安徽话', '江苏话', '湖南话', '彝语'];
const WITHOUT_MANDARIN = ['四川话', '粤语', '藏语', '彝语', '维吾尔语', '客家话'];
const NEEDS = ['学业', '情绪', '家庭', '健康', '社交', '兴趣', '城市适应', '安全'];
const GUARDIANS = [
  ['母亲', '女士'],
  ['父亲', '先生'],
  ['祖母', '奶奶'],
  ['外祖父', '爷爷'],
  ['姑姑', '女士'],
];
const SCHOOLS = ['晴川第一小学', '石榴小学', '望桥实验学校', '柳浪中学', '鹿鸣学校', '白塔小学', '枫林中学'];

const SPOILT = [
  { problems: ['NAME_MISSING'], cells: { 儿童姓名: '' } },
  { problems: ['GENDER_UNKNOWN'], cells: { 性别: '？' } },
  { problems: ['GENDER_MISSING'], cells: { 性别: '' } },
  { problems: ['DATE_IMPOSSIBLE'], cells: { 出生日期: '2015-02-29' } },
  { problems: ['AGE_RANGE'], cells: { 出生日期: '1988-05-01' } },
  { problems: ['PRIORITY_RANGE'], cells: { 紧急程度: '9' } },
  { problems: ['NEED_UNKNOWN'], cells: { 主要需求: '学业、其他' } },
  { problems: ['BIRTH_DATE_MISSING', 'PHONE_INVALID'], cells: { 出生日期: '', 监护人电话: '12345' } },
];
const DUPLICATES = 3;

/** The rows of the roster as cells by header, and what must be found in them. */
export function inventChildren(today, areas, seed = 20_120_915) {
  const dice = chance(seed);
  const newName = nameMaker(dice);
  const good = CHILD_ROWS - SPOILT.length - DUPLICATES;
  const rows = Array.from({ length: good + SPOILT.length }, (_, index) => invent(dice, today, newName, areas, index));
  SPOILT.forEach(({ cells }, offset) => {
    rows[good + offset] = { ...rows[good + offset], ...cells };
  });
  const shuffled = dice.shuffle(rows);
  const twice = shuffled.filter((row) => rows.indexOf(row) < good).slice(0, DUPLICATES);
  return {
    rows: [...shuffled, ...twice],
    expected: {
      rows: CHILD_ROWS,
      valid: good,
      bad: SPOILT.length,
      duplicate: DUPLICATES,
      problems: tally([
        ...SPOILT.flatMap((spoilt) => spoilt.problems),
        ...Array.from({ length: DUPLICATES }, () => 'DUPLICATE_IN_FILE'),
      ]),
    },
  };
}

function invent(dice, today, newName, areas, index) {
  const name = newName();
  const gender = dice.happens(0.5) ? '女' : '男';
  const languages = dice.happens(0.9)
    ? ['普通话', dice.pick(MANDARIN_AND)].filter((word) => word !== '')
    : [dice.pick(WITHOUT_MANDARIN)];
  const near = areas.slice(0, -2);
  const wish = dice.happens(gender === '女' ? 0.3 : 0.1) ? dice.pick([gender, '同性']) : dice.pick(['', '', '不限']);
  const [relation, title] = dice.pick(GUARDIANS);
  return {
    儿童姓名: handled(dice, name),
    性别: dice.happens(0.1) ? `${gender}孩` : gender,
    出生日期: writtenDate(dice, bornFor(dice, today, dice.between(6, 15))),
    学校: handled(dice, dice.pick(SCHOOLS)),
    居住街道: dice.pick(dice.happens(0.92) ? near : areas.slice(-2)).name,
    语言: languages.join('、'),
    主要需求: dice.some(NEEDS, dice.between(1, 3)).join('、'),
    紧急程度: String(dice.pick([1, 2, 2, 3, 3, 3, 4, 4, 5])),
    登记日期: writtenDate(dice, daysFrom(today, -dice.between(7, 400))),
    空闲时间: dice.some(TIMES, dice.between(1, 2)).join('；'),
    陪伴者性别要求: wish,
    监护人姓名: name.slice(0, 1) + title,
    监护人电话: writtenPhone(dice, inventedPhone(2001 + index)),
    关系: relation,
  };
}
