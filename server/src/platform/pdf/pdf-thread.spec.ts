// The thread that draws documents: what a broken sheet and a broken thread do to others, and that each gets their own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PdfThread } from './pdf-thread.js';
import type { PdfSheet } from './sheet.js';

/** Stands for the compiled entry: answers with the title, fails on one, ends on another. */
const ENTRY = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, sheet }) => {
  if (sheet.title === 'end') process.exit(1);
  if (sheet.title === 'fail') return parentPort.postMessage({ id, failed: 'TypeError' });
  parentPort.postMessage({ id, bytes: new TextEncoder().encode(sheet.title) });
});`;
const folder = mkdtempSync(join(tmpdir(), 'tongxing-pdf-'));
const file = join(folder, 'entry.mjs');
writeFileSync(file, ENTRY);
const thread = new PdfThread(pathToFileURL(file));
const sheet = (title: string): PdfSheet => ({ title, language: 'zh-CN', agency: '', subtitle: '', blocks: [] });
const drawn = async (title: string) => (await thread.draw(sheet(title))).toString();
afterAll(() => rmSync(folder, { recursive: true }));

it('says that a sheet could not be drawn, without what stands on it, and draws the next one', async () => {
  const [bad, good] = [drawn('fail'), drawn('一')];
  await expect(bad).rejects.toThrow(/^a document could not be drawn: TypeError$/);
  expect(await good).toBe('一');
});

it('lets nobody wait for a thread that has ended, and starts another one', async () => {
  const both = [drawn('end'), drawn('二')];
  for (const one of both) await expect(one).rejects.toThrow('has ended');
  expect(await drawn('三')).toBe('三');
});

it('gives each their own document', async () => {
  const titles = Array.from({ length: 50 }, (_, at) => `第${String(at)}份`);
  expect(await Promise.all(titles.map(drawn))).toEqual(titles);
});
