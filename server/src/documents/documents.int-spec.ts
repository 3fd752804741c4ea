// Papers that are kept, over HTTP on the engine under test: who reads them, how they lie there, when they go.
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { MARKER, PAGES, pdf, phonePhoto, polyglot } from '../platform/testing/papers.js';
import { PapersWorld, type Answer } from '../testing/papers-world.js';
import { StoredFile } from './stored-file.entity.js';
import { DocumentsUpkeep } from './upkeep.js';

const LONG = 120_000;
const MISSING = toGlobalId('StoredFile', '01900000-0000-7000-8000-00000000beef');

let world: PapersWorld;
beforeAll(async () => {
  world = await PapersWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

describe('a photo of a consent', () => {
  let id: string;

  it('waits for the record, clean and under a plain name, and is one however often it is sent', async () => {
    const photo = Buffer.concat([await phonePhoto(), await polyglot()]);
    const answer = await world.bring('worker', photo, { name: '../../keys/app.key\u0000同意书.JPEG' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ kind: 'IMAGE', name: 'app.key同意书.jpg' });
    id = String(answer.body.id);
    expect((await world.bring('worker', photo)).body.id).toBe(id);
    expect(await world.rows()).toBe(2);
    const seen = await world.get('worker', id);
    expect(seen.status).toBe(200);
    const { exif, format, width, height } = await sharp(seen.bytes).metadata();
    expect([exif, format, width, height]).toEqual([undefined, 'jpeg', 200, 320]);
    for (const text of [MARKER, '<script>', 'TestPhone']) expect(seen.bytes.includes(Buffer.from(text))).toBe(false);
  });

  it('is until then nobody else’s, nor anybody else’s to attach', async () => {
    expect((await world.get('colleague', id)).status).toBe(404);
    expect((await world.get('director', id)).status).toBe(404);
    expect((await world.record('colleague', [id])).fields).toEqual([{ field: 'paperIds', code: 'NOT_FOUND' }]);
    expect((await world.record('worker', [MISSING])).fields).toEqual([{ field: 'paperIds', code: 'NOT_FOUND' }]);
    expect((await world.record('worker', [id, id, id, id])).fields).toEqual([{ field: 'paperIds', code: 'TOO_MANY' }]);
  });

  it('stands behind the consent once it is recorded, for the case team', async () => {
    const second = await world.bring('worker', pdf(...PAGES), { name: '服务协议.pdf' });
    const outcome = await world.record('worker', [id, String(second.body.id)]);
    expect(outcome.consent.papers.map(({ name }) => name)).toEqual(['app.key同意书.jpg', '服务协议.pdf']);
    for (const who of ['worker', 'colleague', 'director']) expect((await world.get(who, id)).status).toBe(200);
    expect((await world.record('worker', [id])).fields).toEqual([{ field: 'paperIds', code: 'NOT_FOUND' }]);
    expect((await world.get('worker', id, 'DELETE')).status).toBe(409);
  });

  it('may come later than the consent, up to three, to the one that stands and to no other', async () => {
    const first = (
      await world.ask<{ companionship: { consent: { id: string; papers: { id: string }[] } } }>(
        'worker',
        'query ($id: ID!) { companionship(id: $id) { consent { id papers { id } } } }',
        { id: world.pair.id },
      )
    ).companionship.consent;
    const page = (number: number) => pdf(...PAGES, `(late ${number})`);
    const missing = { status: 404, body: { code: 'NOT_FOUND' } };
    expect(await world.bring('southern', page(3), { record: first.id })).toEqual(missing);
    expect(await world.bring('worker', page(3), { record: toGlobalId('Consent', 'x') })).toEqual(missing);
    expect((await world.bring('director', page(3), { record: first.id })).status).toBe(403);
    const late = await world.bring('worker', page(3), { record: first.id });
    expect(late.status).toBe(201);
    expect((await world.bring('worker', page(3), { record: first.id })).body.id).toBe(late.body.id);
    expect((await world.get('colleague', String(late.body.id))).status).toBe(200);
    expect((await world.bring('worker', page(4), { record: first.id })).body).toEqual({
      code: 'TOO_MANY_FILES',
      limit: 3,
    });
    expect((await world.record('worker', [])).__typename).toBe('Companionship');
    expect(await world.bring('worker', page(5), { record: first.id })).toEqual(missing);
  });

  it('is, to all others, no other answer than a file that is not there', async () => {
    for (const who of ['southern', 'stranger']) {
      const [hidden, missing] = [await world.get(who, id), await world.get(who, MISSING)];
      expect([hidden.status, hidden.bytes.toString()]).toEqual([404, '{"code":"NOT_FOUND"}']);
      expect(missing.bytes.equals(hidden.bytes)).toBe(true);
      expect((await world.get(who, id, 'DELETE')).bytes.equals(hidden.bytes)).toBe(true);
    }
    // A companion has papers of their own to read, of what they learned elsewhere; the others have none at all.
    for (const [who, status] of [
      ['companion', 404],
      ['guardian', 403],
      ['donor', 403],
    ] as const) {
      const [hidden, missing] = [await world.get(who, id), await world.get(who, MISSING)];
      expect([hidden.status, missing.status]).toEqual([status, status]);
      expect(missing.bytes.equals(hidden.bytes)).toBe(true);
    }
    expect((await world.get('visitor', id)).status).toBe(401);
    expect((await world.get('worker', 'x')).status).toBe(404);
  });

  it('is given out mute, private, and not before that is written down', async () => {
    const before = await world.actions('paper.opened');
    const { headers } = await world.get('director', id);
    expect(await world.actions('paper.opened')).toBe(before + 1);
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
    const { body } = await world.bring('worker', marked, world.onCard({ name: `${MARKER}.pdf` }));
    const whole = await world.get('worker', String(body.id));
    expect(whole.bytes.equals(marked)).toBe(true);
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; /);
    for (const path of world.blobs()) expect(readFileSync(path).includes(Buffer.from(MARKER))).toBe(false);
    const stored = await world.platform.app.get(Database).repository(StoredFile).find();
    expect(JSON.stringify(stored)).not.toContain(MARKER);
    const path = world
      .blobs()
      .find(
        (one) =>
          stored.find(({ blob }) => one.endsWith(blob))?.kind === 'PDF' &&
          readFileSync(one).length === marked.length + 16,
      );
    const sealed = readFileSync(path ?? '');
    sealed[10] = (sealed[10] ?? 0) ^ 1;
    writeFileSync(path ?? '', sealed);
    await expect(world.get('worker', String(body.id))).rejects.toThrow();
  });
});

describe('who has opened papers', () => {
  const READERS = `query ($id: ID!) { fileReaders(subjectId: $id, first: 50) { edges { node { readerName paper inList } } } }`;
  type Readers = { fileReaders: { edges: { node: { readerName: string; paper: string | null } }[] } | null };
  const papersOpened = async (who: string, id: string) =>
    (await world.ask<Readers>(who, READERS, { id })).fileReaders?.edges
      .map(({ node }) => node)
      .filter(({ paper }) => paper !== null);

  it('is no stranger’s to ask', async () => {
    for (const who of ['southern', 'stranger', 'colleague']) {
      for (const id of [world.pair.child, world.volunteer.id]) expect(await papersOpened(who, id)).toBeUndefined();
    }
  });

  it('stands among the readers of the child and of the volunteer, each with their own papers only', async () => {
    const { body } = await world.bring('worker', await phonePhoto(41, 31), world.onCard());
    await world.get('director', String(body.id));
    const opened = { readerName: 'director', inList: false };
    for (const who of ['auditor', 'director', 'worker']) {
      const ofVolunteer = await papersOpened(who, world.volunteer.id);
      expect(ofVolunteer?.[0]).toEqual({ ...opened, paper: 'TRAINING_CERTIFICATE' });
      expect(new Set(ofVolunteer?.map(({ paper }) => paper))).toEqual(new Set(['TRAINING_CERTIFICATE']));
      const ofChild = await papersOpened(who, world.pair.child);
      expect(ofChild?.length).toBeGreaterThan(3);
      expect(ofChild).toContainEqual({ ...opened, paper: 'CONSENT_PAPER' });
      expect(new Set(ofChild?.map(({ paper }) => paper))).toEqual(new Set(['CONSENT_PAPER']));
    }
    await world.get('worker', String(body.id), 'DELETE');
  });
});

describe('papers on a card', () => {
  const CARD = '{ volunteers(first: 1) { edges { node { papers { id name purpose kind } } } } }';
  const PAPERS = 'query ($id: ID!) { volunteer(id: $id) { papers { id name purpose kind } } }';
  type Papers = { volunteer: { papers: readonly { id: string; name: string; purpose: string }[] } | null };

  it('are kept at once, shown to the team of the office, and taken off again', async () => {
    const { body } = await world.bring('colleague', await phonePhoto(64, 48), world.onCard({ name: '结业证.png' }));
    const { volunteer: shown } = await world.ask<Papers>('worker', PAPERS, { id: world.volunteer.id });
    expect(shown?.papers.at(-1)).toEqual({
      id: body.id,
      name: '结业证.jpg',
      purpose: 'TRAINING_CERTIFICATE',
      kind: 'IMAGE',
    });
    expect((await world.ask<Papers>('southern', PAPERS, { id: world.volunteer.id })).volunteer).toBeNull();
    expect(JSON.stringify(await world.ask('southern', CARD, {}))).not.toContain('结业证');
    expect((await world.get('southern', String(body.id), 'DELETE')).status).toBe(404);
    expect((await world.get('worker', String(body.id), 'DELETE')).status).toBe(204);
    expect((await world.get('worker', String(body.id))).status).toBe(404);
    expect(await world.actions('paper.removed')).toBe(2);
  });

  it('are at most twenty', async () => {
    let last: Answer | undefined;
    for (let page = 0; page < 20; page++)
      last = await world.bring('worker', pdf(...PAGES, `(page ${page})`), world.onCard());
    expect(last).toEqual({ status: 409, body: { code: 'TOO_MANY_FILES', limit: 20 } });
  });
});

describe('what stays behind is swept:', () => {
  it('papers that nobody attached for a day, and bytes that no row knows', async () => {
    const { body } = await world.bring('worker', await phonePhoto(50, 40));
    const folder = join(world.folder, 'ef', 'ef');
    mkdirSync(folder, { recursive: true });
    const orphan = join(folder, 'ef'.repeat(16));
    writeFileSync(orphan, 'left by a process that died');
    const kept = world.blobs().length;
    expect(await world.platform.app.get(DocumentsUpkeep).run()).toBe(0);
    const old = world.platform.clock.now().getTime() / 1000 - 90 * 60;
    utimesSync(orphan, old, old);
    expect(await world.platform.app.get(DocumentsUpkeep).run()).toBe(1);
    world.platform.clock.advance(25 * 3_600_000);
    for (const path of world.blobs()) utimesSync(path, old, old);
    expect(await world.platform.app.get(DocumentsUpkeep).run()).toBe(2);
    expect(world.blobs()).toHaveLength(kept - 2);
    expect((await world.get('worker', String(body.id))).status).toBe(404);
  });

  it('and papers of somebody who is erased, with the key that opened them', async () => {
    const files = world.platform.app.get(Database).repository(StoredFile);
    const of = await files.findBy({ subjectType: 'Volunteer', purpose: 'TRAINING_CERTIFICATE' });
    expect(of.length).toBeGreaterThan(10);
    const end = `mutation ($i: EndCompanionshipInput!) { outcome: endCompanionship(input: $i) { __typename } }`;
    const pairs = await world.ask<{ companionships: { edges: { node: { id: string; version: number } }[] } }>(
      'worker',
      '{ companionships(first: 9) { edges { node { id version } } } }',
      {},
    );
    for (const { node } of pairs.companionships.edges) {
      const input = { companionshipId: node.id, version: node.version, reason: '搬家了', closingTalkOn: '2026-11-23' };
      await world.ask('worker', end, { i: input });
    }
    const erase = `mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename } }`;
    const input = { personId: world.volunteer.personId, reason: 'OWN_REQUEST', requestId: 'papers' };
    expect(await world.ask('director', erase, { i: input })).toEqual({ outcome: { __typename: 'PersonErased' } });
    const left = await files.findBy({ ownerId: of[0]?.ownerId ?? '' });
    expect(new Set(left.map(({ nameSealed, keySealed, digest }) => [nameSealed, keySealed, digest].join()))).toEqual(
      new Set(['erased,erased,']),
    );
    expect(left.every(({ removedAt }) => removedAt !== null)).toBe(true);
    expect((await world.bring('worker', await phonePhoto(), world.onCard())).status).toBe(404);
  });
});
