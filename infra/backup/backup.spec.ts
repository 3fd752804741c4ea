// A backup is complete while somebody writes, never overwrites another, and holds no keys.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { backup } from './backup.mjs';

let dataDir: string;
let target: string;
let database: InstanceType<typeof Database>;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tongxing_test_backup_'));
  target = join(dataDir, 'copy');
  database = new Database(join(dataDir, 'tongxing.sqlite'));
  database.exec("PRAGMA journal_mode = WAL; CREATE TABLE word (text); INSERT INTO word VALUES ('同行')");
});
afterEach(() => {
  database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('npm run backup', () => {
  it('refuses a folder that holds something', async () => {
    mkdirSync(target);
    writeFileSync(join(target, 'yesterday'), '');
    await expect(backup({ dataDir, target })).rejects.toThrow('never overwrites another');
  });

  it('refuses where there is no database, and leaves no folder behind', async () => {
    await expect(backup({ dataDir: join(dataDir, 'nowhere'), target })).rejects.toThrow('There is no database');
    expect(existsSync(target)).toBe(false);
  });

  it('copies what is committed, and nothing of an open transaction', async () => {
    database.exec("BEGIN; INSERT INTO word VALUES ('未提交')");
    expect(await backup({ dataDir, target })).toEqual(['tongxing.sqlite']);
    database.exec('ROLLBACK');
    const copy = new Database(join(target, 'tongxing.sqlite'));
    expect(copy.prepare('SELECT text FROM word').all()).toEqual([{ text: '同行' }]);
    expect(copy.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    copy.close();
  });

  it('copies the files and not the keys', async () => {
    mkdirSync(join(dataDir, 'files', 'a'), { recursive: true });
    writeFileSync(join(dataDir, 'files', 'a', 'scan'), 'x');
    writeFileSync(join(dataDir, 'key'), 'secret');
    expect(await backup({ dataDir, target })).toEqual(['tongxing.sqlite', 'files/']);
    expect(readdirSync(target, { recursive: true }).sort()).toEqual([
      'files',
      'files/a',
      'files/a/scan',
      'tongxing.sqlite',
    ]);
  });

  it('leaves rows on a server to the server', async () => {
    mkdirSync(join(dataDir, 'files'));
    expect(await backup({ dataDir, databaseUrl: 'mysql://h/tongxing', target })).toEqual(['files/']);
  });
});
