// Changes facts of a child's file that were never released to a donor: what the donor reads may not show a single one.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, ChildId } from '@tongxing/shared/kernel';
import { Database, UnitOfWork } from '../platform/database/index.js';

const CHILD: Readonly<Record<string, string | number | null>> = {
  officeId: null,
  pseudonym: '青湖九',
  languages: '["fr"]',
  freeTimes: '[]',
  categories: '["LEFT_BEHIND"]',
  difficultyLevel: null,
  waitingSince: '2020-02-02',
  companionGender: 'MALE',
  priority: 5,
  schoolSealed: null,
};
const OF_PERSON = 'id = (SELECT personId FROM child WHERE id = ?)';
const OF_HOME = 'id = (SELECT householdId FROM child WHERE id = ?)';

/** One fact after the other; `look` is asked after each, with its name. */
export async function changeUnreleased(
  app: NestExpressApplication,
  { agencyId, id }: { readonly agencyId: AgencyId; readonly id: ChildId },
  look: (changed: string) => Promise<void>,
): Promise<void> {
  const changes = [
    ...Object.entries(CHILD).map(([column, value]) => ['child', column, value, 'id = ?'] as const),
    ['person', 'gender', null, OF_PERSON] as const,
    ['person', 'phoneIndex', null, OF_PERSON] as const,
    ['household', 'size', 9, OF_HOME] as const,
    ['household', 'originProvince', '云南', OF_HOME] as const,
  ];
  for (const [table, column, value, where] of changes) {
    const sql = `UPDATE ${table} SET ${column} = ? WHERE ${where}`;
    await app
      .get(UnitOfWork)
      .run({ kind: 'system', agencyId, name: 'test' }, () => app.get(Database).manager.query(sql, [value, id]));
    await look(`${table}.${column}`);
  }
}
