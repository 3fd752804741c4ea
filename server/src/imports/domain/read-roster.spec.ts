import { setImmediate } from 'node:timers/promises';
import { localDate, type PersonId } from '@tongxing/shared/kernel';
import iconv from 'iconv-lite';
import { checkDigit } from '@tongxing/shared/rules';
import {
  duplicateKeys,
  isWarning,
  readRoster,
  unlessRegistered,
  type RosterContext,
  type RosterKind,
} from './index.js';
import { readWorkbook } from './read-workbook.js';

const CONTEXT: RosterContext = {
  today: localDate('2026-11-22'),
  areas: [{ code: 'YX01', name: '晴川街道', nameEn: 'Qingchuan' }],
  supervisors: ['陈静'],
};
const OPTIONS = { letOthersRun: setImmediate, readWorkbook };
async function read<K extends RosterKind>(kind: K, text: string, context = CONTEXT) {
  const roster = await readRoster(kind, Buffer.from(text), context, OPTIONS);
  if (!roster.ok) throw new Error(JSON.stringify(roster.error));
  return roster.value;
}
const fileProblem = async (text: string) => {
  const roster = await readRoster('VOLUNTEERS', Buffer.from(text), CONTEXT, OPTIONS);
  return roster.ok ? undefined : roster.error;
};
/** Problems by field of the only row. */
async function problems(kind: RosterKind, text: string, context = CONTEXT) {
  const { rows } = await read(kind, text, context);
  return Object.fromEntries(rows[0]?.cells.flatMap((cell) => (cell.problem ? [[cell.field, cell.problem]] : [])) ?? []);
}
const PERSON = 'somebody' as PersonId;
/** Invented: a place and a serial number that nobody was given together. */
const WOMAN = `11010119900307004${checkDigit('11010119900307004')}`;
const SHORT = WOMAN.slice(0, 6) + WOMAN.slice(8, 17);
const VOLUNTEER = '姓名,手机,出生日期';
const CHILD = '姓名,性别,出生日期';

describe('a file that cannot be taken in as a whole', () => {
  it('has no header, lacks a required column, has nothing below, or goes on too long', async () => {
    expect(await fileProblem('你好\n世界')).toEqual({ code: 'HEADER_NOT_FOUND' });
    expect(await fileProblem('姓名,性别\n林青禾,女')).toEqual({
      code: 'COLUMNS_MISSING',
      fields: ['phone', 'birthDate'],
    });
    expect(await fileProblem(`${VOLUNTEER}\n`)).toEqual({ code: 'SHEET_EMPTY' });
    expect(await fileProblem(`${VOLUNTEER}\n${'甲,1,2\n'.repeat(10_001)}`)).toEqual({
      code: 'TOO_MANY_ROWS',
      limit: 10_000,
    });
    expect(await fileProblem(`${VOLUNTEER}\n${'甲,1,2\n'.repeat(10_000)}`)).toBeUndefined();
  });
});

describe('a long file', () => {
  it('lets others run between its slices', async () => {
    let pauses = 0;
    const pause = () => Promise.resolve((pauses += 1));
    await readRoster('VOLUNTEERS', Buffer.from(`${VOLUNTEER}\n${'甲,1,2\n'.repeat(1_000)}`), CONTEXT, {
      ...OPTIONS,
      letOthersRun: pause,
    });
    expect(pauses).toBe(4);
  });
});

describe('a row that is left out', () => {
  it('shows every problem that it has', async () => {
    const text = `${VOLUNTEER},性别,语言,技能,空闲时间,名额,培训日期\n123,1990,2026-02-30,？,家乡话,魔法,周六,99,2099-01-01`;
    expect(await problems('VOLUNTEERS', text)).toEqual({
      name: 'NAME_INVALID',
      phone: 'PHONE_INVALID',
      birthDate: 'DATE_IMPOSSIBLE',
      gender: 'GENDER_UNKNOWN',
      languages: 'LANGUAGE_UNKNOWN',
      skills: 'SKILL_UNKNOWN',
      freeTimes: 'TIME_UNREADABLE',
      places: 'PLACES_RANGE',
      trainedOn: 'DATE_IN_FUTURE',
    });
  });

  it.each<[string, string, string, Record<string, string>]>([
    ['half a record check', '查询日期,查询结果', '2026-09-01,', { recordCheckResult: 'CHECK_RESULT_MISSING' }],
    ['the other half', '查询日期,查询结果', ',无', { recordCheckedOn: 'CHECK_DATE_MISSING' }],
    ['a check result without its date column', '查询结果', '无', { recordCheckedOn: 'CHECK_DATE_MISSING' }],
    [
      'an agreement that ends before it begins',
      '协议日期,协议到期日',
      '2026-09-01,2026-08-01',
      { agreementUntil: 'END_BEFORE_START' },
    ],
    ['an agreement that only ends', '协议日期,协议到期日', ',2027-08-01', { agreementSignedOn: 'START_DATE_MISSING' }],
    ['a cell without end', '技能', 'x'.repeat(501), { skills: 'TOO_LONG' }],
    ['a cell beyond the last column', '技能', '数学,落单', { '': 'MORE_CELLS_THAN_COLUMNS' }],
  ])('%s', async (_, headers, cells, expected) => {
    const text = `${VOLUNTEER},${headers}\n林青禾,19900000001,1990-01-01,${cells}`;
    expect(await problems('VOLUNTEERS', text)).toEqual(expected);
    expect((await read('VOLUNTEERS', text)).counts.bad).toBe(1);
  });

  it('a child who is no child, or of whom the least is not known', async () => {
    expect(await problems('CHILDREN', `${CHILD}\n林青禾,女,2008-11-22`)).toEqual({ birthDate: 'AGE_RANGE' });
    expect(await problems('CHILDREN', `${CHILD}\n林青禾,女,2008-11-23`)).toEqual({});
    expect(await problems('CHILDREN', `${CHILD}\n \u3000,？,`)).toEqual({
      name: 'NAME_MISSING',
      gender: 'GENDER_UNKNOWN',
      birthDate: 'BIRTH_DATE_MISSING',
    });
  });

  it('somebody twice in the file: by phone, however written', async () => {
    const { rows, counts } = await read(
      'VOLUNTEERS',
      `${VOLUNTEER}\n林青禾,199,1990-01-01\n林青禾,19900000001,1990-01-01\n周云舟,+86 199-0000-0001,1991-01-01\n`,
    );
    expect(rows.map((row) => row.status)).toEqual(['BAD', 'VALID', 'DUPLICATE']);
    expect(rows[2]).toMatchObject({ line: 4, duplicateOfLine: 3 });
    expect(rows[2]?.cells[1]).toMatchObject({ field: 'phone', problem: 'DUPLICATE_IN_FILE' });
    expect(counts).toEqual({ rows: 3, valid: 1, bad: 1, duplicate: 1 });
  });

  it('a child twice by name, birth date and guardian’s phone; a namesake with another guardian is another child', async () => {
    const row = (phone: string) => `林青禾,女,2015/3/1,${phone}`;
    const text = `${CHILD},监护人电话\n${[row('19900000001'), row('19900000002'), row('199 0000 0001')].join('\n')}`;
    expect((await read('CHILDREN', text)).rows.map((r) => r.status)).toEqual(['VALID', 'VALID', 'DUPLICATE']);
  });

  it('somebody whom the agency already has', async () => {
    const text = `${VOLUNTEER}\n林青禾,19900000001,1990-01-01`;
    const [first] = (await read('VOLUNTEERS', text)).rows;
    if (first?.status !== 'VALID') throw new Error('the row should be good');
    const [key = ''] = duplicateKeys('VOLUNTEERS', first.values);
    const left = unlessRegistered('VOLUNTEERS', first, new Map([[key, PERSON]]));
    expect(left).toMatchObject({ status: 'DUPLICATE', matchId: PERSON });
    expect(left.cells.find((cell) => cell.field === 'phone')?.problem).toBe('ALREADY_REGISTERED');
    expect(unlessRegistered('VOLUNTEERS', first, new Map([['phone:+8619900000002', PERSON]]))).toBe(first);
  });

  it('somebody whose phone and identity number belong to two people of the agency: nobody is meant', async () => {
    const text = `${VOLUNTEER},身份证号\n林青禾,19900000001,1990-03-07,${WOMAN}`;
    const [first] = (await read('VOLUNTEERS', text)).rows;
    if (first?.status !== 'VALID') throw new Error('the row should be good');
    const [phone = '', id = ''] = duplicateKeys('VOLUNTEERS', first.values);
    const registered = new Map([
      [phone, PERSON],
      [id, 'another' as PersonId],
    ]);
    const left = unlessRegistered('VOLUNTEERS', first, registered);
    expect(left).not.toHaveProperty('matchId');
    expect(left.cells.find((cell) => cell.field === 'phone')?.problem).toBe('TWO_PEOPLE');
  });
});

describe('an identity number', () => {
  const row = (number: string, more = '1990-03-07,女') =>
    `${VOLUNTEER},性别,身份证号\n林青禾,19900000001,${more},${number}`;

  it('that cannot be, or says another day or gender than the row, holds the row back', async () => {
    expect(await problems('VOLUNTEERS', row('11010119900307'))).toEqual({ idNumber: 'ID_NUMBER_INVALID' });
    expect(await problems('VOLUNTEERS', row(`${WOMAN.slice(0, 15)}000`))).toEqual({
      idNumber: 'ID_NUMBER_CHECK_DIGIT',
    });
    expect(await problems('VOLUNTEERS', row(WOMAN, '1990-03-08,男'))).toEqual({
      birthDate: 'ID_NUMBER_BIRTH_DATE',
      gender: 'ID_NUMBER_GENDER',
    });
    expect(await problems('CHILDREN', `姓名,性别,出生日期,身份证号\n林青禾,,,${WOMAN}`)).toEqual({
      idNumber: 'AGE_RANGE',
    });
  });

  it('fills birth date and gender where the row leaves them blank, and finds the same person in 15 digits', async () => {
    const text = `姓名,手机,出生日期,身份证号\n林青禾,19900000001,,${WOMAN}\n林青禾,19900000002,,${SHORT}`;
    const { rows } = await read('VOLUNTEERS', text);
    expect(rows[0]).toMatchObject({
      status: 'VALID',
      values: { birthDate: '1990-03-07', gender: 'FEMALE', idNumber: WOMAN },
    });
    expect(rows[1]).toMatchObject({ status: 'DUPLICATE', duplicateOfLine: 2 });
  });
});

describe('a row that is taken in', () => {
  it('with a warning where the area or the supervisor is not in the agency’s tables', async () => {
    const text = `${VOLUNTEER},区域,督导\n林青禾,19900000001,1990-01-01,别处,何人`;
    expect(await problems('VOLUNTEERS', text)).toEqual({ area: 'AREA_UNKNOWN', supervisorName: 'SUPERVISOR_UNKNOWN' });
    const [row] = (await read('VOLUNTEERS', text)).rows;
    expect(row).toMatchObject({ status: 'VALID', values: { area: undefined, supervisorName: undefined } });
    expect(isWarning('PHONE_INVALID')).toBe(false);
  });

  it('keeps nothing of a column that nobody needs', async () => {
    const roster = await read('VOLUNTEERS', `${VOLUNTEER},银行卡号\n林青禾,19900000001,1990-01-01,310000000000000000`);
    expect(JSON.stringify(roster.rows)).not.toContain('310000000000000000');
    expect(roster.columns[3]).toEqual({ header: '银行卡号' });
  });

  it('as a volunteer, normalised, from GBK bytes below a title', async () => {
    const text =
      '2026年志愿者名单\r\n手机（必填）,姓名,性别,出生日期,语言,技能,服务区域,空闲时间,可陪伴人数,督导,培训日期,协议签署日期,协议到期日,查询日期,查询结果\r\n' +
      '１９９　００００　０００１,林 青禾 ,女,1990.5.20,普通话、粤语,数学，音乐,晴川街道　,周六 14:00-17:00,2人,陈静（督导）,2026年9月1日,20260902,46631,2026/9/3,无记录\r\n';
    const roster = await readRoster('VOLUNTEERS', iconv.encode(text, 'gbk'), CONTEXT, OPTIONS);
    expect(roster).toMatchObject({ ok: true, value: { encoding: 'GBK', counts: { rows: 1, valid: 1 } } });
    expect(roster.ok && roster.value.rows[0]).toMatchObject({
      line: 3,
      status: 'VALID',
      values: {
        name: '林青禾',
        phone: '+8619900000001',
        gender: 'FEMALE',
        birthDate: '1990-05-20',
        languages: ['MANDARIN', 'CANTONESE'],
        skills: ['MATHS', 'MUSIC'],
        area: 'YX01',
        freeTimes: [{ weekday: 6, startMinute: 840, endMinute: 1020 }],
        places: 2,
        supervisorName: '陈静',
        trainedOn: '2026-09-01',
        agreement: { signedOn: '2026-09-02', until: '2027-09-01' },
        recordCheck: { checkedOn: '2026-09-03', result: 'CLEAR' },
      },
    });
  });

  it('as a volunteer who is still to be trained, from the least that a roster must say, in English', async () => {
    const [row] = (
      await read('VOLUNTEERS', 'Phone;Name;Date of birth;Check result\n19900000001;Ann O’Hara;1990-01-01;\n')
    ).rows;
    expect(row).toMatchObject({
      status: 'VALID',
      values: { name: 'Ann O’Hara', languages: ['MANDARIN'], places: 1, skills: [] },
    });
    expect(row?.status === 'VALID' && [row.values.trainedOn, row.values.agreement, row.values.recordCheck]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('with papers of this very day', async () => {
    const text = `${VOLUNTEER},培训日期\n林青禾,19900000001,1990-01-01,2026-11-22`;
    expect((await read('VOLUNTEERS', text)).rows[0]).toMatchObject({
      status: 'VALID',
      values: { trainedOn: '2026-11-22' },
    });
  });

  it('with a check that is still awaited, as one without a check', async () => {
    const [row] = (
      await read('VOLUNTEERS', `${VOLUNTEER},查询日期,查询结果\n林青禾,19900000001,1990-01-01,2026-11-20,查询中`)
    ).rows;
    expect(row).toMatchObject({ status: 'VALID', values: { recordCheck: undefined } });
  });

  it('as a child, with what child and family asked for', async () => {
    const headers =
      '儿童姓名,性别,出生日期,学校,区域,语言,主要需求,优先级,登记日期,空闲时间,陪伴者性别要求,监护人姓名,监护人电话,关系';
    const cells =
      '林青禾,女,2015/3/1,=石榴小学,Qingchuan,四川话,学业、情绪,4,2026-09-01,周日 9:00-12:00,同性,林女士,199 0000 2001,母亲';
    expect((await read('CHILDREN', `${headers}\n${cells}`)).rows[0]).toMatchObject({
      status: 'VALID',
      values: {
        name: '林青禾',
        gender: 'FEMALE',
        birthDate: '2015-03-01',
        school: '=石榴小学',
        area: 'YX01',
        languages: ['SICHUANESE'],
        needs: ['STUDY', 'EMOTION'],
        priority: 4,
        waitingSince: '2026-09-01',
        companionGender: 'FEMALE',
        guardian: { name: '林女士', phone: '+8619900002001', relation: '母亲' },
      },
    });
  });
});
