// A child beside whom a donor stands, with the family's word in the ledger: where the tests of cards begin.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, ChildId, PersonId } from '@tongxing/shared/kernel';
import type { Audience, DisclosurePurpose, FieldGroup } from '@tongxing/shared/disclosure';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';

const FOR_DONORS: { readonly purpose: DisclosurePurpose; readonly audience: Audience } = {
  ...{ purpose: 'SPONSORSHIP', audience: 'DONOR' },
};

/** Guardian and child say yes to these groups, for donors or for another audience, until far ahead. */
export async function familyAgrees(
  app: NestExpressApplication,
  agencyId: AgencyId,
  childId: ChildId,
  recordedBy: PersonId,
  groups: readonly FieldGroup[] = ['PROGRESS'],
  whom = FOR_DONORS,
): Promise<void> {
  const [database, ids, clock] = [app.get(Database), app.get(Ids), app.get(Clock)];
  const about = { ...whom, occasion: null };
  const now = clock.nowIso();
  const days = { fromOn: now.slice(0, 10), untilOn: '2030-01-01' };
  await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    const text = {
      id: ids.next(),
      agencyId,
      hash: ids.next(),
      version: 1,
      language: 'zh-CN',
      body: '文本',
      createdAt: now,
    };
    await database.manager.insert('ConsentTextRow', text);
    const guardian = await database.manager.query<{ personId: string }[]>(
      `SELECT m.personId AS personId FROM household_member m JOIN child ON child.householdId = m.householdId
        WHERE child.id = ? AND m.isGuardian = 1 AND m.until IS NULL ORDER BY m.id LIMIT 1`,
      [childId],
    );
    const guardianPersonId = guardian[0]?.personId ?? null;
    for (const giver of ['GUARDIAN', 'CHILD'] as const) {
      const statement = {
        ...{ id: ids.next(), agencyId, childId, requestId: ids.next(), textId: text.id, ...about, giver },
        guardianPersonId: giver === 'GUARDIAN' ? guardianPersonId : null,
        ...{ giverNameSealed: null, relationSealed: null, method: 'SIGNATURE', signatureSealed: null },
        ...{ witnessNameSealed: null, noteSealed: null, readAloud: true, ...days, recordedBy, recordedAt: now },
        remindedAt: null,
      };
      await database.manager.insert('ConsentStatement', statement);
      const { guardianPersonId: guardianId } = statement;
      const said = { ...about, giver, guardianPersonId: guardianId, answer: 'YES', ...days, givenAt: now };
      const grants = groups.map((fieldGroup) => ({
        ...{ id: ids.next(), agencyId, childId, statementId: statement.id, fieldGroup, ...said },
        ...{ withdrawnAt: null, withdrawnBy: null },
      }));
      await database.manager.insert('ConsentGrant', grants);
    }
  });
}

/** The guardian takes back every word for donors. */
export async function familyWithdraws(
  app: NestExpressApplication,
  agencyId: AgencyId,
  childId: ChildId,
): Promise<void> {
  const withdrawnAt = app.get(Clock).nowIso();
  await app
    .get(UnitOfWork)
    .run({ kind: 'system', agencyId, name: 'test' }, () =>
      app
        .get(Database)
        .manager.update(
          'ConsentGrant',
          { agencyId, childId, giver: 'GUARDIAN' },
          { withdrawnAt, withdrawnBy: 'GUARDIAN' },
        ),
    );
}

/** A child's row by the id that addresses carry. */
export async function agencyAndChildOf(
  app: NestExpressApplication,
  globalId: string,
): Promise<{ readonly agencyId: AgencyId; readonly id: ChildId }> {
  const id = fromGlobalId('Child', globalId) ?? '';
  const [row] = await app.get(Database).read<{ agencyId: AgencyId }>('SELECT agencyId FROM child WHERE id = ?', [id]);
  if (!row) throw new Error(`no child has the id ${globalId}`);
  return { agencyId: row.agencyId, id: id as ChildId };
}
