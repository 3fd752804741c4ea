// A small world in which papers are brought in over HTTP: two offices, everybody's roles, a pair that waits for the
// family and a volunteer, both of the northern office.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';
import { Office } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { Pairs } from './disclosure/pairs.js';
import { People, type Reader } from './disclosure/people.js';
import { addAgency } from './staff.js';
import { startTestApp, type TestApp } from './test-app.js';

export interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly id?: string; readonly path?: string } & Record<string, unknown>;
}
export interface Sending {
  readonly purpose?: string;
  readonly subject?: string;
  readonly name?: string;
  readonly record?: string;
  readonly headers?: Record<string, string>;
}
const RECORD = `mutation ($i: RecordConsentInput!) { outcome: recordConsent(input: $i) { __typename
  ... on Companionship { version consent { id papers { id path name kind bytes } } }
  ... on InvalidInput { fields { field code } } } }`;
export interface Recorded {
  readonly __typename: string;
  readonly version: number;
  readonly consent: {
    readonly id: string;
    readonly papers: readonly { readonly id: string; readonly name: string }[];
  };
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}

export class PapersWorld {
  private constructor(
    readonly platform: TestApp,
    readonly agencyId: AgencyId,
    private readonly readers: ReadonlyMap<string, Reader>,
    /** Opaque id of a pair that waits for the family; with its version, and the child. */
    readonly pair: { readonly id: string; version: number; readonly child: string },
    readonly volunteer: { readonly id: string; readonly personId: string },
  ) {}

  static async start(): Promise<PapersWorld> {
    const platform = await startTestApp();
    const { app } = platform;
    const agencyId = await addAgency(app, '同路');
    const [north, south] = [
      await addOffice(platform, agencyId, '北站', 1),
      await addOffice(platform, agencyId, '南站', 2),
    ];
    const people = new People(app, agencyId, 'papers');
    const readers = new Map<string, Reader>();
    const enter = async (name: string, role: NonNullable<Reader['role']>, officeId?: OfficeId) => {
      const reader = await people.join({ name, role, officeId });
      readers.set(name, reader);
      return reader;
    };
    const asked = await enter('worker', 'SOCIAL_WORKER', north);
    await enter('colleague', 'SUPERVISOR');
    await enter('director', 'DIRECTOR');
    await enter('auditor', 'AUDITOR');
    await enter('southern', 'SOCIAL_WORKER', south);
    await enter('donor', 'DONOR');
    const worker = await people.actor(asked);
    const pairs = new Pairs(app, agencyId, worker.personId, '139');
    const record = await pairs.addVolunteer('林青禾', 2, north);
    const companion = await people.join({ name: 'companion', role: 'VOLUNTEER', officeId: north }, record.personId);
    readers.set('companion', companion);
    const begun = await pairs.begin(worker, await people.actor(companion), await pairs.addChild('一', north), '一');
    readers.set('guardian', { ...companion, name: 'guardian', cookie: await pairs.guardianCookie(worker, begun) });
    const child = await pairs.addChild('二', north);
    const agreed = await pairs.agree(worker, await people.actor(companion), child, '二');
    const other = new People(app, await addAgency(app, '别处'), 'others');
    readers.set('stranger', await other.join({ name: 'stranger', role: 'DIRECTOR' }));
    const pair = {
      id: toGlobalId('Companionship', agreed.id),
      version: agreed.version,
      child: toGlobalId('Child', child),
    };
    const volunteer = { id: toGlobalId('Volunteer', record.id), personId: toGlobalId('Person', record.personId) };
    return new PapersWorld(platform, agencyId, readers, pair, volunteer);
  }

  cookieOf(name: string): string {
    if (name === 'visitor') return '';
    const found = this.readers.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found.cookie;
  }

  async bring(who: string, bytes: Uint8Array | string, sending: Sending = {}): Promise<Answer> {
    const { purpose = 'CONSENT_PAPER', subject = this.pair.id, name = '同意书.jpg', record, headers = {} } = sending;
    const query = new URLSearchParams({ for: subject, purpose, name, ...(record ? { record } : {}) });
    const response = await fetch(`${this.platform.address}/files?${query.toString()}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-tongxing-client': 'web',
        cookie: this.cookieOf(who),
        ...headers,
      },
      body: new Uint8Array(Buffer.from(bytes as Uint8Array)),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  /** For a certificate on the volunteer's card. */
  onCard(sending: Sending = {}): Sending {
    return { purpose: 'TRAINING_CERTIFICATE', subject: this.volunteer.id, ...sending };
  }

  async get(who: string, id: string, method = 'GET') {
    const headers = { cookie: this.cookieOf(who), 'x-tongxing-client': 'web' };
    const response = await fetch(`${this.platform.address}/files/${id}`, { method, headers });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  async ask<T>(who: string, query: string, variables: object): Promise<T> {
    const response = await fetch(`${this.platform.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookieOf(who) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The family's word on the pair that waits, with these papers. */
  async record(who: string, paperIds: readonly string[]): Promise<Recorded> {
    const word = {
      guardianName: '王芳',
      relation: '奶奶',
      method: 'SIGNATURE',
      serviceAgreementSignedOn: '2026-11-20',
    };
    const days = { givenOn: '2026-11-22', validUntil: '2027-11-21', childAnswer: 'YES', childAnsweredOn: '2026-11-22' };
    const input = { companionshipId: this.pair.id, version: this.pair.version, ...word, ...days, paperIds };
    const { outcome } = await this.ask<{ outcome: Recorded }>(who, RECORD, { i: input });
    if (outcome.__typename === 'Companionship') this.pair.version = outcome.version;
    return outcome;
  }

  actions(action: string): Promise<number> {
    return this.platform.app.get(Database).repository(AuditEvent).countBy({ agencyId: this.agencyId, action });
  }

  /** Rows of papers, of those that were taken away too. */
  async rows(): Promise<number> {
    const [row] = await this.platform.app
      .get(Database)
      .read<{ c: number }>('SELECT COUNT(*) AS c FROM stored_file', []);
    return Number(row?.c);
  }

  get folder(): string {
    return join(this.platform.environment['DATA_DIR'] ?? '', 'files');
  }

  /** Paths of all sealed bytes on the disk. */
  blobs(): string[] {
    return filesIn(this.folder);
  }
}

async function addOffice(platform: TestApp, agencyId: AgencyId, name: string, number: number): Promise<OfficeId> {
  const id = `0190000${number}-0000-7000-8000-000000000000` as OfficeId;
  const createdAt = platform.clock.nowIso();
  const office = { id, agencyId, name, areaCode: null, startsOn: '2026-01-01', endsOn: null, createdAt };
  const system = { kind: 'system' as const, agencyId, name: 'test' };
  await platform.app.get(UnitOfWork).run(system, () => platform.app.get(Database).repository(Office).insert(office));
  return id;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
