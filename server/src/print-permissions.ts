// Writes docs/permissions.md from the permission matrix, or says whether it is what the matrix says.
import { readFileSync, writeFileSync } from 'node:fs';
import { permissionsPage } from './permissions-page.js';

const file = process.argv[2];
if (!file) throw new Error('Which file? node server/dist/print-permissions.js docs/permissions.md');
const before = (() => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
})();
const now = permissionsPage();
if (before !== now) writeFileSync(file, now);
console.log(before === now ? `${file} is what the matrix says.` : `${file} was written.`);
