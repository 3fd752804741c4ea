// Papers on their way in, over HTTP on the engine under test: who is turned away, and which files are.
import { request } from 'node:http';
import { toGlobalId } from '../platform/graphql/index.js';
import { heic, HTML, objectStream, PAGES, pdf, phonePhoto, pixelBomb, SVG } from '../platform/testing/papers.js';
import { PapersWorld } from '../testing/papers-world.js';

const LONG = 120_000;

let world: PapersWorld;
beforeAll(async () => {
  world = await PapersWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

describe('bringing a paper is refused to', () => {
  it('a visitor', async () => {
    expect(await world.bring('visitor', await phonePhoto())).toEqual({
      status: 401,
      body: { code: 'UNAUTHENTICATED' },
    });
  });

  it.each(['director', 'donor', 'companion', 'guardian'])(
    'a %s at a consent, and the audit remembers it',
    async (who) => {
      const before = await world.actions('access.refused');
      const answer = await world.bring(who, await phonePhoto());
      expect(answer).toEqual({ status: 403, body: { code: 'FORBIDDEN', permission: 'consent.record' } });
      expect(await world.actions('access.refused')).toBe(before + 1);
    },
  );

  it.each(['companion', 'donor', 'guardian'])('a %s at a card', async (who) => {
    expect((await world.bring(who, await phonePhoto(), world.onCard())).body).toEqual({
      code: 'FORBIDDEN',
      permission: 'volunteer.keepPapers',
    });
  });

  it('a worker of another office or agency, as for a pair that is not there', async () => {
    const missing = await world.bring('worker', await phonePhoto(), {
      subject: toGlobalId('Companionship', '01900000-0000-7000-8000-00000000beef'),
    });
    expect(missing).toEqual({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await world.bring('southern', await phonePhoto())).toEqual(missing);
    expect(await world.bring('southern', await phonePhoto(), world.onCard())).toEqual(missing);
    expect(await world.bring('stranger', await phonePhoto(), world.onCard())).toEqual(missing);
    expect(await world.bring('worker', await phonePhoto(), { subject: world.volunteer.id })).toEqual(missing);
  });

  it('whoever comes by a page of another site, or as a form', async () => {
    const photo = await phonePhoto();
    expect((await world.bring('worker', photo, { headers: { 'sec-fetch-site': 'cross-site' } })).body.code).toBe(
      'CROSS_SITE_REFUSED',
    );
    expect(
      (await world.bring('worker', photo, { headers: { 'content-type': 'multipart/form-data; boundary=x' } })).status,
    ).toBe(415);
    expect((await world.bring('worker', photo, { headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
    expect((await world.bring('worker', photo, { purpose: 'toString' })).body.code).toBe('PURPOSE_UNKNOWN');
  });
});

describe('a file is refused that', () => {
  const accepted = ['JPEG', 'PNG', 'WEBP', 'PDF'];
  it.each([
    ['is HTML under the name of a photo', () => HTML, 415, { code: 'FILE_KIND_REFUSED', accepted }],
    ['is a drawing with a script', () => SVG, 415, { code: 'FILE_KIND_REFUSED', accepted }],
    ['is a photo that only some phones can read', heic, 415, { code: 'FILE_KIND_REFUSED', accepted, found: 'HEIC' }],
    ['is empty', () => '', 422, { code: 'FILE_EMPTY' }],
    [
      'is a photo cut in the middle',
      async () => (await phonePhoto(640, 400)).subarray(0, 900),
      422,
      { code: 'IMAGE_UNREADABLE' },
    ],
    ['unpacks to too many pixels', pixelBomb, 422, { code: 'IMAGE_TOO_MANY_PIXELS', limit: 40 }],
    [
      'is a PDF with a script',
      () => pdf(...PAGES, '<< /S /JavaScript >>'),
      422,
      { code: 'PDF_ACTIVE', what: 'SCRIPT' },
    ],
    [
      'hides it in packed objects',
      () => pdf(...PAGES, objectStream('<< /S /Launch >>')),
      422,
      { code: 'PDF_ACTIVE', what: 'PROGRAM' },
    ],
    [
      'is a PDF of 21 MB',
      () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(21 * 1024 * 1024)]),
      413,
      { code: 'FILE_TOO_LARGE', limit: 20 * 1024 * 1024 },
    ],
    [
      'is a photo of 11 MB',
      async () => Buffer.concat([await phonePhoto(), Buffer.alloc(11 * 1024 * 1024)]),
      413,
      { code: 'FILE_TOO_LARGE', limit: 10 * 1024 * 1024 },
    ],
  ])('%s', async (_what, bytes, status, body) => {
    expect(await world.bring('worker', await bytes())).toEqual({ status, body });
  });

  it('leaves no row and no byte behind', async () => {
    expect(await world.rows()).toBe(1);
    expect(world.blobs()).toHaveLength(1);
  });

  it('is one too many at once', async () => {
    const { port, hostname } = new URL(world.platform.address);
    const path = `/files?for=${world.pair.id}&purpose=CONSENT_PAPER&name=a.jpg`;
    const headers = {
      'content-type': 'application/octet-stream',
      'x-tongxing-client': 'web',
      'content-length': '100000',
      cookie: world.cookieOf('worker'),
    };
    const photo = await phonePhoto();
    const slow = Array.from({ length: 3 }, () => {
      const line = request({ method: 'POST', hostname, port, path, headers });
      line.once('error', () => undefined);
      line.write(photo);
      return line;
    });
    let answer = await world.bring('worker', HTML);
    for (let tries = 0; answer.status === 415 && tries < 200; tries++) answer = await world.bring('worker', HTML);
    expect(answer).toEqual({ status: 503, body: { code: 'BUSY' } });
    expect((await world.bring('colleague', HTML)).status).toBe(415);
    await Promise.all(
      slow.map((line) => {
        const closed = new Promise((resolve) => line.once('close', resolve));
        line.destroy();
        return closed;
      }),
    );
    while (answer.status === 503) answer = await world.bring('worker', HTML);
  });

  it('breaks off on its way', async () => {
    const { port, hostname } = new URL(world.platform.address);
    const path = `/files?for=${world.pair.id}&purpose=CONSENT_PAPER&name=a.jpg`;
    const headers = {
      'content-type': 'application/octet-stream',
      'x-tongxing-client': 'web',
      'content-length': '100000',
      cookie: world.cookieOf('worker'),
    };
    const photo = await phonePhoto();
    for (let round = 0; round < 5; round++) {
      const line = request({ method: 'POST', hostname, port, path, headers });
      const broken = new Promise((resolve) => line.once('close', resolve));
      line.once('error', () => undefined);
      line.write(photo, () => line.destroy());
      await broken;
    }
    // More of them than one person may send at once: none keeps its slot.
    const whole = await world.bring('worker', await phonePhoto(33, 22));
    expect(whole.status).toBe(201);
    expect((await world.get('worker', whole.body.id ?? '', 'DELETE')).status).toBe(204);
    expect(world.blobs()).toHaveLength(1);
  });
});
