// @ts-check
// What D7 must be, and how it is counted from the rows: by person and role, whatever the server makes of them.

/** @typedef {{ roles: number | null, served: number | null, kinds: readonly { kind: string, count: number | null }[] }} Grown */
/** @typedef {{ personId: string, kind: string, startsOn: string, served: number | bigint }} Row */

export const ON = '2013-12-31';
/** 000: core children, parents, of companies, sponsors. */
export const EXPECTED = { CORE_CHILD: 18, PARENT: 7, CORPORATE: 380, SPONSOR: 136 };
/** Only the first two were served themselves: 25, never 541. */
export const SERVED = 25;

/**
 * @param {Grown} said what the server says
 * @param {Grown} counted the same from the rows
 * @returns {import('../registry.mjs').Measured[]}
 */
export function lines(said, counted) {
  const of = (/** @type {Grown} */ { kinds }, /** @type {string} */ kind) =>
    kinds.find((one) => one.kind === kind)?.count ?? 0;
  const parts = Object.entries(EXPECTED).map(([kind, expected]) => ({
    ...{ part: kind, unit: 'roles', target: String(expected), value: of(said, kind) },
    holds: of(said, kind) === expected && of(counted, kind) === expected,
  }));
  const roles = Object.values(EXPECTED).reduce((sum, one) => sum + one, 0);
  return [
    ...parts,
    {
      ...{ part: 'altogether', unit: 'roles', target: String(roles), value: said.roles ?? 0 },
      holds: said.roles === roles && counted.roles === roles,
    },
    {
      ...{ part: 'served themselves (助人自助)', unit: 'people', target: String(SERVED), value: said.served ?? 0 },
      holds: said.served === SERVED && counted.served === SERVED,
    },
  ];
}

/**
 * The agency of the cohorts is the one whose volunteers began before the demo's own agency was there.
 * @param {(sql: string, values?: (string | number)[]) => Promise<Row[]>} rows
 * @returns {Promise<Grown>}
 */
export async function fromRows(rows) {
  const all = await rows(
    `SELECT k.personId AS personId, k.kind AS kind, k.startsOn AS startsOn,
       (SELECT COUNT(*) FROM child c WHERE c.personId = k.personId)
         + (SELECT COUNT(*) FROM household_member m WHERE m.personId = k.personId) AS served
     FROM volunteer_kind k WHERE k.startsOn < '2015-01-01'`,
  );
  return grownOf(all, ON);
}

/**
 * @param {readonly Row[]} rows
 * @param {string} on
 * @returns {Grown}
 */
export function grownOf(rows, on) {
  const begun = rows.filter(({ startsOn }) => startsOn <= on);
  const kinds = Object.keys(EXPECTED).map((kind) => ({
    kind,
    count: new Set(begun.filter((row) => row.kind === kind).map(({ personId }) => personId)).size,
  }));
  const served = new Set(begun.filter((row) => Number(row.served) > 0).map(({ personId }) => personId)).size;
  return { kinds, served, roles: kinds.reduce((sum, { count }) => sum + count, 0) };
}
