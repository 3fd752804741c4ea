// A sheet on paper: every sign is kept, even one that no font draws, and nothing of the text is taken as a command.
import { inkedSheet, type PdfSheet } from './sheet.js';
import { writePdf } from './write-pdf.js';

const sheet = (text: string): PdfSheet => ({
  language: 'zh-CN',
  title: '持有的信息',
  agency: '测试机构',
  subtitle: '2026-11-23',
  blocks: [
    { kind: 'heading', text: '姓名' },
    { kind: 'paragraph', text },
    { kind: 'facts', rows: [['姓名', text]] },
    { kind: 'table', head: ['一', '二'], rows: [[text, '']] },
    { kind: 'list', items: [text] },
  ],
});

describe('a sheet', () => {
  it('writes a sign that the font lacks by its number, everywhere, and says which', () => {
    const { sheet: inked, missing } = inkedSheet(
      sheet('张\u{20BB7}野\u200b'),
      (code) => code !== 0x20bb7 && code !== 0x200b,
    );
    expect(missing).toEqual(['\u{20BB7}']);
    const said = JSON.stringify(inked.blocks).match(/张〔U\+20BB7〕野/g);
    expect(said).toHaveLength(4);
    expect(JSON.stringify(inked)).not.toContain('\u200b');
  });

  it('keeps every sign where the font has them all', () => {
    const before = sheet('龘镕㐂');
    expect(inkedSheet(before, () => true)).toEqual({ sheet: before, missing: [] });
  });
});

it('is a PDF of some pages, with fonts inside, and draws what looks like a command as text', async () => {
  const bytes = await writePdf(sheet('/etc/passwd {image} https://example.org 𠮷 龘'.repeat(40)));
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.subarray(-6).toString()).toContain('%%EOF');
  const text = bytes.toString('latin1');
  expect(text).toMatch(/\/FontFile3/);
  expect(text).not.toMatch(/\/(JavaScript|Launch|URI|EmbeddedFile)\b/);
}, 60_000);
