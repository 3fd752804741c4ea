import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The platform's version, as package.json states it. */
export function platformVersion(): string {
  const file = resolve(import.meta.dirname, '../../../../package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
