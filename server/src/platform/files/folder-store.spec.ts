// The folder of stored files: no name leads out of it, and nothing half written stays.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStore } from './folder-store.js';

const NAME = 'ab'.repeat(16);
const OTHER = 'cd'.repeat(16);
let dataDir: string;
let store: FolderStore;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tongxing_test_files_'));
  store = new FolderStore(dataDir);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const names = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const { name } of store.list()) found.push(name);
  return found.sort();
};
const incoming = () => readdirSync(join(dataDir, 'files-incoming'));

describe('the folder of stored files', () => {
  it.each(['../keys/app.key', '/etc/passwd', 'AB'.repeat(16), '', `${NAME}/../x`])('has no %p', async (name) => {
    await expect(store.write(name, [Buffer.from('x')])).rejects.toThrow('BUG');
    await expect(store.read(name)).rejects.toThrow('BUG');
  });

  it('keeps nothing of what broke off, and writes over nothing', async () => {
    const breaking = function* (): Generator<Buffer> {
      yield Buffer.from('half');
      throw new Error('the disk is full');
    };
    await expect(store.write(NAME, breaking())).rejects.toThrow('the disk is full');
    expect([await names(), incoming()]).toEqual([[], []]);
  });

  it('keeps what was written, for its owner only, and gives it back until it is removed', async () => {
    await store.write(NAME, [Buffer.from('one '), Buffer.from('two')]);
    await store.write(OTHER, [Buffer.from('three')]);
    const path = join(dataDir, 'files', 'ab', 'ab', NAME);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const read: Buffer[] = [];
    for await (const piece of (await store.read(NAME)) ?? []) read.push(piece);
    expect(Buffer.concat(read).toString()).toBe('one two');
    expect(await names()).toEqual([NAME, OTHER]);
    await store.remove(NAME);
    await store.remove(NAME);
    expect([await store.read(NAME), existsSync(path), await names()]).toEqual([undefined, false, [OTHER]]);
  });

  it('drops what a process began and did not finish, but not what is being written', async () => {
    mkdirSync(join(dataDir, 'files-incoming'));
    for (const name of [NAME, OTHER]) writeFileSync(join(dataDir, 'files-incoming', name), 'half');
    const now = Date.now() / 1000;
    utimesSync(join(dataDir, 'files-incoming', NAME), now, now - 3600);
    expect(await store.tidy(new Date((now - 600) * 1000))).toBe(1);
    expect(incoming()).toEqual([OTHER]);
  });

  it('is empty where nobody has brought anything', async () => {
    expect([await names(), await store.tidy(new Date())]).toEqual([[], 0]);
  });
});
