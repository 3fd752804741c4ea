// Names of files, as strangers choose them.
import { plainName } from './file-door.js';
import { isHeic, kindOf } from './file-kind.js';
import { heic, HTML, pngScan, SVG, webpScan } from '../testing/papers.js';

describe('plainName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['同意书 第1页.jpg', '同意书 第1页.jpg'],
    ['a\u0000b\r\nSet-Cookie: x.jpg', 'abSet-Cookie x.jpg'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['.htaccess', 'htaccess'],
    ['..', 'file'],
    ['', 'file'],
    [undefined, 'file'],
    [['a', 'b'], 'file'],
    [`${'长'.repeat(200)}.jpg`, `${'长'.repeat(76)}.jpg`],
  ])('makes %p into %p', (name, plain) => expect(plainName(name, 'file')).toBe(plain));
});

describe('kindOf', () => {
  it.each([
    ['HTML', Buffer.from(HTML)],
    ['SVG', Buffer.from(SVG)],
    ['HEIC', heic()],
    ['nothing', Buffer.alloc(0)],
    ['GIF', Buffer.from('GIF89a......')],
    ['a sound in the same wrapping as WebP', Buffer.from('RIFF....WAVE')],
  ])('takes no %s', (_what, head) => expect(kindOf(head)).toBeUndefined());

  it('goes by the first bytes', async () => {
    expect([kindOf(await pngScan()), kindOf(await webpScan()), kindOf(Buffer.from('%PDF-1.4'))]).toEqual([
      'PNG',
      'WEBP',
      'PDF',
    ]);
    expect(isHeic(heic())).toBe(true);
  });
});
