// The operations of our own client, by the SHA-256 of their text. In production nothing else is served.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Body } from './read-body.js';
import { refuse, type Refusal } from './refusal.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const CLIENT = resolve(HERE, '../../../../client');
/** Beside the built client; before that, where code generation puts it. */
export const MANIFESTS = [
  resolve(CLIENT, 'dist/.operations/documents.json'),
  resolve(CLIENT, 'src/gql/persisted-documents.json'),
];

export type Manifest = ReadonlyMap<string, string>;

/** The first of these files that exists; empty where none does. Throws where it is not a manifest. */
export function readManifest(files: readonly string[] = MANIFESTS): Manifest {
  const file = files.find((candidate) => existsSync(candidate));
  if (!file) return new Map();
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof content !== 'object' || content === null)
    throw new Error(`${file}: no list of operations; build the client again`);
  return new Map(Object.entries(content).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Finds the text of an operation that a request asks for. `only`: texts that the manifest does not hold are refused. */
export class AllowList {
  constructor(
    private readonly manifest: Manifest,
    private readonly only: boolean,
  ) {
    if (only && manifest.size === 0) {
      throw new Error(
        'ALLOW_LIST is on and the list of operations is missing: build the client (npm run build), or set ALLOW_LIST=false',
      );
    }
  }

  textOf(asked: Body): string | Refusal {
    const id = documentIdOf(asked);
    if (id !== undefined) return this.manifest.get(id) ?? unknownId();
    if (this.only)
      return refuse(
        400,
        'OPERATION_NOT_ALLOWED',
        'Only the operations of our own client are served here, by their documentId.',
      );
    if (typeof asked.query === 'string' && asked.query !== '') return asked.query;
    return refuse(
      400,
      'BAD_REQUEST',
      'Send {"query": "…", "variables": {…}} or {"documentId": "…", "variables": {…}}.',
    );
  }
}

const unknownId = () =>
  refuse(
    400,
    'OPERATION_NOT_ALLOWED',
    'This documentId is not known here. Load the page again: a newer client may be out.',
  );

function documentIdOf({ documentId, extensions }: Body): string | undefined {
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '');
  const persisted = asRecord(asRecord(extensions)?.['persistedQuery']);
  const hash = persisted?.['sha256Hash'];
  return typeof hash === 'string' ? hash : undefined;
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
