import { putColleagues, readList, takeList } from './roster-files.js';

describe('the answer about a list of colleagues', () => {
  it.each<[boolean, unknown]>([
    [true, null],
    [true, { people: '3', leftOut: [] }],
    [false, { people: 3, leftOut: [] }],
    [false, 'Bad gateway'],
  ])('takes ok=%p, %j for no answer', (ok, said) => expect(readList(ok, said)).toEqual({ kind: 'FAILED' }));

  it('keeps the facts of a refusal', () => {
    expect(readList(false, { code: 'TOO_MANY_INVITES', limit: 4 })).toMatchObject({ kind: 'REFUSED', limit: 4 });
    expect(readList(false, { code: 'ROSTER_REFUSED', why: 'CUT_OFF' })).toMatchObject({ why: 'CUT_OFF' });
  });

  it('keeps each row that is left out, with its reasons', () => {
    const said = { people: 2, leftOut: [{ line: 4, name: '', reasons: ['NAME_MISSING', 7] }, null], leftOutFile: 'x' };
    expect(readList(true, said)).toEqual({
      ...{ kind: 'READ', people: 2, file: 'x' },
      leftOut: [{ line: 4, name: '', reasons: ['NAME_MISSING'] }],
    });
  });
});

it('is a failure where nobody answers', async () => {
  const nobody = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await putColleagues('b1', new Blob(['x']), { send: true, lang: 'zh' }, nobody)).toEqual({ kind: 'FAILED' });
  expect(await takeList('b1', { what: 'names', format: 'csv', lang: 'zh' }, nobody)).toEqual({ kind: 'FAILED' });
});
