// The yearly evidence: who may not have it, that its numbers are the chain's, and that nothing about anybody is in it.
import readWorkbook from 'read-excel-file/node';
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { PapersWorld } from '../../testing/papers-world.js';
import { ComplianceEvidence } from './evidence.entity.js';
import { EVIDENCE_STATEMENTS } from './evidence-counts.js';

const LONG = 180_000;
const FIELDS = '{ id year number asOf running madeBy fingerprint chainRows chainWhole }';
const MAKE = `mutation ($i: MakeEvidenceInput!) { outcome: makeComplianceEvidence(input: $i) { __typename
  ... on ComplianceEvidence ${FIELDS} ... on InvalidInput { fields { field code } } } }`;
const LIST = `{ complianceEvidence ${FIELDS} }`;
const PARTS = `query ($id: ID!, $english: Boolean!) { parts: evidenceParts(evidenceId: $id, english: $english) {
  heading columns rows { cells } } }`;

interface Made {
  readonly id: string;
  readonly number: string;
  readonly fingerprint: string;
  readonly chainRows: number;
}
interface Part {
  readonly heading: string;
  readonly rows: readonly { readonly cells: readonly string[] }[];
}

let world: PapersWorld;
beforeAll(async () => {
  world = await PapersWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

const make = async (input: object = {}) =>
  (await world.ask<{ outcome: Made }>('director', MAKE, { i: { year: 2026, requestId: 'evidence-1', ...input } }))
    .outcome;
const parts = async (id: string, english = false) =>
  (await world.ask<{ parts: Part[] | null }>('director', PARTS, { id, english })).parts;
/** What stands behind a label, in whichever part. */
const cells = (found: readonly Part[], label: string) =>
  found
    .flatMap(({ rows }) => rows)
    .find(({ cells: [first] }) => first === label)
    ?.cells.slice(1);

/** Writes rows into the chain as the platform does, so many at once. */
function happened(count: number, action: string, facts: Record<string, string | boolean> = {}, agencyId?: AgencyId) {
  const actor = { kind: 'system' as const, agencyId: agencyId ?? world.agencyId, name: 'evidence-spec' };
  return world.platform.app.get(UnitOfWork).run(actor, () => {
    for (let at = 0; at < count; at++) {
      const subjectId = `0198a000-0000-7000-8000-${String(at).padStart(12, '0')}`;
      world.platform.app.get(AuditTrail).record({ action, subjectType: 'Person', subjectId, facts });
    }
    return Promise.resolve();
  });
}

describe('the yearly evidence', () => {
  let made: Made;

  it('is the director’s to make, the auditor’s to read, and nobody else’s', async () => {
    for (const who of ['worker', 'colleague', 'companion', 'guardian', 'donor']) {
      await expect(world.ask(who, LIST, {})).rejects.toThrow('FORBIDDEN');
      await expect(world.ask(who, MAKE, { i: { year: 2026, requestId: 'no' } })).rejects.toThrow('FORBIDDEN');
    }
    const path = `evidence/${toGlobalId('ComplianceEvidence', 'x')}/evidence.pdf`;
    for (const who of ['worker', 'colleague', 'companion', 'guardian', 'donor']) {
      expect((await world.get(who, path)).status).toBe(403);
    }
    await expect(world.ask('auditor', MAKE, { i: { year: 2026, requestId: 'no' } })).rejects.toThrow('FORBIDDEN');
    expect(await world.ask('auditor', LIST, {})).toEqual({ complianceEvidence: [] });
  });

  it('is of no year that has not begun', async () => {
    for (const year of [2027, 1999]) {
      expect(await make({ year })).toMatchObject({ fields: [{ field: 'year', code: 'OUT_OF_RANGE' }] });
    }
  });

  it('counts the chain’s rows of the year, and of this agency only', async () => {
    await happened(7, 'disclosure.answered');
    await happened(3, 'disclosure.takenBack');
    await happened(6, 'rights.asked', { right: 'COPY' });
    world.platform.clock.advance(2 * 86_400_000);
    await happened(5, 'rights.given', { right: 'COPY' });
    await happened(1, 'incident.started', { kind: 'DRILL', scenario: 'FIRE' });
    world.platform.clock.advance(12 * 60_000);
    await happened(1, 'incident.ended');
    await happened(8, 'fact.recorded', { kind: 'TRAINING' });
    const elsewhere = await world.platform.app
      .get(Database)
      .read<{ id: AgencyId }>('SELECT id FROM agency WHERE id <> ?', [world.agencyId]);
    await happened(50, 'disclosure.answered', {}, elsewhere[0]?.id);
    made = await make();
    expect(made).toMatchObject({ number: '2026-01', running: true, chainWhole: true, madeBy: 'director' });
    const found = (await parts(made.id)) ?? [];
    const expected = await world.actions('consent.recorded');
    expect(cells(found, '记下家庭的回答')?.[0]).toBe(String(7 + expected));
    expect(cells(found, '家庭收回同意')?.[0]).toBe('不显示');
    expect(cells(found, '受训的人')).toEqual(['8']);
    expect(found.find(({ heading }) => heading === '突发事件与演练')?.rows[0]?.cells.slice(1)).toEqual([
      '演练',
      '火情',
      '12',
    ]);
    // Five in time, and one that waits: neither may be told without the other.
    expect(cells(found, '按期办好')).toEqual(['不显示']);
    expect(cells(found, '合计')).toEqual(['6']);
    expect(cells(found, '一半的请求，在这么多天以内答复')).toEqual(['2']);
    expect(found.at(-1)?.rows.map(({ cells: [, what] }) => what)).toEqual(
      expect.arrayContaining([...EVIDENCE_STATEMENTS]),
    );
  });

  it('is the same in English, in no Chinese word', async () => {
    const [chinese, english] = [await parts(made.id), await parts(made.id, true)];
    expect(english?.length).toBe(chinese?.length);
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}/u);
  });

  it('is made once for a request, numbered by the year, and of an empty year all the same', async () => {
    expect((await make()).id).toBe(made.id);
    expect((await make({ requestId: 'evidence-2' })).number).toBe('2026-02');
    const empty = await make({ year: 2024, requestId: 'evidence-3' });
    expect(empty).toMatchObject({ number: '2024-01', running: false });
    expect(cells((await parts(empty.id)) ?? [], '记下家庭的回答')).toEqual(['0', '0']);
  });

  it('stands in the chain with its fingerprint, and is refused once a byte of it was changed', async () => {
    const database = world.platform.app.get(Database);
    const [row] = await database.read<{ facts: string }>(
      "SELECT facts FROM audit_event WHERE action = 'evidence.made' ORDER BY sequence",
      [],
    );
    expect(JSON.parse(row?.facts ?? '{}')).toMatchObject({ fingerprint: made.fingerprint, year: 2026 });
    const kept = await database.repository(ComplianceEvidence).findOneByOrFail({ fingerprint: made.fingerprint });
    const actor = { kind: 'system' as const, agencyId: world.agencyId, name: 'evidence-spec' };
    const write = (content: string) =>
      world.platform.app
        .get(UnitOfWork)
        .run(actor, () => database.repository(ComplianceEvidence).update({ id: kept.id }, { content }));
    await write(kept.content.replace('"year":2026', '"year":2025'));
    await expect(world.ask('director', LIST, {})).rejects.toThrow();
    await write(kept.content);
    await world.ask('director', LIST, {});
  });

  it(
    'leaves as PDF and as a workbook, for those who may read it; each time is in the audit',
    async () => {
      const path = (name: string) => `evidence/${made.id}/${name}`;
      expect((await world.get('visitor', path('evidence.pdf'))).status).toBe(401);
      expect((await world.get('stranger', path('evidence.pdf'))).status).toBe(404);
      expect((await world.get('director', path('evidence.doc'))).status).toBe(404);
      expect(
        (await world.get('director', `evidence/${toGlobalId('ComplianceEvidence', 'x')}/evidence.pdf`)).status,
      ).toBe(404);
      const pdf = await world.get('auditor', path('evidence.pdf'));
      expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
      const workbook = await world.get('director', path('evidence.xlsx'));
      const sheets = await readWorkbook(Buffer.from(workbook.bytes));
      const text = JSON.stringify(sheets);
      expect(text).toContain(made.fingerprint);
      expect(text).toMatch(/"受训的人",8/);
      expect(await world.actions('evidence.fileTaken')).toBe(2);
      // Numbers and codes: no id, no name of anybody but whoever made it.
      expect(text).not.toMatch(/0198a000|director/);
    },
    LONG,
  );
});
