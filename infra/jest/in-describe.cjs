// Puts a test file's own statements into a describe of its own, so that many files can share one module registry:
// their imports stay outside, their hooks become theirs alone, and no line moves.
const { relative, sep } = require('node:path');
const swcJest = require('@swc/jest');
const compilerOptions = require('./swc.cjs');

const swc = swcJest.createTransformer(compilerOptions);

/** The source with everything behind its last import inside `describe(path, …)`. */
function inDescribe(source, path) {
  // Only where a file has to be compiled anew: the compiler is large.
  const ts = require('typescript');
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const isImport = (statement) => ts.isImportDeclaration(statement);
  const lastImport = file.statements.findLastIndex(isImport);
  const own = file.statements.slice(0, lastImport + 1).find((statement) => !isImport(statement));
  if (own) throw new Error(`${path}: imports stand above everything else in a test file`);
  const exported = (statement) =>
    ts.isExportDeclaration(statement) || statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (file.statements.some(exported)) throw new Error(`${path}: a test file exports nothing`);
  const split = lastImport < 0 ? 0 : file.statements[lastImport].end;
  return `${source.slice(0, split)};describe(${JSON.stringify(path)}, () => {${source.slice(split)}\n});\n`;
}

const nameOf = (path, { config }) => relative(config.rootDir, path).split(sep).join('/');

module.exports = {
  canInstrument: false,
  inDescribe,
  getCacheKey: (source, path, options) => `${swc.getCacheKey(source, path, options)}-in-describe-1`,
  process: (source, path, options) => swc.process(inDescribe(source, nameOf(path, options)), path, options),
  processAsync: (source, path, options) => swc.processAsync(inDescribe(source, nameOf(path, options)), path, options),
};
