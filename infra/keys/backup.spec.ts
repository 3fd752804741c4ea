// A copy of the keys is whole while keys are made, lies apart from the rows, and never overwrites another.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { backupKeys } from './backup.mjs';

let dataDir: string;
let target: string;
let store: InstanceType<typeof Database>;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tongxing_test_keys_'));
  target = join(dataDir, 'elsewhere', 'today');
  store = new Database(join(dataDir, 'keys.db'));
  store.exec("PRAGMA journal_mode = WAL; CREATE TABLE data_key (subject); INSERT INTO data_key VALUES ('one')");
});
afterEach(() => {
  store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('npm run keys:backup', () => {
  it('refuses a folder that holds something', async () => {
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'yesterday'), '');
    await expect(backupKeys({ dataDir, target })).rejects.toThrow('never overwrites another');
  });

  it('refuses a place beside a backup of the rows', async () => {
    mkdirSync(join(dataDir, 'elsewhere'));
    writeFileSync(join(dataDir, 'elsewhere', 'tongxing.sqlite'), '');
    await expect(backupKeys({ dataDir, target })).rejects.toThrow('keep the keys in another place');
  });

  it('refuses where there is no key store, and leaves no folder behind', async () => {
    await expect(backupKeys({ dataDir: join(dataDir, 'nowhere'), target })).rejects.toThrow('There is no key store');
    expect(existsSync(target)).toBe(false);
  });

  it('copies what is committed, with the ledger', async () => {
    mkdirSync(join(dataDir, 'ledger'));
    writeFileSync(join(dataDir, 'ledger', 'tombstones.jsonl'), '{}\n');
    store.exec("BEGIN; INSERT INTO data_key VALUES ('two')");
    expect(await backupKeys({ dataDir, target })).toEqual(['keys.db', 'tombstones.jsonl']);
    store.exec('ROLLBACK');
    const copy = new Database(join(target, 'keys.db'));
    expect(copy.prepare('SELECT subject FROM data_key').all()).toEqual([{ subject: 'one' }]);
    copy.close();
    expect(readdirSync(target).sort()).toEqual(['keys.db', 'tombstones.jsonl']);
  });

  it('leaves keys on a server to the server', async () => {
    expect(await backupKeys({ dataDir, keyStoreUrl: 'mysql://h/keys', target })).toEqual([]);
  });
});
