// Compresses scripts and styles once, as tightly as it goes, instead of loosely at each request.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);
const WORTHWHILE_BYTES = 1_000;

export function precompressPlugin(): Plugin {
  return {
    name: 'tongxing-precompress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (!dir) return;
      const files = Object.keys(bundle).filter((file) => /^assets\/.*\.(?:js|css)$/.test(file));
      await Promise.all(
        files.map(async (name) => {
          const file = path.join(dir, name);
          const content = await readFile(file);
          if (content.length < WORTHWHILE_BYTES) return;
          await writeFile(
            `${file}.br`,
            await compress(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
          );
        }),
      );
    },
  };
}
