// Reads from the sources which pages the faces open lazily, and what comes with each. For specs only; no page imports it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const SRC = path.resolve(import.meta.dirname, '../..');
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'(\.[^']+)'/g;
const TYPE_ONLY = /^\s*(?:import|export)\s+type\s/;
const LAZY_PAGE = /(lazyPage|kitPage)\(\s*\(\) => import\('([^']+)'\),?\s*([^)]*)\)/g;
const DESK_ROUTE = /\.\.\.route\(\s*'[^']+',\s*'[^']+',\s*'([^']+)',?\s*([^)]*)\)/g;

export const sourceOf = (file: string): string => readFileSync(path.join(SRC, file), 'utf8');

function resolveImport(from: string, specifier: string): string | undefined {
  const stem = path.join(path.dirname(from), specifier).replace(/\.js$/, '');
  return [`${stem}.ts`, `${stem}.tsx`].find((file) => existsSync(path.join(SRC, file)));
}

/** Every file that comes with this one, lazy parts left out. */
export function closure(start: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const [statement, specifier = ''] of sourceOf(start).matchAll(IMPORT)) {
    const next = TYPE_ONLY.test(statement) ? undefined : resolveImport(start, specifier);
    if (next && !next.startsWith('gql/')) closure(next, seen);
  }
  return seen;
}

export interface LazyPage {
  readonly where: string;
  readonly page: string;
  readonly catalogues: readonly string[];
  /** Opened with kitPage. */
  readonly withKit: boolean;
}

/** Every page that the faces open lazily. */
export function lazyPages(): readonly LazyPage[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?:app|faces)\/.*\.tsx$/.test(file),
  );
  return files.flatMap((file) => {
    const code = sourceOf(file);
    const own = file.startsWith('faces/') ? [file.split('/').slice(0, 2).join('/')] : [];
    const names = (list: string): readonly string[] => [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
    const direct = [...code.matchAll(LAZY_PAGE)].flatMap(([, opener, specifier = '', list = '']) => {
      const page = resolveImport(file, specifier);
      return page ? [{ where: file, page, catalogues: [...own, ...names(list)], withKit: opener === 'kitPage' }] : [];
    });
    const routes = [...code.matchAll(DESK_ROUTE)].flatMap(([, name = '', list = '']) => {
      const page = `features/${name}.tsx`;
      const feature = `features/${name.slice(0, name.indexOf('/'))}`;
      return existsSync(path.join(SRC, page))
        ? [{ where: file, page, catalogues: [...own, feature, ...names(list)], withKit: false }]
        : [];
    });
    return [...direct, ...routes];
  });
}
