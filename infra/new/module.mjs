// @ts-check
// `npm run new:module wishes -- --one wish`: lays out a server module as docs/architecture.md describes.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { moduleFiles } from './module-files.mjs';
import { namesOf } from './names.mjs';
import { writeNew } from './write.mjs';

const { values, positionals } = parseArgs({
  options: { one: { type: 'string' }, root: { type: 'string' } },
  allowPositionals: true,
});
const names = namesOf(positionals[0] ?? '');
const one = namesOf(values.one ?? (positionals[0] ?? '').replace(/s$/, ''));
if (!names || !one) {
  console.error('Which module, and what is one of them called? npm run new:module wishes -- --one wish');
  process.exit(2);
}
try {
  const written = await writeNew(
    values.root ?? join(import.meta.dirname, '..', '..'),
    moduleFiles(names, one, Date.now()),
  );
  console.log(`${written.join('\n')}

Then:
  1. server/src/app.module.ts: add ${names.pascal}Module to the imports and ...${names.constant}_ENTITIES to ENTITIES
  2. server/src/platform/database/migrations/index.ts: add the migration, last
  3. shared/src/permissions/matrix.ts: add the permissions it needs, and name them in its resolver
  4. docs/glossary.md: its words, in both languages
  5. npm run schema:print, npm run codegen, npm run check`);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(1);
}
