// @ts-check
// Which libraries may be part of the server's bundle, and which stay in node_modules.
import { parseAst } from 'rolldown/parseAst';

/** They bring binaries or files beside their code, which are found from where the code lies. */
export const OUTSIDE = new Set([
  '@embedpdf/fonts-sc',
  '@node-rs/argon2',
  'fontkit',
  'highs',
  'libsql',
  'pdfmake',
  'sharp',
  'zxing-wasm',
]);

/**
 * Modules that ask where they lie, or require what only running tells, on a way that the server does not take:
 * read each before adding it.
 * @type {readonly (readonly [path: string, why: string])[]}
 */
const LOOKED_AT = [
  ['@nestjs/common/utils/load-package.util.js', 'optional packages, looked for from the bundle as from node_modules'],
  ['@nestjs/core/helpers/optional-require.js', 'the same'],
  ['@nestjs/core/helpers/load-adapter.js', 'the same; the express adapter is imported by name'],
  ['@nestjs/graphql/dist/federation/graphql-federation.factory.js', 'no federation here'],
  ['@nestjs/mapped-types/dist/type-helpers.utils.js', 'optional packages: no class-validator here'],
  ['@protobufjs/inquire/index.js', 'looks for long, which Apollo’s reports would need; none are sent'],
  ['express/lib/view.js', 'no views here'],
  ['fdir/dist/index.mjs', 'looks for picomatch, for patterns of files; none are used'],
  ['fdir/dist/index.cjs', 'the same'],
  ['file-type/source/index.js', 'reads files by streams; Nest’s checks of uploads, unused here'],
  ['mysql2/lib/helpers.js', 'colours for its own debugging'],
  ['pino/lib/transport.js', 'no transports here: lines go to the standard output'],
  ['rate-limiter-flexible/lib/RateLimiterDrizzle.js', 'no Drizzle here'],
  ['rate-limiter-flexible/lib/RateLimiterDrizzleNonAtomic.js', 'no Drizzle here'],
  ['thread-stream/index.js', 'for transports of pino'],
  ['typeorm/connection/ConnectionOptionsReader.js', 'no file of options here'],
  ['typeorm/platform/PlatformTools.js', 'for drivers that are given by name; ours are required by their own'],
  ['typeorm/util/ImportUtils.js', 'no folders of entities here'],
];

/** @param {string} id a file @returns {boolean} */
export const isLibrary = (id) => /[\\/]node_modules[\\/]/.test(id);

/**
 * The package of a bare import: `@nestjs/core` of `@nestjs/core/services`; null for paths, and for modules of Node.
 * @param {string} id
 * @returns {string | null}
 */
export function packageOf(id) {
  if (/^(?:[.\\/#\0]|[a-z]:[\\/]|node:|data:)/i.test(id)) return null;
  return /^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? null;
}

/**
 * Why this module may not be part of the bundle, or null where it may.
 * @param {string} code
 * @param {string} file
 * @returns {string | null}
 */
export function placeProblem(code, file) {
  if (!MAYBE.test(code)) return null;
  const path =
    file
      .split(/[\\/]node_modules[\\/]/)
      .at(-1)
      ?.replaceAll('\\', '/') ?? file;
  if (LOOKED_AT.some(([known]) => known === path)) return null;
  const found = firstOf(parseAst(code, { lang: 'js', sourceType: 'unambiguous' }), asksForPlace);
  if (!found) return null;
  const words = code.slice(found.start, found.end).split('\n')[0];
  return `${path} says “${words}”: in the bundle it might not find what it looks for. Look at it, then name its package in OUTSIDE or the file in LOOKED_AT (infra/build/libraries.mjs).`;
}

/** Spares the parsing of most modules. */
const MAYBE = /__dirname|__filename|import\.meta|\brequire\s*\(|\bimport\s*\(/;

/** @typedef {{ type: string, start: number, end: number } & Record<string, unknown>} Node */

/** @param {Node} node */
function asksForPlace({ type, name, callee, arguments: given, source }) {
  if (type === 'MetaProperty' || (type === 'Identifier' && (name === '__dirname' || name === '__filename')))
    return true;
  if (type === 'ImportExpression') return !isText(source);
  if (type !== 'CallExpression' || !isNode(callee) || callee.name !== 'require') return false;
  return Array.isArray(given) && given.length > 0 && !isText(given[0]);
}

/** @param {unknown} value */
const isText = (value) =>
  isNode(value) && (value.type === 'Literal' || (value.type === 'TemplateLiteral' && isEmpty(value.expressions)));
/** @param {unknown} value */
const isEmpty = (value) => Array.isArray(value) && value.length === 0;
/** @param {unknown} value @returns {value is Node} */
const isNode = (value) => typeof value === 'object' && value !== null && 'type' in value;

/**
 * @param {unknown} tree
 * @param {(node: Node) => boolean} matches
 * @returns {Node | null}
 */
function firstOf(tree, matches) {
  if (isNode(tree) && matches(tree)) return tree;
  if (typeof tree !== 'object' || tree === null) return null;
  for (const part of Object.values(tree)) {
    const found = firstOf(part, matches);
    if (found) return found;
  }
  return null;
}
