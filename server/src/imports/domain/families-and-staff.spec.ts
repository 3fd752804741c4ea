// What rosters say of homes, of how a child came, and of colleagues: what is wrong first.
import { setImmediate } from 'node:timers/promises';
import { localDate } from '@tongxing/shared/kernel';
import { readRoster, type RosterKind } from './index.js';
import { readWorkbook } from './read-workbook.js';

const CONTEXT = { today: localDate('2026-11-22'), areas: [], offices: ['晴川站'] };
async function first(kind: RosterKind, cells: Readonly<Record<string, string>>) {
  const text = `${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`;
  const roster = await readRoster(kind, Buffer.from(text), CONTEXT, { letOthersRun: setImmediate, readWorkbook });
  const [row] = roster.ok ? roster.value.rows : [];
  if (!row) throw new Error(JSON.stringify(roster));
  return row;
}
async function problems(kind: RosterKind, cells: Readonly<Record<string, string>>) {
  const { cells: read } = await first(kind, cells);
  return Object.fromEntries(read.flatMap(({ field, problem }) => (problem ? [[field, problem]] : [])));
}
const CHILD = { 姓名: '林一禾', 性别: '女', 出生日期: '2015-03-01' };
const COLLEAGUE = { 姓名: '周敏', 手机: '19900000001', 岗位: '社工' };

describe('a child’s row is held back', () => {
  it('where a channel has no referrer, a referrer no channel, or two channels stand there (P02)', async () => {
    expect(await problems('CHILDREN', { ...CHILD, 发现途径: '学校', 转介人: '' })).toEqual({
      referrer: 'REFERRER_MISSING',
    });
    expect(await problems('CHILDREN', { ...CHILD, 发现途径: '', 转介人: '王老师' })).toEqual({
      discoveryChannel: 'CHANNEL_MISSING',
    });
    expect(await problems('CHILDREN', { ...CHILD, 发现途径: '学校、社区', 转介人: '王老师' })).toEqual({
      discoveryChannel: 'CHANNEL_UNKNOWN',
    });
  });

  it('by words that no table has, each in its cell', async () => {
    const odd = { 家庭类型: '普通', 家庭人口: '很多', 重大事件: '说不清', 学段: '博士', 户口性质: '无' };
    expect(await problems('CHILDREN', { ...CHILD, ...odd, 儿童类别: '好', 关注等级: '9', 照护人学历: '不详' })).toEqual(
      {
        familyForm: 'FAMILY_FORM_UNKNOWN',
        familySize: 'FAMILY_SIZE_RANGE',
        majorEvents: 'EVENT_UNKNOWN',
        schoolStage: 'SCHOOL_STAGE_UNKNOWN',
        registration: 'REGISTRATION_UNKNOWN',
        categories: 'CATEGORY_UNKNOWN',
        difficultyLevel: 'LEVEL_UNKNOWN',
        caregiverEducation: 'EDUCATION_UNKNOWN',
      },
    );
    expect(await problems('CHILDREN', { ...CHILD, 主要需求: '学业9' })).toEqual({ needs: 'PRIORITY_RANGE' });
    expect(await problems('CHILDREN', { ...CHILD, 家庭需求: '住房6' })).toEqual({ familyNeeds: 'PRIORITY_RANGE' });
    expect(await problems('CHILDREN', { ...CHILD, 家庭需求: '火箭' })).toEqual({ familyNeeds: 'NEED_UNKNOWN' });
  });
});

it('a child’s row tells the home, the way in, and needs by how pressing they are', async () => {
  const home = {
    户号: 'H1',
    家庭类型: '隔代',
    家庭人口: '４人',
    老家: '四川',
    重大事件: '离异；疾病',
    家庭需求: '住房5、就业(2)；邻里',
    家庭住址: '云溪路1号',
  };
  const people = {
    监护人姓名: '林先生',
    关系: '父亲',
    监护人文化程度: '初中',
    主要照护人: '林奶奶',
    照护人关系: '奶奶',
  };
  const intake = {
    发现途径: '居委会',
    转介人: '李主任',
    儿童类别: '流动、低保',
    关注等级: '二级',
    学段: '小学',
    户口性质: '农村',
  };
  expect(
    await first('CHILDREN', { ...CHILD, ...home, ...people, ...intake, 主要需求: '学业2、安全(5)、社交' }),
  ).toMatchObject({
    status: 'VALID',
    values: {
      needs: ['SAFETY', 'PEERS', 'STUDY'],
      needPriorities: { STUDY: 2, SAFETY: 5 },
      intake: {
        ...{ channel: 'COMMUNITY', referrer: '李主任', difficultyLevel: 'LEVEL_2', schoolStage: 'PRIMARY' },
        ...{ categories: ['MIGRANT', 'ECONOMIC_SUPPORT'], registration: 'RURAL' },
      },
      household: {
        ...{ number: 'H1', form: 'GRANDPARENT_LED', size: 4, originProvince: '四川', address: '云溪路1号' },
        events: ['DIVORCE', 'ILLNESS'],
        needs: [
          { domain: 'HOUSING', priority: 5 },
          { domain: 'WORK', priority: 2 },
          { domain: 'NEIGHBOUR_SUPPORT', priority: 3 },
        ],
        caregiver: { name: '林奶奶', relation: 'GRANDMOTHER' },
        ...{ guardianRelation: 'FATHER', guardianEducation: 'JUNIOR' },
      },
    },
  });
});

it('a guardian alone makes no household of a row', async () => {
  const row = await first('CHILDREN', { ...CHILD, 监护人姓名: '林先生', 监护人电话: '19900000009' });
  expect(row).toMatchObject({ status: 'VALID', values: { household: undefined } });
});

describe('a colleague’s row', () => {
  it('is held back without a role, with one that nobody gives here, an unknown office, or half a certificate', async () => {
    expect(await problems('STAFF', { ...COLLEAGUE, 岗位: '' })).toEqual({ roles: 'ROLE_MISSING' });
    expect(await problems('STAFF', { ...COLLEAGUE, 岗位: '平台运营' })).toEqual({ roles: 'ROLE_UNKNOWN' });
    expect(await problems('STAFF', { ...COLLEAGUE, 服务站: '别处站' })).toEqual({ office: 'OFFICE_UNKNOWN' });
    expect(await problems('STAFF', { ...COLLEAGUE, 资格证书: '社会工作师', 证书编号: '' })).toEqual({
      credentialFrom: 'CREDENTIAL_FROM_MISSING',
    });
    expect(await problems('STAFF', { ...COLLEAGUE, 资格证书: '', 证书编号: 'SG1' })).toEqual({
      credentialKind: 'CREDENTIAL_MISSING',
    });
  });

  it('tells roles, office and certificate', async () => {
    const paper = { 资格证书: '中级社工', 证书编号: 'SG1', 发证日期: '2024年5月1日', 证书有效期至: '2027-04-30' };
    expect(await first('STAFF', { ...COLLEAGUE, 岗位: '社工、督导', 服务站: '晴川站', ...paper })).toMatchObject({
      values: {
        roles: ['SOCIAL_WORKER', 'SUPERVISOR'],
        office: '晴川站',
        credential: { kind: 'SOCIAL_WORKER', number: 'SG1', from: '2024-05-01', until: '2027-04-30' },
      },
    });
  });
});
