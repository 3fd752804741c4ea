// Replaces graphql(`…`) by the document itself, so that each lazy page carries only its own operations
// (the generated map of all documents would put every face's operations into the first load).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const CALL = /\bgraphql\(\s*(?:\/\*[^*]*\*\/)?\s*`([^`]*)`,?\s*\)/g;
const OPERATION = /\b(?:query|mutation|subscription)\s+(\w+)/;
const STUB = `export function graphql() { throw new Error('BUG: a graphql() call escaped the documents plugin'); }`;

// A persisted document has no text: what would parse and print it stays out of the page.
const NO_PARSER = '\0tongxing-no-parser';
const WITHOUT_PARSER = `export { GraphQLError, Kind } from '@0no-co/graphql.web';
export function parse() { throw new Error('BUG: a persisted build was given the text of a document'); }
export const print = () => '';`;

/** Maps operation name → [sha256, full text] from the manifest that codegen wrote. */
function readManifest(file: string): Map<string, readonly [hash: string, text: string]> {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return new Map(
    Object.entries(manifest).map(([hash, text]) => {
      const name = OPERATION.exec(text)?.[1];
      if (!name) throw new Error(`BUG: persisted document without an operation name: ${text.slice(0, 80)}`);
      return [name, [hash, text]];
    }),
  );
}

/** `persisted`: requests carry only the document's id; the server knows the text. */
export function documentsPlugin({ persisted }: { readonly persisted: boolean }): Plugin {
  let gqlDir = '';
  const documentOf = (source: string, id: string): string => {
    const name = OPERATION.exec(source)?.[1];
    if (!name) return 'undefined'; // a fragment: its text is part of the operations that use it
    const entry = readManifest(path.join(gqlDir, 'persisted-documents.json')).get(name);
    if (!entry) throw new Error(`${id}: operation ${name} is not in the manifest; run "npm run codegen"`);
    const [hash, text] = entry;
    return persisted ? JSON.stringify({ kind: 'Document', definitions: [], documentId: hash }) : JSON.stringify(text);
  };
  return {
    name: 'tongxing-documents',
    enforce: 'pre',
    configResolved(config) {
      gqlDir = path.join(config.root, 'src/gql');
    },
    generateBundle() {
      // The server's allow-list travels with the build that needs it; a folder with a dot is not served.
      const source = readFileSync(path.join(gqlDir, 'persisted-documents.json'), 'utf8');
      if (persisted) this.emitFile({ type: 'asset', fileName: '.operations/documents.json', source });
    },
    resolveId(source, importer) {
      const asked = persisted && source === '@0no-co/graphql.web' && importer?.includes('/node_modules/@urql/');
      return asked ? NO_PARSER : null;
    },
    load: (id) => (id === NO_PARSER ? WITHOUT_PARSER : null),
    transform(code, id) {
      const file = id.split('?')[0] ?? id;
      if (file === path.join(gqlDir, 'gql.ts')) return { code: STUB, map: null };
      if (!/\.tsx?$/.test(file) || file.startsWith(gqlDir) || !code.includes('graphql(')) return null;
      return { code: code.replace(CALL, (_, source: string) => `(${documentOf(source, file)})`), map: null };
    },
  };
}
