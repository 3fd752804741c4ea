// @ts-check
// Compiles and starts the comparison of the GRAPHQL figure on a free port.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { freePort } from '../../lib/ports.mjs';
import { startChild, stopChild } from '../../lib/process.mjs';
import { firstAnswer } from '../../lib/server.mjs';

const SOURCE = join(import.meta.dirname, 'plain-nest');

/** @param {{ root: string, dataDir: string, databaseUrl: string }} options */
export async function startPlainNest({ root, dataDir, databaseUrl }) {
  const folder = join(dataDir, 'plain-nest');
  compile(root, folder);
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port) };
  const child = startChild(process.execPath, [join(folder, 'main.js')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let words = '';
  child.stdout?.on('data', (chunk) => (words += chunk));
  child.stderr?.on('data', (chunk) => (words += chunk));
  const url = `http://127.0.0.1:${port}`;
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' };
  try {
    await firstAnswer(`${url}/graphql`, () => child.exitCode ?? child.signalCode, 30_000, init);
  } catch (error) {
    await stopChild(child);
    throw new Error(`The comparison did not start:\n${words}`, { cause: error });
  }
  return { url, pid: child.pid ?? 0, stop: () => stopChild(child) };
}

/** @param {string} root @param {string} folder */
function compile(root, folder) {
  const config = JSON.parse(readFileSync(join(root, 'infra/build/swcrc.json'), 'utf8'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const file of readdirSync(SOURCE)) {
    const { code } = transformSync(readFileSync(join(SOURCE, file), 'utf8'), {
      ...config,
      swcrc: false,
      filename: file,
    });
    writeFileSync(join(folder, file.replace(/\.ts$/, '.js')), code);
  }
}
