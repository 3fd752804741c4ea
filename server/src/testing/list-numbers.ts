// The numbers of the lists: as the pages tell them, and as every single row comes to.
import { localDate, type LocalDate } from '@tongxing/shared/kernel';
import { readinessCounts, standingOf, type Standing } from '@tongxing/shared/rules';
import { Children, HouseholdList } from '../children/index.js';
import { CompanionshipsRepository } from '../matching/index.js';
import { Volunteers } from '../people/index.js';
import type { Rows } from '../platform/access/index.js';
import type { ListWorld } from './list-world.js';

const TODAY: LocalDate = localDate('2026-11-22');
const STANDINGS: readonly Standing[] = ['READY', 'RENEWAL_DUE', 'NOT_READY', 'STOPPED'];
const page = { offset: 0, limit: 2 };
const reads = { hits: true };

/** What the pages say, from numbers that may have been kept. */
export async function told({ platform }: ListWorld, within: Rows): Promise<object> {
  const { app } = platform;
  const volunteers = app.get(Volunteers);
  const serviceDate = () => TODAY;
  const standing = async (one: Standing) =>
    (await volunteers.page(within, { standing: one, reads, serviceDate, ...page })).total;
  const reason = { requirement: 'TRAINING', outcome: 'MISSING' } as const;
  return {
    volunteers: (await volunteers.page(within, { reads, serviceDate, ...page })).total,
    standings: [
      await standing('READY'),
      await standing('RENEWAL_DUE'),
      await standing('NOT_READY'),
      await standing('STOPPED'),
    ],
    untrained: (await volunteers.page(within, { reason, reads, serviceDate, ...page })).total,
    ready: await volunteers.counts(within, TODAY, reads),
    children: (await app.get(Children).page(within, page)).total,
    waiting: (await app.get(Children).page(within, { ...page, waiting: true })).total,
    households: (await app.get(HouseholdList).page(within, page)).total,
    pairs: (await app.get(CompanionshipsRepository).page(within, {}, page)).total,
    active: (await app.get(CompanionshipsRepository).page(within, { state: 'ACTIVE' }, page)).total,
  };
}

/** The same from every row, by the rules themselves. */
export async function counted(world: ListWorld, within: Rows): Promise<object> {
  const { app } = world.platform;
  const judged = (await app.get(Volunteers).judged(within, TODAY)).map(({ eligibility }) => eligibility);
  const untrained = judged.filter(({ findings }) =>
    findings.some(({ requirement, outcome }) => requirement === 'TRAINING' && outcome === 'MISSING'),
  );
  const inOffices = ({ officeId: office }: { officeId: string | null }) =>
    within.offices === 'ALL' || office === null || within.offices.some((one) => one === office);
  const of = async <Row extends object>(sql: string) =>
    (await world.read<Row & { officeId: string | null }>(sql, [within.agencyId])).filter(inOffices);
  const children = await of<{ held: string | null }>(
    'SELECT c.officeId, (SELECT MAX(id) FROM companionship WHERE heldChildId = c.id) AS held FROM child c WHERE c.agencyId = ? AND c.erasedAt IS NULL',
  );
  const pairs = await of<{ state: string }>(
    'SELECT p.state, c.officeId FROM companionship p JOIN child c ON c.id = p.childId WHERE p.agencyId = ?',
  );
  return {
    volunteers: judged.length,
    standings: STANDINGS.map((standing) => judged.filter((one) => standingOf(one) === standing).length),
    untrained: untrained.length,
    ready: readinessCounts(judged),
    children: children.length,
    waiting: children.filter(({ held }) => held === null).length,
    households: (await of('SELECT officeId FROM household WHERE agencyId = ? AND erasedAt IS NULL')).length,
    pairs: pairs.length,
    active: pairs.filter(({ state }) => state === 'ACTIVE').length,
  };
}
