// Runs in the built matching process, as in production; without this a test performs them in its own process.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EngineProcess } from '../matching/index.js';
import type { TestApp } from './test-app.js';

const ENTRY = join(import.meta.dirname, '../../dist/matching/runs/engine-main.js');

/** From now on; the server must have been built. What it gives tells whether the process has been started. */
export function useBuiltEngine({ app }: TestApp): () => boolean {
  if (!existsSync(ENTRY)) throw new Error('The server is not built: npm run build');
  const engine = app.get(EngineProcess);
  engine.entry = pathToFileURL(ENTRY).href;
  return () => engine.isOpen;
}
