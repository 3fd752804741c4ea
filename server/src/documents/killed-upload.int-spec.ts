// The server killed in the middle of an upload, a real process of its own: no half file is served after the restart,
// nothing stays on the disk after the sweep, and the same request works.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { phonePhoto } from '../platform/testing/papers.js';
import { TEST_NOW } from '../testing/test-app.js';
import { PapersWorld } from '../testing/papers-world.js';
import { DocumentsUpkeep } from './upkeep.js';

const LONG = 240_000;
const SERVER = resolve(import.meta.dirname, '../../dist/main.js');
const dist = (file: string) => new URL(`../../dist/${file}`, import.meta.url).href;
const DIE = "process.kill(process.pid, 'SIGKILL')";
const STORE = `const { FolderStore } = await import(${JSON.stringify(dist('platform/files/folder-store.js'))});
  const write = FolderStore.prototype.write;`;

/** Where the process ends, as code that it loads before everything else. */
const MOMENTS = {
  'while the bytes come in': `const { UploadSlots } = await import(${JSON.stringify(dist('platform/files/upload-slots.js'))});
    UploadSlots.prototype.take = () => { setImmediate(() => ${DIE}); return () => undefined; };`,
  'before their row is written': `${STORE}
    FolderStore.prototype.write = async function (name, chunks) { await write.call(this, name, chunks); ${DIE}; };`,
  'while they are sealed': `${STORE}
    FolderStore.prototype.write = function (name, chunks) {
      return write.call(this, name, (function* () { for (const chunk of chunks) { yield chunk.subarray(0, 100); ${DIE}; } })());
    };`,
};
/** The day on which the world of the test lives. */
const CLOCK = `const { SystemClock } = await import(${JSON.stringify(dist('platform/clock/clock.js'))});
  SystemClock.prototype.now = () => new Date(${JSON.stringify(TEST_NOW)});`;

let world: PapersWorld;
let photo: Buffer;
beforeAll(async () => {
  if (!existsSync(SERVER)) throw new Error('build the server first: npx nx run server:build');
  world = await PapersWorld.start();
  photo = await phonePhoto(640, 400);
}, LONG);
afterAll(() => world.platform.stop());

interface Child {
  readonly address: string;
  readonly ended: Promise<NodeJS.Signals | null>;
  readonly process: ChildProcess;
}

/** The built server over the same database and files. Resolves once it says where it is. */
async function start(moment = ''): Promise<Child> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(CLOCK + moment)}`, SERVER],
    {
      env: {
        ...process.env,
        ...world.platform.environment,
        PORT: String(port),
        HOST: '127.0.0.1',
        PUBLIC_URL: address,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<NodeJS.Signals | null>((done) => child.once('exit', (_code, signal) => done(signal)));
  let words = '';
  await new Promise<void>((ready, failed) => {
    const take = (chunk: Buffer) => {
      words += chunk.toString();
      if (words.includes(address)) ready();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', () => failed(new Error(`the server did not start: ${words}`)));
  });
  return { address, ended, process: child };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Sends so much of the photo, and no more. The answer, or nothing where the line broke. */
function send(address: string, bytes: Buffer): Promise<{ readonly status: number; readonly body: string } | undefined> {
  const { hostname, port } = new URL(address);
  const path = `/files?${new URLSearchParams({ for: world.pair.id, purpose: 'CONSENT_PAPER', name: '同意书.jpg' }).toString()}`;
  const headers = {
    'content-type': 'application/octet-stream',
    'x-tongxing-client': 'web',
    'content-length': String(photo.length),
    cookie: world.cookieOf('worker'),
  };
  return new Promise((done) => {
    const line = request({ method: 'POST', hostname, port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('close', () => done({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
    });
    line.once('error', () => done(undefined));
    if (bytes.length < photo.length) line.write(bytes);
    else line.end(bytes);
  });
}

const incoming = () => {
  const folder = join(world.folder, '../files-incoming');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};
const long = () => world.platform.clock.now().getTime() / 1_000 - 90 * 60;

it(
  'leaves nothing that is served, whenever it happens',
  async () => {
    const before = { rows: await world.rows(), blobs: world.blobs().length };
    for (const [moment, code] of Object.entries(MOMENTS)) {
      const child = await start(code);
      const some = moment === 'while the bytes come in' ? photo.subarray(0, photo.length >> 1) : photo;
      expect([moment, await send(child.address, some)]).toEqual([moment, undefined]);
      expect(await child.ended).toBe('SIGKILL');
      expect([moment, await world.rows()]).toEqual([moment, before.rows]);
    }
    // What the second and the third left: a whole file that no row knows, and half a one that was being written.
    expect(incoming()).toHaveLength(1);
    expect(world.blobs()).toHaveLength(before.blobs + 1);
  },
  LONG,
);

it(
  'is made good by a restart, the sweep and the same request',
  async () => {
    const rows = await world.rows();
    for (const path of [...incoming(), ...world.blobs()]) utimesSync(path, long(), long());
    const child = await start();
    try {
      // What was being written is gone with the start, before anything is asked.
      expect(incoming()).toEqual([]);
      const sent = await send(child.address, photo);
      expect(sent?.status).toBe(201);
      const { id } = JSON.parse(sent?.body ?? '{}') as { id: string };
      expect(JSON.parse((await send(child.address, photo))?.body ?? '{}')).toMatchObject({ id });
      expect(await world.rows()).toBe(rows + 1);
      const served = await world.get('worker', id);
      expect(served.status).toBe(200);
      expect(await sharp(served.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 640 });
      // The one that no row knows, and nothing else.
      expect(await world.platform.app.get(DocumentsUpkeep).run()).toBe(1);
      expect(world.blobs()).toHaveLength(await world.rows());
      expect((await world.get('worker', id)).bytes.equals(served.bytes)).toBe(true);
    } finally {
      child.process.kill('SIGTERM');
      await child.ended;
    }
  },
  LONG,
);
