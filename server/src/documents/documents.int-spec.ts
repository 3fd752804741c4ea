// Papers over HTTP, on the engine under test: who is turned away, which files are, what is kept of the others and how.
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import sharp from 'sharp';
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';
import { Office } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { Pairs } from '../testing/disclosure/pairs.js';
import { People, type Reader } from '../testing/disclosure/people.js';
import {
  heic,
  HTML,
  MARKER,
  objectStream,
  PAGES,
  pdf,
  phonePhoto,
  pixelBomb,
  polyglot,
  SVG,
} from '../platform/testing/papers.js';
import { addAgency } from '../testing/staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { StoredFile } from './stored-file.entity.js';
import { DocumentsUpkeep } from './upkeep.js';

const LONG = 120_000;
const MISSING = toGlobalId('StoredFile', '01900000-0000-7000-8000-00000000beef');

let platform: TestApp;
let agencyId: AgencyId;
const readers = new Map<string, Reader>();
/** Opaque ids: a pair that waits for the family, with its version, and a volunteer, both of the northern office. */
let pair: { id: string; version: number; childPersonId: string };
let volunteer: { id: string; personId: string };

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await addAgency(app, '同路');
  const north = await addOffice('北站');
  const south = await addOffice('南站');
  const people = new People(app, agencyId, 'papers');
  const join = async (name: string, role: Reader['role'], officeId?: OfficeId) => {
    if (role) readers.set(name, await people.join({ name, role, officeId }));
  };
  await join('worker', 'SOCIAL_WORKER', north);
  await join('colleague', 'SUPERVISOR');
  await join('director', 'DIRECTOR');
  await join('southern', 'SOCIAL_WORKER', south);
  await join('donor', 'DONOR');
  const worker = await people.actor(reader('worker'));
  const pairs = new Pairs(app, agencyId, worker.personId, '139');
  const record = await pairs.addVolunteer('林青禾', 2, north);
  const companion = await people.join({ name: 'companion', role: 'VOLUNTEER', officeId: north }, record.personId);
  readers.set('companion', companion);
  const begun = await pairs.begin(worker, await people.actor(companion), await pairs.addChild('一', north), '一');
  readers.set('guardian', { ...companion, name: 'guardian', cookie: await pairs.guardianCookie(worker, begun) });
  const child = await pairs.addChild('二', north);
  const agreed = await pairs.agree(worker, await people.actor(companion), child, '二');
  const [row] = await app.get(Database).read<{ personId: string }>('SELECT personId FROM child WHERE id = ?', [child]);
  pair = { id: toGlobalId('Companionship', agreed.id), version: agreed.version, childPersonId: row?.personId ?? '' };
  volunteer = { id: toGlobalId('Volunteer', record.id), personId: toGlobalId('Person', record.personId) };
  const other = new People(app, await addAgency(app, '别处'), 'others');
  readers.set('stranger', await other.join({ name: 'stranger', role: 'DIRECTOR' }));
}, LONG);
afterAll(() => platform.stop());

async function addOffice(name: string): Promise<OfficeId> {
  const id = `0190000${name === '北站' ? 1 : 2}-0000-7000-8000-000000000000` as OfficeId;
  const office = {
    id,
    agencyId,
    name,
    areaCode: null,
    startsOn: '2026-01-01',
    endsOn: null,
    createdAt: platform.clock.nowIso(),
  };
  const system = { kind: 'system' as const, agencyId, name: 'test' };
  await platform.app.get(UnitOfWork).run(system, () => platform.app.get(Database).repository(Office).insert(office));
  return id;
}

function reader(name: string): Reader {
  const found = readers.get(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}
const cookieOf = (name: string) => (name === 'visitor' ? '' : reader(name).cookie);

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly id?: string; readonly path?: string } & Record<string, unknown>;
}
interface Sending {
  readonly purpose?: string;
  readonly subject?: string;
  readonly name?: string;
  readonly record?: string;
  readonly headers?: Record<string, string>;
}
async function bring(who: string, bytes: Uint8Array | string, sending: Sending = {}): Promise<Answer> {
  const { purpose = 'CONSENT_PAPER', subject = pair.id, name = '同意书.jpg', record, headers = {} } = sending;
  const query = new URLSearchParams({ for: subject, purpose, name, ...(record ? { record } : {}) });
  const response = await fetch(`${platform.address}/files?${query.toString()}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-tongxing-client': 'web',
      cookie: cookieOf(who),
      ...headers,
    },
    body: new Uint8Array(Buffer.from(bytes as Uint8Array)),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
const onCard = { purpose: 'TRAINING_CERTIFICATE' };
const card = (sending: Sending = {}): Sending => ({ ...onCard, subject: volunteer.id, ...sending });

async function get(who: string, id: string, method = 'GET') {
  const headers = { cookie: cookieOf(who), 'x-tongxing-client': 'web' };
  const response = await fetch(`${platform.address}/files/${id}`, { method, headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
async function ask<T>(who: string, query: string, variables: object): Promise<T> {
  const response = await fetch(`${platform.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookieOf(who) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}

const RECORD = `mutation ($i: RecordConsentInput!) { outcome: recordConsent(input: $i) { __typename
  ... on Companionship { version consent { id papers { id path name kind bytes } } }
  ... on InvalidInput { fields { field code } } } }`;
interface Recorded {
  readonly outcome: {
    readonly __typename: string;
    readonly version: number;
    readonly consent: {
      readonly id: string;
      readonly papers: readonly { readonly id: string; readonly name: string }[];
    };
    readonly fields?: readonly { readonly field: string; readonly code: string }[];
  };
}
async function record(who: string, paperIds: readonly string[]): Promise<Recorded['outcome']> {
  const word = { guardianName: '王芳', relation: '奶奶', method: 'SIGNATURE', serviceAgreementSignedOn: '2026-11-20' };
  const days = { givenOn: '2026-11-22', validUntil: '2027-11-21', childAnswer: 'YES', childAnsweredOn: '2026-11-22' };
  const input = { companionshipId: pair.id, version: pair.version, ...word, ...days, paperIds };
  const { outcome } = await ask<Recorded>(who, RECORD, { i: input });
  if (outcome.__typename === 'Companionship') pair.version = outcome.version;
  return outcome;
}

const actions = (action: string) => platform.app.get(Database).repository(AuditEvent).countBy({ agencyId, action });
const rows = () => platform.app.get(Database).repository(StoredFile).count();
const dataDir = () => platform.environment['DATA_DIR'] ?? '';
const blobs = (): string[] => {
  const folder = join(dataDir(), 'files');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

describe('bringing a paper is refused to', () => {
  it('a visitor', async () => {
    expect(await bring('visitor', await phonePhoto())).toEqual({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  });

  it.each(['director', 'donor', 'companion', 'guardian'])(
    'a %s at a consent, and the audit remembers it',
    async (who) => {
      const before = await actions('access.refused');
      const answer = await bring(who, await phonePhoto());
      expect(answer).toEqual({ status: 403, body: { code: 'FORBIDDEN', permission: 'consent.record' } });
      expect(await actions('access.refused')).toBe(before + 1);
    },
  );

  it.each(['companion', 'donor', 'guardian'])('a %s at a card', async (who) => {
    expect((await bring(who, await phonePhoto(), card())).body).toEqual({
      code: 'FORBIDDEN',
      permission: 'volunteer.keepPapers',
    });
  });

  it('a worker of another office or agency, as for a pair that is not there', async () => {
    const missing = await bring('worker', await phonePhoto(), {
      subject: toGlobalId('Companionship', '01900000-0000-7000-8000-00000000beef'),
    });
    expect(missing).toEqual({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await bring('southern', await phonePhoto())).toEqual(missing);
    expect(await bring('southern', await phonePhoto(), card())).toEqual(missing);
    expect(await bring('stranger', await phonePhoto(), card())).toEqual(missing);
    expect(await bring('worker', await phonePhoto(), { subject: volunteer.id })).toEqual(missing);
  });

  it('whoever comes by a page of another site, or as a form', async () => {
    const photo = await phonePhoto();
    expect((await bring('worker', photo, { headers: { 'sec-fetch-site': 'cross-site' } })).body.code).toBe(
      'CROSS_SITE_REFUSED',
    );
    expect(
      (await bring('worker', photo, { headers: { 'content-type': 'multipart/form-data; boundary=x' } })).status,
    ).toBe(415);
    expect((await bring('worker', photo, { headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
    expect((await bring('worker', photo, { purpose: 'toString' })).body.code).toBe('PURPOSE_UNKNOWN');
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
    expect(await bring('worker', await bytes())).toEqual({ status, body });
  });

  it('leaves no row and no byte behind', async () => {
    expect(await rows()).toBe(1);
    expect(blobs()).toHaveLength(1);
  });

  it('is one too many at once', async () => {
    const { port, hostname } = new URL(platform.address);
    const path = `/files?for=${pair.id}&purpose=CONSENT_PAPER&name=a.jpg`;
    const headers = {
      'content-type': 'application/octet-stream',
      'x-tongxing-client': 'web',
      'content-length': '100000',
      cookie: cookieOf('worker'),
    };
    const photo = await phonePhoto();
    const slow = Array.from({ length: 3 }, () => {
      const line = request({ method: 'POST', hostname, port, path, headers });
      line.once('error', () => undefined);
      line.write(photo);
      return line;
    });
    let answer = await bring('worker', HTML);
    for (let tries = 0; answer.status === 415 && tries < 200; tries++) answer = await bring('worker', HTML);
    expect(answer).toEqual({ status: 503, body: { code: 'BUSY' } });
    expect((await bring('colleague', HTML)).status).toBe(415);
    await Promise.all(
      slow.map((line) => {
        const closed = new Promise((resolve) => line.once('close', resolve));
        line.destroy();
        return closed;
      }),
    );
    while (answer.status === 503) answer = await bring('worker', HTML);
  });

  it('breaks off on its way', async () => {
    const { port, hostname } = new URL(platform.address);
    const path = `/files?for=${pair.id}&purpose=CONSENT_PAPER&name=a.jpg`;
    const headers = {
      'content-type': 'application/octet-stream',
      'x-tongxing-client': 'web',
      'content-length': '100000',
      cookie: cookieOf('worker'),
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
    const whole = await bring('worker', await phonePhoto(33, 22));
    expect(whole.status).toBe(201);
    expect((await get('worker', whole.body.id ?? '', 'DELETE')).status).toBe(204);
    expect(blobs()).toHaveLength(1);
  });
});

describe('a photo of a consent', () => {
  let id: string;

  it('waits for the record, clean and under a plain name, and is one however often it is sent', async () => {
    const photo = Buffer.concat([await phonePhoto(), await polyglot()]);
    const answer = await bring('worker', photo, { name: '../../keys/app.key\u0000同意书.JPEG' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ kind: 'IMAGE', name: 'app.key同意书.jpg' });
    id = String(answer.body.id);
    expect((await bring('worker', photo)).body.id).toBe(id);
    expect(await rows()).toBe(3);
    const seen = await get('worker', id);
    expect(seen.status).toBe(200);
    const { exif, format, width, height } = await sharp(seen.bytes).metadata();
    expect([exif, format, width, height]).toEqual([undefined, 'jpeg', 200, 320]);
    for (const text of [MARKER, '<script>', 'TestPhone']) expect(seen.bytes.includes(Buffer.from(text))).toBe(false);
  });

  it('is until then nobody else’s, nor anybody else’s to attach', async () => {
    expect((await get('colleague', id)).status).toBe(404);
    expect((await get('director', id)).status).toBe(404);
    expect((await record('colleague', [id])).fields).toEqual([{ field: 'paperIds', code: 'NOT_FOUND' }]);
    expect((await record('worker', [MISSING])).fields).toEqual([{ field: 'paperIds', code: 'NOT_FOUND' }]);
    expect((await record('worker', [id, id, id, id])).fields).toEqual([{ field: 'paperIds', code: 'TOO_MANY' }]);
  });

  it('stands behind the consent once it is recorded, for the case team', async () => {
    const second = await bring('worker', pdf(...PAGES), { name: '服务协议.pdf' });
    const outcome = await record('worker', [id, String(second.body.id)]);
    expect(outcome.consent.papers.map(({ name }) => name)).toEqual(['app.key同意书.jpg', '服务协议.pdf']);
    for (const who of ['worker', 'colleague', 'director']) expect((await get(who, id)).status).toBe(200);
    expect((await record('worker', [id])).fields).toEqual([{ field: 'paperIds', code: 'NOT_FOUND' }]);
    expect((await get('worker', id, 'DELETE')).status).toBe(409);
  });

  it('may come later than the consent, up to three, to the one that stands and to no other', async () => {
    const first = (
      await ask<{ companionship: { consent: { id: string; papers: { id: string }[] } } }>(
        'worker',
        'query ($id: ID!) { companionship(id: $id) { consent { id papers { id } } } }',
        { id: pair.id },
      )
    ).companionship.consent;
    const page = (number: number) => pdf(...PAGES, `(late ${number})`);
    const missing = { status: 404, body: { code: 'NOT_FOUND' } };
    expect(await bring('southern', page(3), { record: first.id })).toEqual(missing);
    expect(await bring('worker', page(3), { record: toGlobalId('Consent', 'x') })).toEqual(missing);
    expect((await bring('director', page(3), { record: first.id })).status).toBe(403);
    const late = await bring('worker', page(3), { record: first.id });
    expect(late.status).toBe(201);
    expect((await bring('worker', page(3), { record: first.id })).body.id).toBe(late.body.id);
    expect((await get('colleague', String(late.body.id))).status).toBe(200);
    expect((await bring('worker', page(4), { record: first.id })).body).toEqual({ code: 'TOO_MANY_FILES', limit: 3 });
    expect((await record('worker', [])).__typename).toBe('Companionship');
    expect(await bring('worker', page(5), { record: first.id })).toEqual(missing);
  });

  it('is, to all others, no other answer than a file that is not there', async () => {
    for (const who of ['southern', 'stranger']) {
      const [hidden, missing] = [await get(who, id), await get(who, MISSING)];
      expect([hidden.status, hidden.bytes.toString()]).toEqual([404, '{"code":"NOT_FOUND"}']);
      expect(missing.bytes.equals(hidden.bytes)).toBe(true);
      expect((await get(who, id, 'DELETE')).bytes.equals(hidden.bytes)).toBe(true);
    }
    for (const who of ['companion', 'guardian', 'donor']) {
      const [hidden, missing] = [await get(who, id), await get(who, MISSING)];
      expect([hidden.status, missing.status]).toEqual([403, 403]);
      expect(missing.bytes.equals(hidden.bytes)).toBe(true);
    }
    expect((await get('visitor', id)).status).toBe(401);
    expect((await get('worker', 'x')).status).toBe(404);
  });

  it('is given out mute, private, and not before that is written down', async () => {
    const before = await actions('paper.opened');
    const { headers } = await get('director', id);
    expect(await actions('paper.opened')).toBe(before + 1);
    const heads = [
      'content-type',
      'x-content-type-options',
      'cache-control',
      'content-disposition',
      'content-security-policy',
    ];
    expect(heads.map((name) => headers.get(name))).toEqual([
      'image/jpeg',
      'nosniff',
      'private, no-store',
      `inline; filename*=UTF-8''app.key${encodeURIComponent('同意书')}.jpg`,
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ]);
  });

  it('lies sealed on the disk, and does not open once a bit is changed', async () => {
    const marked = pdf(...PAGES, `<< /Note (${MARKER}) >>`);
    const { body } = await bring('worker', marked, card({ name: `${MARKER}.pdf` }));
    const whole = await get('worker', String(body.id));
    expect(whole.bytes.equals(marked)).toBe(true);
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; /);
    for (const path of blobs()) expect(readFileSync(path).includes(Buffer.from(MARKER))).toBe(false);
    const stored = await platform.app.get(Database).repository(StoredFile).find();
    expect(JSON.stringify(stored)).not.toContain(MARKER);
    const path = blobs().find(
      (one) =>
        stored.find(({ blob }) => one.endsWith(blob))?.kind === 'PDF' &&
        readFileSync(one).length === marked.length + 16,
    );
    const sealed = readFileSync(path ?? '');
    sealed[10] = (sealed[10] ?? 0) ^ 1;
    writeFileSync(path ?? '', sealed);
    await expect(get('worker', String(body.id))).rejects.toThrow();
  });
});

describe('papers on a card', () => {
  const CARD = '{ volunteers(first: 1) { edges { node { papers { id name purpose kind } } } } }';
  const PAPERS = 'query ($id: ID!) { volunteer(id: $id) { papers { id name purpose kind } } }';
  type Papers = { volunteer: { papers: readonly { id: string; name: string; purpose: string }[] } | null };

  it('are kept at once, shown to the team of the office, and taken off again', async () => {
    const { body } = await bring('colleague', await phonePhoto(64, 48), card({ name: '结业证.png' }));
    const { volunteer: shown } = await ask<Papers>('worker', PAPERS, { id: volunteer.id });
    expect(shown?.papers.at(-1)).toEqual({
      id: body.id,
      name: '结业证.jpg',
      purpose: 'TRAINING_CERTIFICATE',
      kind: 'IMAGE',
    });
    expect((await ask<Papers>('southern', PAPERS, { id: volunteer.id })).volunteer).toBeNull();
    expect(JSON.stringify(await ask('southern', CARD, {}))).not.toContain('结业证');
    expect((await get('southern', String(body.id), 'DELETE')).status).toBe(404);
    expect((await get('worker', String(body.id), 'DELETE')).status).toBe(204);
    expect((await get('worker', String(body.id))).status).toBe(404);
    expect(await actions('paper.removed')).toBe(2);
  });

  it('are at most twenty', async () => {
    let last: Answer | undefined;
    for (let page = 0; page < 20; page++) last = await bring('worker', pdf(...PAGES, `(page ${page})`), card());
    expect(last).toEqual({ status: 409, body: { code: 'TOO_MANY_FILES', limit: 20 } });
  });
});

describe('what stays behind is swept:', () => {
  it('papers that nobody attached for a day, and bytes that no row knows', async () => {
    const { body } = await bring('worker', await phonePhoto(50, 40));
    const folder = join(dataDir(), 'files', 'ef', 'ef');
    mkdirSync(folder, { recursive: true });
    const orphan = join(folder, 'ef'.repeat(16));
    writeFileSync(orphan, 'left by a process that died');
    const kept = blobs().length;
    expect(await platform.app.get(DocumentsUpkeep).run()).toBe(0);
    const old = platform.clock.now().getTime() / 1000 - 90 * 60;
    utimesSync(orphan, old, old);
    expect(await platform.app.get(DocumentsUpkeep).run()).toBe(1);
    platform.clock.advance(25 * 3_600_000);
    for (const path of blobs()) utimesSync(path, old, old);
    expect(await platform.app.get(DocumentsUpkeep).run()).toBe(2);
    expect(blobs()).toHaveLength(kept - 2);
    expect((await get('worker', String(body.id))).status).toBe(404);
  });

  it('and papers of somebody who is erased, with the key that opened them', async () => {
    const files = platform.app.get(Database).repository(StoredFile);
    const of = await files.findBy({ subjectType: 'Volunteer', purpose: 'TRAINING_CERTIFICATE' });
    expect(of.length).toBeGreaterThan(10);
    const end = `mutation ($i: EndCompanionshipInput!) { outcome: endCompanionship(input: $i) { __typename } }`;
    const pairs = await ask<{ companionships: { edges: { node: { id: string; version: number } }[] } }>(
      'worker',
      '{ companionships(first: 9) { edges { node { id version } } } }',
      {},
    );
    for (const { node } of pairs.companionships.edges) {
      const input = { companionshipId: node.id, version: node.version, reason: '搬家了', closingTalkOn: '2026-11-23' };
      await ask('worker', end, { i: input });
    }
    const erase = `mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename } }`;
    const input = { personId: volunteer.personId, reason: 'OWN_REQUEST', requestId: 'papers' };
    expect(await ask('director', erase, { i: input })).toEqual({ outcome: { __typename: 'PersonErased' } });
    const left = await files.findBy({ ownerId: of[0]?.ownerId ?? '' });
    expect(new Set(left.map(({ nameSealed, keySealed, digest }) => [nameSealed, keySealed, digest].join()))).toEqual(
      new Set(['erased,erased,']),
    );
    expect(left.every(({ removedAt }) => removedAt !== null)).toBe(true);
    expect((await bring('worker', await phonePhoto(), card())).status).toBe(404);
  });
});
