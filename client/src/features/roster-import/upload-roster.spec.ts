import { previewRoster, readAnswer, readPreview, uploadRoster, type Fetch } from './upload-roster.js';

describe('readAnswer', () => {
  it.each<[boolean, unknown]>([
    [true, null],
    [true, {}],
    [true, { batchId: 7 }],
    [true, { code: 'FILE_EMPTY' }],
    [false, { batchId: 'b1' }],
    [false, 'Bad gateway'],
  ])('takes ok=%p, %j for no answer', (ok, answer) => expect(readAnswer(ok, answer)).toEqual({ kind: 'FAILED' }));

  it('keeps the facts of a refusal', () => {
    expect(readAnswer(false, { code: 'COLUMNS_MISSING', fields: ['name', 3] })).toEqual({
      kind: 'REFUSED',
      problem: { code: 'COLUMNS_MISSING', limit: undefined, line: undefined, fields: ['name'], sheets: [] },
    });
    expect(readAnswer(false, { code: 'SHEETS_SEVERAL', sheets: ['春', '秋'] })).toMatchObject({
      problem: { sheets: ['春', '秋'] },
    });
    expect(readAnswer(false, { code: 'QUOTE_NOT_CLOSED', line: 12 })).toMatchObject({ problem: { line: 12 } });
  });

  it('leads to the batch', () => {
    expect(readAnswer(true, { batchId: 'b1' })).toEqual({ kind: 'STAGED', batchId: 'b1' });
  });
});

describe('readPreview', () => {
  it('takes what is no list of columns for no answer, and a refusal for one', () => {
    expect(readPreview(true, { batchId: 'b1' })).toEqual({ kind: 'FAILED' });
    expect(readPreview(true, { columns: 'name' })).toEqual({ kind: 'FAILED' });
    expect(readPreview(false, { code: 'SHEET_EMPTY' })).toMatchObject({ kind: 'REFUSED' });
  });

  it('keeps header, field and samples of each column', () => {
    const columns = [{ header: '姓名', field: 'name', samples: ['林青禾', 7] }, { header: '备注' }, null];
    expect(readPreview(true, { columns, missing: ['phone'] })).toEqual({
      kind: 'READ',
      columns: [
        { header: '姓名', field: 'name', samples: ['林青禾'] },
        { header: '备注', field: null, samples: [] },
      ],
      missing: ['phone'],
    });
  });
});

describe('uploadRoster', () => {
  it('is a failure where nobody answers', async () => {
    const nobody: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await uploadRoster({ kind: 'CHILDREN', name: 'a.csv', body: new Blob(['x']) }, nobody)).toEqual({
      kind: 'FAILED',
    });
  });

  it('names kind and file in the address and sends the header that other sites cannot', async () => {
    const sent: [string, RequestInit][] = [];
    const answer: Fetch = (path, init) => {
      sent.push([path, init]);
      return Promise.resolve({ ok: true, json: () => Promise.resolve({ batchId: 'b1' }) });
    };
    const upload = { kind: 'VOLUNTEERS', name: '名单&1.csv', body: new Blob(['x']) } as const;
    await uploadRoster(upload, answer);
    await uploadRoster({ ...upload, sheet: '秋季' }, answer);
    await previewRoster({ ...upload, columns: ['name', '', 'phone'] }, answer);
    expect(sent[0]?.[0]).toBe('/files/rosters?kind=VOLUNTEERS&name=%E5%90%8D%E5%8D%95%261.csv');
    expect(sent[1]?.[0]).toBe(`${sent[0]?.[0] ?? ''}&sheet=%E7%A7%8B%E5%AD%A3`);
    expect(sent[2]?.[0]).toMatch(/^\/files\/rosters\/columns\?kind=VOLUNTEERS&.*&columns=name%2C%2Cphone$/);
    expect(sent[0]?.[1].headers).toMatchObject({ 'x-tongxing-client': 'web' });
  });
});
