// @ts-check
// The committed server/schema.graphql must be what the code says: clients generate their types from it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The first line on which two texts differ, or null where they are the same.
 * @param {string} committed
 * @param {string} printed
 */
export function firstDifference(committed, printed) {
  const [left, right] = [committed, printed].map((text) => text.trimEnd().split(/\r?\n/));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i += 1) {
    if (left?.[i] !== right?.[i])
      return { line: i + 1, committed: left?.[i] ?? '(ended)', printed: right?.[i] ?? '(ended)' };
  }
  return null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = join(import.meta.dirname, '..', '..');
  const program = join(root, 'server/dist/print-schema.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) {
    console.error(`server/dist/print-schema.js failed:\n${stderr}`);
    process.exit(1);
  }
  const difference = firstDifference(readFileSync(join(root, 'server/schema.graphql'), 'utf8'), stdout);
  if (difference) {
    console.error(`server/schema.graphql is not what the code says. Line ${difference.line}:
  committed: ${difference.committed}
  code:      ${difference.printed}
Write it anew with: npm run schema:print`);
    process.exit(1);
  }
}
