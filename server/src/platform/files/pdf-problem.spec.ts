// PDFs: nothing that acts gets in, however it is written; plain pages do.
import { deflateSync } from 'node:zlib';
import { objectStream, PAGES, pdf } from '../testing/papers.js';
import { pdfProblem } from './pdf-problem.js';

const active = (what: string) => ({ code: 'PDF_ACTIVE', what });

describe('a PDF is refused that', () => {
  it.each([
    ['runs a script', '<< /S /JavaScript /JS (app.alert(1)) >>', active('SCRIPT')],
    ['spells the script with numbers', '<< /S /J#61va#53cript /JS (app.alert(1)) >>', active('SCRIPT')],
    ['starts a program', '<< /S /Launch /F (cmd.exe) >>', active('PROGRAM')],
    ['carries a file', '<< /Type /EmbeddedFile >>', active('FILE')],
    ['carries files by name', '<< /Names << /EmbeddedFiles 9 0 R >> >>', active('FILE')],
    ['sends a form', '<< /S /SubmitForm /F (https://example.org) >>', active('FORM')],
    ['asks for a password', '<< /Encrypt 5 0 R >>', { code: 'PDF_LOCKED' }],
  ])('%s', async (_what, object, problem) => {
    expect(await pdfProblem(pdf(...PAGES, object))).toEqual(problem);
  });

  it('hides a script in packed objects', async () => {
    const hidden = objectStream('5 0 << /S /JavaScript /JS (app.alert(1)) >>');
    expect(hidden.includes('JavaScript')).toBe(false);
    expect(await pdfProblem(pdf(...PAGES, hidden))).toEqual(active('SCRIPT'));
  });

  it('packs its objects in a way that cannot be looked into', async () => {
    const packed = Buffer.from(
      objectStream('5 0 << >>').toString('latin1').replace('/FlateDecode', '[/ASCIIHexDecode /FlateDecode]'),
      'latin1',
    );
    expect(await pdfProblem(pdf(...PAGES, packed))).toEqual({ code: 'PDF_TOO_COMPLEX' });
  });

  const SCRIPT = '5 0 << /S /JavaScript /JS (app.alert(1)) >>';
  const rewritten = (inside: string, from: string, to: string) =>
    Buffer.from(objectStream(inside).toString('latin1').replace(from, to), 'latin1');
  it.each([
    ['behind a long dictionary', `/Type /ObjStm /X (${'x'.repeat(70_000)})`, active('SCRIPT')],
    ['behind words that look like an end', '/Type /ObjStm /X (endobj 9 0 obj endstream)', active('SCRIPT')],
    ['behind words that look like a beginning', '/Type /ObjStm /X (stream\n)', { code: 'PDF_TOO_COMPLEX' }],
    ['under a type that stands elsewhere', '/Type 9 0 R', { code: 'PDF_TOO_COMPLEX' }],
    ['under no type', '', active('SCRIPT')],
    ['with a predictor', '/Type /ObjStm /DecodeParms << /Predictor 12 >>', { code: 'PDF_TOO_COMPLEX' }],
  ])('hides packed objects %s', async (_how, to, problem) => {
    expect(await pdfProblem(pdf(...PAGES, rewritten(SCRIPT, '/Type /ObjStm', to)))).toEqual(problem);
  });

  it('unpacks to more than is looked through', async () => {
    const bomb = objectStream(' '.repeat(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await pdfProblem(pdf(...PAGES, bomb))).toEqual({ code: 'PDF_TOO_COMPLEX' });
  });

  it('ends too soon', async () => {
    const whole = pdf(...PAGES, 'x'.repeat(5000));
    expect(await pdfProblem(whole.subarray(0, -3000))).toEqual({ code: 'PDF_CUT_OFF' });
  });
});

describe('a PDF may be kept that', () => {
  it('is pages, with packed objects and a picture', async () => {
    const picture = deflateSync(Buffer.alloc(5000, 7));
    const image = Buffer.concat([
      Buffer.from(`<< /Subtype /Image /Filter /FlateDecode /Length ${picture.length} >>\nstream\n`),
      picture,
      Buffer.from('\nendstream'),
    ]);
    expect(await pdfProblem(pdf(...PAGES, objectStream('5 0 << /Type /Page >>'), image))).toBeUndefined();
  });

  it('has bookmarks before a photo', async () => {
    const photo = Buffer.concat([
      Buffer.from('<< /Subtype /Image /Filter /DCTDecode /Length 4 >>\nstream\n'),
      Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
      Buffer.from('\nendstream'),
    ]);
    const bookmarks = '<< /Type /Outlines /First 5 0 R /Last 6 0 R /Count 2 >>';
    expect(await pdfProblem(pdf(...PAGES, bookmarks, photo))).toBeUndefined();
  });

  it('has names that only begin as dangerous ones do', async () => {
    expect(await pdfProblem(pdf(...PAGES, '<< /LaunchPad 1 /JavaScripting 2 /JS (no action) >>'))).toBeUndefined();
  });
});
