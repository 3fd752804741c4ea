import { createKey } from '../crypto/index.js';
import { ConfigError, readConfig } from './config.js';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
const PRODUCTION = {
  NODE_ENV: 'production',
  APP_KEYS: createKey('k1'),
  PUBLIC_URL: 'https://tongxing.example',
};

describe('the configuration', () => {
  it('names every wrong value, not only the first', () => {
    const problems = problemsOf({ PORT: 'http', DATABASE_URL: 'postgres://x', LOG_LEVEL: 'loud' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL']);
  });

  it('wants certificate and key together, and files that can be read', () => {
    expect(problemsOf({ TLS_CERT: 'a.pem' })).toEqual(['TLS_CERT and TLS_KEY: set both or neither']);
    expect(problemsOf({ TLS_CERT: '/no/such/cert', TLS_KEY: '/no/such/key' })).toHaveLength(2);
  });

  it('refuses a production start without keys and address', () => {
    expect(problemsOf({ NODE_ENV: 'production' }).map((problem) => problem.split(':')[0])).toEqual([
      'APP_KEYS',
      'PUBLIC_URL',
    ]);
  });

  it.each([
    ['DEMO', { DEMO: 'true' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'change-me' }],
    ['SMS_TOKEN', { SMS_TOKEN: 'secret' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://tongxing:password@db:3306/tongxing' }],
  ])('refuses a production start with the %s of an example', (name, wrong) => {
    expect(problemsOf({ ...PRODUCTION, ...wrong }).map((problem) => problem.split(':')[0])).toEqual([name]);
  });

  it('never seeds the demo in production, and serves only the known operations there', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({ demo: false, allowList: true, logLevel: 'info' });
    expect(readConfig({})).toMatchObject({ demo: true, allowList: false, port: 3000 });
  });

  it('takes an empty value for one that is not set', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' }).port).toBe(3000);
  });

  it('reads mariadb:// as mysql://, and keeps a file under the data directory otherwise', () => {
    expect(readConfig({ DATABASE_URL: 'mariadb://u:p@h:1/d' }).databaseUrl).toBe('mysql://u:p@h:1/d');
    expect(readConfig({ DATA_DIR: '/srv/data' }).databaseUrl).toBe('sqlite:/srv/data/tongxing.sqlite');
  });

  it('refuses keys in the database that they open', () => {
    const both = 'mysql://u:p@h:1/tongxing';
    expect(problemsOf({ DATABASE_URL: both, KEY_STORE_URL: both })).toEqual([
      'KEY_STORE_URL: keys live apart from the database they open',
    ]);
  });

  it('keeps data keys in a file beside the embedded database, or in a second schema', () => {
    expect(readConfig({ DATA_DIR: '/srv/data' }).keyStoreUrl).toBe('sqlite:/srv/data/keys.db');
    const rows = { DATABASE_URL: 'mysql://u:p@h:1/tongxing' };
    expect(readConfig(rows).keyStoreUrl).toBe('mysql://u:p@h:1/tongxing_keys');
    const elsewhere = { ...rows, KEY_STORE_URL: 'mariadb://k:p@vault:1/keys' };
    expect(readConfig(elsewhere).keyStoreUrl).toBe('mysql://k:p@vault:1/keys');
  });
});
