// @ts-check
// `npm run keys:create`: prints a new key for APP_KEYS. It is shown once and kept nowhere.
import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';

/** One `name:base64` pair; the name tells its day, so that people can tell keys apart. @param {Date} now */
export const newKey = (now) =>
  `k${now.toISOString().slice(0, 10)}-${randomBytes(2).toString('hex')}:${randomBytes(32).toString('base64')}`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(newKey(new Date()));
  console.error(`
Put it into APP_KEYS. To change keys, put it before the present ones, with a comma: what is old stays readable.
Keep a copy apart from the database and its backups: whoever loses it loses all encrypted data.`);
}
