// Every test that docs/safeguarding.md names is there, under the name it is given.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const LINE = /^\| .+ \| `([^`]+)`(?: (.+?))? +\|$/;
const proofs = readFileSync(join(root, 'docs/safeguarding.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, path, title] = LINE.exec(line) ?? [];
    return path === undefined ? [] : [{ path, title: title ?? '' }];
  });

describe('what protects a child', () => {
  it('is a list that is read here', () => {
    expect(proofs.length).toBeGreaterThan(50);
  });

  it.each(proofs)('$path: $title', ({ path, title }) => {
    expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    expect(readFileSync(join(root, path), 'utf8')).toContain(title);
  });
});
