// Lists for public/sw.js what a phone keeps to open without a line: the entry, the phone faces, and where a worry is written.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

/** The page that stands in for every other one. */
const PAGE = '/concern';
const FACES = ['public', 'donor', 'volunteer', 'guardian'] as const;
const SOURCES = [
  'index.html',
  'src/app/locales/en.po',
  ...FACES.flatMap((face) => [
    `src/faces/${face}/${face.charAt(0).toUpperCase()}${face.slice(1)}Face.tsx`,
    `src/faces/${face}/locales/en.po`,
  ]),
  'src/features/concerns/AnywherePage.tsx',
  'src/features/concerns/KeptSender.tsx',
  'src/features/concerns/locales/en.po',
  'src/features/family-card/CardPage.tsx',
  'src/features/family-card/locales/en.po',
];
/** Beside the hashed ones. */
const PLAIN = ['/early.js', '/mark.svg'];

export function shellPlugin(): Plugin {
  return {
    name: 'tongxing-shell',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return;
      const manifest = JSON.parse(await readFile(path.join(dir, 'manifest.json'), 'utf8')) as Manifest;
      const files = [...PLAIN, ...shellFiles(manifest)];
      const hash = createHash('sha256');
      for (const name of ['index.html', ...PLAIN]) hash.update(await readFile(path.join(dir, name)));
      const version = hash.update(files.join(' ')).digest('hex').slice(0, 16);
      const shell = JSON.stringify({ version, page: PAGE, files });
      await writeFile(path.join(dir, 'shell-files.js'), `self.tongxingShell = ${shell};\n`);
    },
  };
}

/** Addresses of all that the sources load at once, each once; throws where a source is no file of its own any more. */
export function shellFiles(manifest: Manifest): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`BUG: ${name} is not in the build; client/build/shell-plugin.ts names it`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(`/${file}`);
    chunk.imports?.forEach(visit);
  };
  SOURCES.forEach(visit);
  return [...found];
}
