// @ts-check
// `npm run borders`: prints each import that crosses a border, with the reason why it may not.
import { join } from 'node:path';
import { crossings } from './borders.mjs';

const { violations, modules, dependencies } = await crossings(join(import.meta.dirname, '..', '..'));
for (const { rule, from, to, comment } of violations) console.error(`${from}\n  → ${to}\n  ${rule}: ${comment}\n`);
console.log(`${modules} files, ${dependencies} imports, ${violations.length} across a border`);
process.exitCode = violations.length > 0 ? 1 : 0;
