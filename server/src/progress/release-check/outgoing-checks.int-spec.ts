// Before something leaves: what is marked in texts, documents and photos, who has to look, and that none of it is kept.
import { strToU8, zipSync } from 'fflate';
import { toBuffer } from 'qrcode';
import sharp from 'sharp';
import { Database } from '../../platform/database/index.js';
import { CardWorld } from '../../testing/released-card.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';

const LONG = 120_000;
const LETTER = '雨桐这学期在河边小学上台了，打 138-0013-8000 就能找到陈大山。';
const HEADERS = { 'x-tongxing-client': 'web', 'content-type': 'application/octet-stream' };

interface Answer {
  readonly code?: string;
  readonly marks: number | readonly { readonly kind: string; readonly instead: string }[];
  readonly form: string;
  readonly text: string;
  readonly codes: readonly { readonly format: string; readonly leadsTo: string }[];
  readonly check?: { readonly own: boolean; readonly done: boolean; readonly checkedBy: string };
}

let platform: TestApp;
let world: CardWorld;
let worker: TestClient;
let reader: TestClient;
let stranger: TestClient;
beforeAll(async () => {
  platform = await startTestApp();
  world = await CardWorld.open(platform, 'sending');
  const elsewhere = await addAgency(platform.app, 'elsewhere');
  const identifier = 'worker@elsewhere.example';
  await addPerson(platform.app, elsewhere, { name: '远', roles: ['SOCIAL_WORKER'], identifier });
  const signedIn = async (name: string) => {
    const client = platform.client();
    await client.signIn(name, TEST_PASSWORD);
    return client;
  };
  worker = await signedIn('worker@sending.example');
  reader = await signedIn('reader@sending.example');
  stranger = await signedIn(identifier);
}, LONG);
afterAll(() => platform.stop());

async function check(client: TestClient, body: Buffer | string, asked: Readonly<Record<string, string>>) {
  const query = new URLSearchParams({ audience: 'DONOR', ...asked }).toString();
  const response = await client.fetch(`/files/checks?${query}`, {
    method: 'POST',
    headers: HEADERS,
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, said: (await response.json()) as Answer };
}
const kinds = ({ said }: { readonly said: Answer }): readonly string[] =>
  typeof said.marks === 'number' ? [] : said.marks.map(({ kind }) => kind);
const about = () => ({ child: world.childGlobalId });

const document = (body: string, more: Readonly<Record<string, Uint8Array>> = {}): Buffer =>
  Buffer.from(zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`), ...more }));
const line = (...runs: string[]) => `<w:p>${runs.map((run) => `<w:r><w:t>${run}</w:t></w:r>`).join('')}</w:p>`;

describe('the door', () => {
  it('is closed to whoever does not work with children, and from other sites', async () => {
    expect((await check(platform.client(), LETTER, {})).status).toBe(401);
    expect((await check(world.donor, LETTER, {})).said.code).toBe('FORBIDDEN');
    const bare = await worker.fetch('/files/checks?audience=DONOR', { method: 'POST', body: LETTER });
    expect(bare.status).toBe(403);
    expect((await check(worker, LETTER, { audience: 'EVERYBODY' })).said.code).toBe('AUDIENCE_UNKNOWN');
  });

  it('knows no child of another agency, and none that is not there', async () => {
    expect((await check(stranger, LETTER, about())).said).toEqual({ code: 'NOT_FOUND' });
    expect((await check(worker, LETTER, { child: 'nothing' })).said).toEqual({ code: 'NOT_FOUND' });
  });

  it('refuses what it cannot read whole', async () => {
    expect((await check(worker, '%PDF-1.7 …', {})).said.code).toBe('PDF_NOT_READ');
    expect((await check(worker, Buffer.from([0, 1, 2, 3]), {})).said.code).toBe('FORM_UNKNOWN');
    expect((await check(worker, Buffer.from('PK\x03\x04 not really'), {})).said.code).toBe('FORM_UNKNOWN');
    expect((await check(worker, '好'.repeat(30_001), {})).said.code).toBe('TEXT_TOO_LONG');
    expect((await check(worker, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), {})).said.code).toBe('UNREADABLE');
  });
});

describe('what is marked', () => {
  it('in a letter: the child, the family, the school, the phone', async () => {
    const looked = await check(worker, LETTER, about());
    expect(kinds(looked)).toEqual(['NAME', 'SCHOOL', 'PHONE', 'NAME']);
    expect(looked.said).toMatchObject({ form: 'TEXT', codes: [] });
    expect(looked.said.check).toBeUndefined();
  });

  it('in a document: words cut into runs, the foot, a hidden link, who is named as its author, a code in a photo', async () => {
    const sign = await toBuffer('https://example.org/album/42', { width: 300 });
    const file = document(line('陈雨', '桐画了一条河。'), {
      'word/footer1.xml': strToU8(`<w:ftr>${line('电话 13800138000')}</w:ftr>`),
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships><Relationship Target="https://pan.example.com/s/1" TargetMode="External"/></Relationships>',
      ),
      'docProps/core.xml': strToU8('<cp:coreProperties><dc:creator>陈大山</dc:creator></cp:coreProperties>'),
      'word/media/image1.png': new Uint8Array(sign),
    });
    const looked = await check(worker, file, about());
    expect(kinds(looked)).toEqual(['NAME', 'PHONE', 'URL', 'NAME']);
    expect(looked.said).toMatchObject({
      form: 'DOCUMENT',
      codes: [{ format: 'QRCode', leadsTo: 'https://example.org/album/42' }],
    });
  });

  it('in a photo: where its codes lead', async () => {
    const sign = await toBuffer('https://example.org/album/42', { width: 300 });
    const photo = await sharp(sign).rotate(12, { background: '#fff' }).jpeg().toBuffer();
    const { said } = await check(worker, photo, {});
    expect(said).toMatchObject({ form: 'PICTURE', text: '', codes: [{ leadsTo: 'https://example.org/album/42' }] });
    const unread = await check(worker, photo, { seen: '0' });
    expect([unread.status, unread.said]).toEqual([422, { code: 'MARKS_UNREAD', marks: 1 }]);
  });
});

describe('the look', () => {
  it('counts once every mark was seen, and for a donor only with a second person', async () => {
    expect((await check(worker, LETTER, { ...about(), seen: '3' })).said).toEqual({ code: 'MARKS_UNREAD', marks: 4 });
    const first = await check(worker, LETTER, { ...about(), seen: '4' });
    expect(first.said.check).toMatchObject({ own: true, done: false });
    expect((await check(worker, LETTER, { ...about(), seen: '4' })).said.check).toMatchObject({ done: false });
    const found = await check(reader, LETTER, about());
    expect(found.said.check).toMatchObject({ own: false, done: false, checkedBy: 'worker' });
    const second = await check(reader, LETTER, { ...about(), seen: '4' });
    expect(second.said.check).toMatchObject({ own: false, done: true });
  });

  it('is of these very words, for this audience and this child', async () => {
    expect((await check(worker, `${LETTER}！`, about())).said.check).toBeUndefined();
    expect((await check(worker, LETTER, { ...about(), audience: 'PUBLIC' })).said.check).toBeUndefined();
    expect((await check(worker, LETTER, {})).said.check).toBeUndefined();
  });

  it('of one is enough for the family itself', async () => {
    const { said } = await check(worker, '谢谢你们来。', { ...about(), audience: 'FAMILY', seen: '0' });
    expect(said.check).toMatchObject({ own: true, done: true });
  });

  it('is listed for colleagues, not for others, and remembered without a word of what was looked at', async () => {
    const list = '{ releaseChecks { form audience marks checkedBy own done } }';
    interface List {
      readonly releaseChecks: readonly object[];
    }
    expect((await reader.data<List>(list)).releaseChecks).toEqual([
      { form: 'TEXT', audience: 'FAMILY', marks: 0, checkedBy: 'worker', own: false, done: true },
      { form: 'TEXT', audience: 'DONOR', marks: 4, checkedBy: 'worker', own: false, done: true },
    ]);
    expect((await stranger.data<List>(list)).releaseChecks).toEqual([]);
    expect((await world.donor.graphql(list)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const database = platform.app.get(Database);
    const rows = JSON.stringify(await database.read('SELECT * FROM release_check', []));
    expect(rows).not.toMatch(/雨桐|138|河边/);
    const sql = "SELECT action FROM audit_event WHERE agencyId = ? AND action LIKE 'release.%' ORDER BY sequence";
    const told = await database.read<{ action: string }>(sql, [world.agencyId]);
    expect(told.map(({ action }) => action)).toEqual(['release.checked', 'release.checkedAgain', 'release.checked']);
  });
});
