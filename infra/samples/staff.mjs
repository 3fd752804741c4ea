// Forty invented colleagues with roles and certificates, and a known number of rows with dirt.
import { idNumber, writtenIdNumber } from './dirt.mjs';
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

export const STAFF_ROWS = 40;
export const STAFF_HEADERS = [
  ...['姓名', '手机号码', '邮箱', '性别', '出生日期', '身份证号', '岗位', '服务站', '入职日期'],
  ...['资格证书', '证书编号', '发证机关', '发证日期', '证书有效期至', '备注'],
];
const ROLES = ['社工', '社工', '社工', '社工', '督导', '社工、督导', '财务', '档案员'];
const CERTIFICATES = ['社会工作师', '助理社工师', '中级社工师', '心理咨询师', ''];
const SPOILT = [
  { problems: ['PHONE_MISSING'], cells: { 手机号码: '' } },
  { problems: ['EMAIL_INVALID'], cells: { 邮箱: 'linxi@' } },
  { problems: ['ROLE_UNKNOWN'], cells: { 岗位: '打杂' } },
  { problems: ['CREDENTIAL_FROM_MISSING'], cells: { 资格证书: '社会工作师', 发证日期: '', 证书有效期至: '' } },
  { problems: ['CREDENTIAL_MISSING'], cells: { 资格证书: '', 证书编号: 'SG0001', 发证日期: '2024-05-01' } },
];
const DUPLICATES = 1;

export function inventStaff(today, seed = 20_261_203) {
  const dice = chance(seed);
  // A chance of its own: a column more leaves the others as they were.
  const posts = chance(seed + 1);
  const newName = nameMaker(dice);
  const good = STAFF_ROWS - SPOILT.length - DUPLICATES;
  const rows = Array.from({ length: good + SPOILT.length }, (_, index) => ({
    ...invent(dice, today, newName(), index),
    邮箱: posts.happens(0.6) ? writtenEmail(posts, index) : '',
  }));
  SPOILT.forEach(({ cells }, offset) => {
    rows[good + offset] = { ...rows[good + offset], ...cells };
  });
  const twice = rows.slice(0, DUPLICATES);
  return {
    rows: [...dice.shuffle(rows), ...twice],
    expected: {
      rows: STAFF_ROWS,
      valid: good,
      bad: SPOILT.length,
      duplicate: DUPLICATES,
      problems: tally([
        ...SPOILT.flatMap((one) => one.problems),
        ...Array.from({ length: DUPLICATES }, () => 'DUPLICATE_IN_FILE'),
      ]),
      emails: rows.slice(0, good).filter((row) => row.邮箱 !== '').length,
      credentials: rows.slice(0, good).filter((row) => row.资格证书 !== '').length,
    },
  };
}

/** As people type addresses: in capitals, full-width, with a space behind. */
function writtenEmail(dice, index) {
  const plain = `colleague${index + 1}@yunxi.example`;
  return dice.pick([plain, plain, plain.toUpperCase(), `${plain} `, plain.replace('@', '＠')]);
}

function invent(dice, today, name, index) {
  const gender = dice.happens(0.7) ? '女' : '男';
  const born = bornFor(dice, today, dice.between(24, 58));
  const certificate = dice.pick(CERTIFICATES);
  const issued = daysFrom(today, -dice.between(100, 900));
  return {
    姓名: handled(dice, name),
    手机号码: writtenPhone(dice, inventedPhone(9_001 + index)),
    性别: gender,
    出生日期: writtenDate(dice, born),
    身份证号: dice.happens(0.8) ? writtenIdNumber(dice, idNumber(dice, born, gender)) : '',
    岗位: dice.pick(ROLES),
    服务站: dice.happens(0.3) ? '全机构' : '',
    入职日期: writtenDate(dice, daysFrom(today, -dice.between(30, 2_000))),
    资格证书: certificate,
    证书编号: certificate === '' ? '' : `SG${dice.between(10_000, 99_999)}`,
    发证机关: certificate === '' ? '' : '云溪区人力资源和社会保障局',
    发证日期: certificate === '' ? '' : writtenDate(dice, issued),
    证书有效期至: certificate === '' ? '' : writtenDate(dice, daysFrom(today, dice.between(100, 900))),
    备注: '',
  };
}
