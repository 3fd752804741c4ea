import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchSolve } from './match-solve.js';
import type { Terminal } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'tongxing-solve-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function solve(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
  const [said, complained]: [string[], string[]] = [[], []];
  const nobody = () => Promise.resolve('');
  const terminal: Terminal = {
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    ask: nobody,
    askSecret: nobody,
  };
  const code = await matchSolve(args, terminal);
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const containing = (part: string): unknown => expect.stringContaining(part);
const anyNumber: unknown = expect.any(Number);

describe('match:solve', () => {
  it('says how it is called, and what is wrong with a file', async () => {
    expect(await solve()).toMatchObject({ code: 2, complained: containing('FILE.json') });
    expect(await solve(join(folder, 'none.json'))).toMatchObject({
      code: 1,
      complained: containing('ENOENT'),
    });
    expect(await solve(file('words.json', '{ start: '))).toMatchObject({
      code: 1,
      complained: containing('Not a JSON file'),
    });
    expect(await solve(file('bad.json', '{"start":[0,1],"col":[0],"w":[-1],"capR":[1]}'))).toMatchObject({
      code: 1,
      said: '',
      complained: containing('NEGATIVE'),
    });
  });

  it('prints the best choice and its proof, and nothing else', async () => {
    const { code, said, complained } = await solve(
      file(
        'good.json',
        '{"start":[0,2,3],"col":[0,1,0],"w":[5,4,5],"base":[1,2],"capR":[1,1],"group":[0,0],"capG":[2]}',
      ),
    );
    expect([code, complained]).toEqual([0, '']);
    expect(JSON.parse(said)).toEqual({
      objective: 12,
      pairs: [
        [0, 1],
        [1, 0],
      ],
      milliseconds: anyNumber,
      certificate: { primal: 12, dual: 12, holds: true },
    });
  });
});
