// The short form of figures R4 and R15: killed a few times in the middle of its work, on a real database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

interface Line {
  readonly figure: string;
  readonly part: string;
  readonly value: number;
  readonly unit: string;
}

/** What one figure measured; how long it took is not this test's concern. */
async function measured(figure: string): Promise<Line[]> {
  const args = ['infra/figures/run.mjs', figure, '--db', 'sqlite', '--rounds', '3'];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let progress = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (progress += chunk.toString()));
  await once(child, 'close');
  const lines = output.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []));
  if (lines.length === 0) throw new Error(`${figure} measured nothing:\n${progress}`);
  return lines.filter(({ unit }) => unit !== 'ms' && unit !== 'mails');
}

describe('killed in the middle of its work', () => {
  it.each(['R4', 'R15'])(
    '%s: nothing acknowledged is lost, halved, unaudited or done twice',
    async (figure) => {
      const lines = await measured(figure);
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.filter(({ value }) => value !== 0)).toEqual([]);
    },
    300_000,
  );
});
