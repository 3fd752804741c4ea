// A lazy page that shows a feature's parts loads that feature's words, or English readers would meet Chinese there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.resolve(import.meta.dirname, '../..');
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'(\.[^']+)'/g;
const TYPE_ONLY = /^\s*(?:import|export)\s+type\s/;
const LAZY_PAGE = /lazyPage\(\s*\(\) => import\('([^']+)'\),?\s*([^)]*)\)/g;
const DESK_ROUTE = /\.\.\.route\(\s*'[^']+',\s*'[^']+',\s*'([^']+)',?\s*([^)]*)\)/g;

const sourceOf = (file: string): string => readFileSync(path.join(SRC, file), 'utf8');

function resolveImport(from: string, specifier: string): string | undefined {
  const stem = path.join(path.dirname(from), specifier).replace(/\.js$/, '');
  return [`${stem}.ts`, `${stem}.tsx`].find((file) => existsSync(path.join(SRC, file)));
}

/** Every file that comes with this one, lazy parts left out. */
function closure(start: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const [statement, specifier = ''] of sourceOf(start).matchAll(IMPORT)) {
    const next = TYPE_ONLY.test(statement) ? undefined : resolveImport(start, specifier);
    if (next && !next.startsWith('gql/')) closure(next, seen);
  }
  return seen;
}

/** The folders with words of their own whose files come with the page. */
function foldersShown(page: string): readonly string[] {
  const folders = [...closure(page)].map((file) => file.split('/').slice(0, 2).join('/'));
  const named = [...new Set(folders)].filter((folder) => /^(?:features|faces)\//.test(folder));
  return named.filter((folder) => existsSync(path.join(SRC, folder, 'locales/en.po')));
}

interface LazyPage {
  readonly where: string;
  readonly page: string;
  readonly catalogues: readonly string[];
}

function lazyPages(): readonly LazyPage[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?:app|faces)\/.*\.tsx$/.test(file),
  );
  return files.flatMap((file) => {
    const code = sourceOf(file);
    const own = file.startsWith('faces/') ? [file.split('/').slice(0, 2).join('/')] : [];
    const names = (list: string): readonly string[] => [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
    const direct = [...code.matchAll(LAZY_PAGE)].flatMap(([, specifier = '', list = '']) => {
      const page = resolveImport(file, specifier);
      return page ? [{ where: file, page, catalogues: [...own, ...names(list)] }] : [];
    });
    const routes = [...code.matchAll(DESK_ROUTE)].flatMap(([, name = '', list = '']) => {
      const page = `features/${name}.tsx`;
      const feature = `features/${name.slice(0, name.indexOf('/'))}`;
      return existsSync(path.join(SRC, page))
        ? [{ where: file, page, catalogues: [...own, feature, ...names(list)] }]
        : [];
    });
    return [...direct, ...routes];
  });
}

describe('lazy pages', () => {
  const pages = lazyPages();

  it('are found in every face', () => {
    const faces = new Set(pages.map(({ where }) => where.split('/').slice(0, 2).join('/')));
    for (const face of ['agency', 'company', 'donor', 'guardian', 'public', 'volunteer']) {
      expect(faces).toContain(`faces/${face}`);
    }
  });

  it('name every catalogue that they show', () => {
    const forgotten = pages.flatMap(({ where, page, catalogues }) =>
      foldersShown(page)
        .filter((folder) => !catalogues.includes(folder))
        .map((folder) => `${where}: ${page} shows ${folder} but does not load its words`),
    );
    expect(forgotten).toEqual([]);
  });
});
