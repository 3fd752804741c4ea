// @ts-check
// `npm run new:feature service-hours`: lays out a client feature as docs/architecture.md describes.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { featureFiles } from './feature-files.mjs';
import { namesOf } from './names.mjs';
import { writeNew } from './write.mjs';

const { values, positionals } = parseArgs({ options: { root: { type: 'string' } }, allowPositionals: true });
const names = namesOf(positionals[0] ?? '');
if (!names) {
  console.error('Which feature? npm run new:feature service-hours');
  process.exit(2);
}
try {
  const written = await writeNew(values.root ?? join(import.meta.dirname, '..', '..'), featureFiles(names));
  console.log(`${written.join('\n')}

Then:
  1. give the page a route in a face (client/src/faces/…), with lazyPage and the catalogue features/${names.kebab}
  2. npm run codegen writes the types of its operations
  3. its words: Chinese in the code, English in locales/en.po
  4. npm run check`);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(1);
}
