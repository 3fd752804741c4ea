// @ts-check
// The production form as docker-compose.yml says it, with what an env file would fill in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { newKey } from '../keys/create.mjs';

/**
 * @typedef {{ command: string[], environment: Record<string, string> }} Service
 * @param {string} root
 * @returns {{ services: Record<'server' | 'worker' | 'database' | 'proxy' | 'mail', Service> }}
 */
export const readCompose = (root) => parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true });

/**
 * `${NAME:-default}` and `${NAME:?why}` as a filled-in env file would leave them.
 * @param {Record<string, string>} given
 * @param {Record<string, string>} [chosen]
 * @returns {Record<string, string>}
 */
export function filledIn(given, chosen = {}) {
  /** @type {Record<string, string>} */
  const values = {
    SITE_ADDRESS: 'tongxing.example',
    DATABASE_PASSWORD: 'not-used-here',
    APP_KEYS: newKey(new Date()),
    MAIL_FROM: 'Tongxing <no-reply@tongxing.example>',
    ...chosen,
  };
  const once = (/** @type {string} */ text) =>
    text.replace(
      /\$\{([A-Z_]+)(?::([-?])([^${}]*))?\}/g,
      (_all, key, kind, rest) => values[key] ?? (kind === '-' ? rest : ''),
    );
  // A default may hold a name itself: the inner one is filled in first.
  /** @type {(text: string) => string} */
  const replaced = (text) => (once(text) === text ? text : replaced(once(text)));
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, replaced(text)]));
}

/**
 * One line a check: `ok …`, or `not ok …` with the reason. The process fails where one does.
 * @param {string} what
 * @param {() => Promise<string | null>} work
 */
export async function check(what, work) {
  const reason = await work().catch((error) => String(error));
  console.log(reason === null ? `ok ${what}` : `not ok ${what}: ${reason}`);
  if (reason !== null) process.exitCode = 1;
}
