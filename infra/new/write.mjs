// @ts-check
// Writes generated files, formatted, and never over a file that is there.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/**
 * @param {string} root
 * @param {Record<string, string>} files path → text
 * @returns {Promise<string[]>} the paths written
 */
export async function writeNew(root, files) {
  const taken = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (taken.length > 0) throw new Error(`Nothing was written: ${taken.join(', ')} is already there.`);
  const style = await resolveConfig(join(import.meta.dirname, 'write.mjs'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const trimmed = `${text.trim()}\n`;
    writeFileSync(
      join(root, path),
      path.endsWith('.po') ? trimmed : await format(trimmed, { ...style, filepath: path }),
    );
  }
  return Object.keys(files);
}
