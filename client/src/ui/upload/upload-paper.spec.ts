import { readAnswer, removePaper } from './upload-paper.js';

const PAPER = { id: 'p1', path: '/files/p1', name: '同意书.jpg', kind: 'IMAGE', bytes: 1200 } as const;

describe('readAnswer', () => {
  it.each([
    ['nothing', 201, ''],
    ['another page', 201, '<html>'],
    ['half a paper', 201, JSON.stringify({ ...PAPER, id: 7 })],
    ['a paper of no known kind', 201, JSON.stringify({ ...PAPER, kind: 'SVG' })],
    ['a gateway in between', 502, 'Bad gateway'],
    ['null', 422, 'null'],
    ['a code that is none', 422, '{"code":7}'],
  ])('takes %s for no answer', (_what, status, text) => expect(readAnswer(status, text)).toEqual({ kind: 'FAILED' }));

  it('keeps the facts of a refusal', () => {
    expect(readAnswer(413, '{"code":"FILE_TOO_LARGE","limit":10485760}')).toEqual({
      kind: 'REFUSED',
      problem: { code: 'FILE_TOO_LARGE', limit: 10_485_760, found: undefined },
    });
    expect(readAnswer(415, '{"code":"FILE_KIND_REFUSED","found":"HEIC"}')).toMatchObject({
      problem: { found: 'HEIC' },
    });
  });

  it('gives the paper that was kept', () => {
    expect(readAnswer(201, JSON.stringify(PAPER))).toEqual({ kind: 'KEPT', paper: PAPER });
  });
});

describe('removePaper', () => {
  const answer = (status: number) => () => Promise.resolve(new Response(null, { status }));
  it('is not done where nobody answers, or where the paper stands', async () => {
    expect(await removePaper('p1', () => Promise.reject(new TypeError('Failed to fetch')))).toBe(false);
    expect(await removePaper('p1', answer(409))).toBe(false);
  });
  it('is done where it is gone, also by somebody else', async () => {
    expect([await removePaper('p1', answer(204)), await removePaper('p1', answer(404))]).toEqual([true, true]);
  });
});
