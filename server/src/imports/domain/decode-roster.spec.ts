import iconv from 'iconv-lite';
import { decodeRoster, MAX_ROSTER_BYTES } from './decode-roster.js';

const TEXT = '姓名,手机\n林青禾,19900000001\n';
const problem = (bytes: Uint8Array) => {
  const decoded = decodeRoster(bytes);
  return decoded.ok ? undefined : decoded.error.code;
};

describe('a file that is no roster', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['only blanks', Buffer.from('\ufeff \r\n\t '), 'FILE_EMPTY'],
    ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'ENCODING_UNREADABLE'],
    ['UTF-16 without a mark', Buffer.from('name,phone\nA,1', 'utf16le'), 'FILE_NOT_TEXT'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'FILE_NOT_TEXT'],
    ['text with a NUL in the last byte', Buffer.from(`${TEXT}\0`), 'FILE_NOT_TEXT'],
    ['bytes of no encoding', Buffer.from([0x61, 0xff, 0xff, 0x2c, 0xff]), 'ENCODING_UNREADABLE'],
    ['UTF-8 cut in the middle of a character', Buffer.from('\ufeffname,禾').subarray(0, -1), 'ENCODING_UNREADABLE'],
  ])('%s', (_, bytes, code) => expect(problem(bytes)).toBe(code));

  it('says how large it may be and how large it is', () => {
    expect(decodeRoster(new Uint8Array(MAX_ROSTER_BYTES + 1).fill(0x61))).toEqual({
      ok: false,
      error: { code: 'FILE_TOO_LARGE', limit: MAX_ROSTER_BYTES, actual: MAX_ROSTER_BYTES + 1 },
    });
    expect(problem(new Uint8Array(MAX_ROSTER_BYTES).fill(0x61))).toBeUndefined();
  });
});

describe('a roster in', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(TEXT), 'UTF-8'],
    ['UTF-8 with a byte order mark, which goes', Buffer.from(`\ufeff${TEXT}`), 'UTF-8'],
    ['GBK', iconv.encode(TEXT, 'gbk'), 'GBK'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeRoster(bytes)).toEqual({ ok: true, value: { text: TEXT, encoding } });
  });

  it('GB18030, for names that GBK cannot write', () => {
    const rare = '姓名\n林𬭎\n';
    expect(decodeRoster(iconv.encode(rare, 'gb18030'))).toMatchObject({ ok: true, value: { text: rare } });
  });
});
