// Writes docs/permissions.md from the permission matrix, and docs/disclosure.md beside it, or says that they stand.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { disclosurePage } from './disclosure-page.js';
import { permissionsPage } from './permissions-page.js';

const [, , given] = process.argv;
if (!given) throw new Error('Which file? node server/dist/print-permissions.js docs/permissions.md');

function print(file: string, now: string): void {
  const before = (() => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  })();
  if (before !== now) writeFileSync(file, now);
  console.log(before === now ? `${file} is what the tables say.` : `${file} was written.`);
}

print(given, permissionsPage());
print(join(dirname(given), 'disclosure.md'), disclosurePage());
