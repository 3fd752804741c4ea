// @ts-check
// What somebody might do to an audit who has the database in their hands: seven kinds of forgery, drawn by chance.

/**
 * @typedef {{ id: string, agencyId: string, sequence: number, at: string, actorKind: string, actorId: string,
 *   action: string, subjectType: string, subjectId: string | null, facts: string, previousHash: string, hash: string }} Row
 * @typedef {{ rows: Row[], head: { sequence: number, hash: string } }} Chain
 * @typedef {(below: number) => number} Draw
 */

/** Every column that a reader is shown, the links themselves included. */
const COLUMNS = /** @type {const} */ ([
  'agencyId',
  'at',
  'actorKind',
  'actorId',
  'action',
  'subjectType',
  'subjectId',
  'facts',
  'previousHash',
  'hash',
]);

/** The same numbers for the same seed, so that a miss can be looked at again. @param {number} seed @returns {Draw} */
export function drawing(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * Kinds of forgery: each makes another chain of a whole one.
 * @param {(row: Row) => string} hashOf
 * @returns {Record<string, (chain: Chain, draw: Draw) => Chain>}
 */
export function forgeries(hashOf) {
  /** Numbers and hashes put right from a place on, and the head with them: what a careful forger does. @param {Row[]} rows @param {number} from @returns {Chain} */
  const madeRight = (rows, from) => {
    const kept = rows.slice(0, from);
    for (const row of rows.slice(from)) {
      const link = { ...row, sequence: kept.length + 1, previousHash: kept.at(-1)?.hash ?? '0'.repeat(64) };
      kept.push({ ...link, hash: hashOf(link) });
    }
    return endingAt(kept);
  };

  return {
    edit: ({ rows, head }, draw) => {
      const at = draw(rows.length);
      const column = COLUMNS[draw(COLUMNS.length)] ?? 'facts';
      return { rows: rows.map((row, index) => (index === at ? { ...row, [column]: other(row[column]) } : row)), head };
    },
    delete: ({ rows, head }, draw) => {
      const at = draw(rows.length);
      const count = 1 + draw(3);
      return { rows: rows.filter((_, index) => index < at || index >= at + count), head };
    },
    insert: ({ rows, head }, draw) => {
      const at = draw(rows.length + 1);
      const later = rows.slice(at).map((row) => ({ ...row, sequence: row.sequence + 1 }));
      const model = rows[draw(rows.length)] ?? invalid();
      const previousHash = rows[at - 1]?.hash ?? '0'.repeat(64);
      const link = { ...model, id: idOf(draw), sequence: at + 1, previousHash, facts: other(model.facts) };
      return { rows: [...rows.slice(0, at), { ...link, hash: hashOf(link) }, ...later], head: moved(head, draw) };
    },
    swap: ({ rows, head }, draw) => {
      const [one, two] = twoOf(rows.length, draw);
      const a = rows[one] ?? invalid();
      const b = rows[two] ?? invalid();
      const swapped = rows.map((row) => {
        if (row === a) return { ...b, sequence: a.sequence };
        return row === b ? { ...a, sequence: b.sequence } : row;
      });
      return { rows: swapped, head };
    },
    truncate: ({ rows, head }, draw) => {
      const kept = rows.slice(0, draw(rows.length));
      // Half of the time the stated end is put back as well, which no look at the database alone can find.
      return draw(2) === 0 ? { rows: kept, head } : endingAt(kept);
    },
    rewrite: ({ rows }, draw) => {
      const at = draw(rows.length);
      const changed = rows.map((row, index) => (index === at ? { ...row, facts: other(row.facts) } : row));
      return madeRight(changed, at);
    },
    rewriteWithout: ({ rows }, draw) => {
      const at = draw(rows.length);
      return madeRight(
        rows.filter((_, index) => index !== at),
        at,
      );
    },
  };
}

/** @param {Row[]} rows @returns {Chain} */
function endingAt(rows) {
  const last = rows.at(-1);
  return { rows, head: { sequence: last?.sequence ?? 0, hash: last?.hash ?? '0'.repeat(64) } };
}

/** @param {{ sequence: number, hash: string }} head @param {Draw} draw */
const moved = (head, draw) => (draw(2) === 0 ? head : { ...head, sequence: head.sequence + 1 });

/** @param {string | null} value */
const other = (value) =>
  value ? `${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}` : '01970000-0000-7000-8000-000000000000';

/** @param {Draw} draw */
const idOf = (draw) =>
  `0${draw(2 ** 31)
    .toString(16)
    .padStart(8, '0')}-0000-7000-8000-000000000000`.slice(1);

/** @param {number} length @param {Draw} draw @returns {[number, number]} */
function twoOf(length, draw) {
  const one = draw(length);
  return [one, (one + 1 + draw(length - 1)) % length];
}

/** @returns {never} */
function invalid() {
  throw new Error('BUG: no such row');
}
