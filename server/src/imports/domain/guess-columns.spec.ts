import { findHeader, guessColumns, missingColumns } from './guess-columns.js';
import { ROSTER_FIELDS, type RosterKind } from './roster-fields.js';

const fields = (kind: RosterKind, headers: string[]) => guessColumns(kind, headers).map((column) => column.field);

describe('columns', () => {
  it('that nobody needs are left alone, a guardian’s phone is not the volunteer’s', () => {
    expect(fields('VOLUNTEERS', ['银行卡号', '监护人电话', '紧急联系人电话', ''])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('two for one field: the first counts', () => {
    expect(fields('VOLUNTEERS', ['手机', '联系电话'])).toEqual(['phone', undefined]);
  });

  it('are found in any order, in both languages, with notes, marks and full-width letters', () => {
    expect(
      fields('VOLUNTEERS', [
        '联系电话（必填）',
        '*姓 名：',
        'Ｇｅｎｄｅｒ',
        'Date of birth',
        '志愿者的语言',
        '协议有效期至',
      ]),
    ).toEqual(['phone', 'name', 'gender', 'birthDate', 'languages', 'agreementUntil']);
    expect(fields('CHILDREN', ['儿童姓名', '家长姓名', '家长手机', 'Priority', '与儿童关系'])).toEqual([
      'name',
      'guardianName',
      'guardianPhone',
      'priority',
      'guardianRelation',
    ]);
  });

  it.each<RosterKind>(['VOLUNTEERS', 'CHILDREN', 'STAFF'])('each header of %s means one field', (kind) => {
    for (const [field, words] of Object.entries<readonly string[]>(ROSTER_FIELDS[kind])) {
      for (const word of words) expect([word, fields(kind, [word])]).toEqual([word, [field]]);
    }
  });

  it('names the required ones that are absent', () => {
    expect(missingColumns('VOLUNTEERS', guessColumns('VOLUNTEERS', ['姓名', '性别']))).toEqual(['phone', 'birthDate']);
    expect(missingColumns('CHILDREN', guessColumns('CHILDREN', ['姓名', '性别', '生日']))).toEqual([]);
  });

  it('stand below a title, and nowhere in a letter', () => {
    const records = (rows: string[][]) => rows.map((cells, at) => ({ line: at + 1, cells }));
    expect(findHeader('CHILDREN', records([['2026年儿童名单'], ['姓名', '性别'], ['林青禾', '女']]))).toBe(1);
    expect(findHeader('CHILDREN', records([['尊敬的老师：'], ['您好']]))).toBeUndefined();
  });
});
