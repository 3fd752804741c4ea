// One shape for problems A and D: rows take places at columns, columns stand in groups, every limit is a whole number.

/** No edge, no column, no group. */
export const NONE = -1;

/** Values beyond this could leave 32 bits when a search adds prices up. */
export const MOST_VALUE = 500_000_000;

/**
 * Rows (children; sponsors) and columns (volunteers; children in need) with candidate pairs between them, row by row:
 * the edges of row i are `start[i]` up to, but not including, `start[i + 1]`. Wanted is the greatest total value of
 * chosen edges, with at most `supply[i]` edges a row, `capacity[j]` a column, and `groupCapacity[g]` over the columns
 * of a group. An edge is chosen once or not at all, and leaving a row without is always allowed and worth 0.
 */
export interface TransportProblem {
  readonly start: Int32Array;
  readonly column: Int32Array;
  /** Whole numbers from 0 to `MOST_VALUE`; an edge worth 0 is never chosen. */
  readonly value: Int32Array;
  /** Edges that a row may choose; missing: one each. */
  readonly supply?: Int32Array | undefined;
  readonly capacity: Int32Array;
  /** The group of each column, or `NONE`: nothing above it. */
  readonly group: Int32Array;
  readonly groupCapacity: Int32Array;
}

/** The dual side: what one more place of each kind would be worth. */
export interface TransportPrices {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly group: Int32Array;
}

/** Why a problem cannot be read, with the place at which it fails. */
export class BadProblem extends Error {
  constructor(
    readonly code: BadProblemCode,
    readonly where: string,
  ) {
    super(`${WORDS[code]} (${where})`);
    this.name = 'BadProblem';
  }
}

export type BadProblemCode =
  | 'START_NOT_ASCENDING'
  | 'LENGTHS_DIFFER'
  | 'UNKNOWN_COLUMN'
  | 'UNKNOWN_GROUP'
  | 'SAME_EDGE_TWICE'
  | 'NOT_A_LIST'
  | 'NOT_A_WHOLE_NUMBER'
  | 'NEGATIVE'
  | 'TOO_SMALL'
  | 'TOO_LARGE'
  | 'WEIGHTS_REFUSED'
  | 'SAME_ID_TWICE'
  | 'UNKNOWN_ID'
  | 'BAD_ID'
  | 'SUPERVISORS_IN_A_CIRCLE'
  | 'LIMITS_CROSS'
  | 'LOCKS_CONFLICT';

const WORDS: Readonly<Record<BadProblemCode, string>> = {
  START_NOT_ASCENDING: 'the rows must begin at 0, one after the other, and end with the last edge',
  LENGTHS_DIFFER: 'two lists that belong together differ in length',
  UNKNOWN_COLUMN: 'an edge leads to a column that is not there',
  UNKNOWN_GROUP: 'a column stands in a group that is not there',
  NOT_A_LIST: 'a list of whole numbers is missing',
  SAME_EDGE_TWICE: 'a row has two edges to one column',
  NOT_A_WHOLE_NUMBER: 'only whole numbers can be added up exactly',
  NEGATIVE: 'values and limits begin at 0',
  WEIGHTS_REFUSED: 'the table of weights is refused',
  SAME_ID_TWICE: 'two share what must be one of its kind',
  UNKNOWN_ID: 'somebody or something is named that is not there',
  BAD_ID: 'an id is empty or broken over lines',
  SUPERVISORS_IN_A_CIRCLE: 'nobody can supervise themselves, nor those who supervise them',
  LIMITS_CROSS: 'a least is above its most, or an end before its start',
  LOCKS_CONFLICT: 'what is decided cannot all be at once',
  TOO_SMALL: 'a number is below the least that can be meant',
  TOO_LARGE: 'a number is too large to be added up, or beyond what can be meant',
};

/** Throws `BadProblem` on what the solver could not answer rightly. */
export function checkTransport(problem: TransportProblem): void {
  const { start, column, value, supply, capacity, group, groupCapacity } = problem;
  const rows = start.length - 1;
  if (rows < 0 || start[0] !== 0 || start[rows] !== column.length) throw new BadProblem('START_NOT_ASCENDING', 'start');
  if (value.length !== column.length) throw new BadProblem('LENGTHS_DIFFER', 'value, column');
  if (group.length !== capacity.length) throw new BadProblem('LENGTHS_DIFFER', 'group, capacity');
  if (supply && supply.length !== rows) throw new BadProblem('LENGTHS_DIFFER', 'supply, start');
  checkRange(value, 'value');
  checkRange(capacity, 'capacity');
  checkRange(groupCapacity, 'groupCapacity');
  if (supply) checkRange(supply, 'supply');
  group.forEach((at, index) => {
    if (at < NONE || at >= groupCapacity.length) throw new BadProblem('UNKNOWN_GROUP', `group[${index}]`);
  });
  for (let row = 0; row < rows; row++) {
    if ((start[row + 1] ?? 0) < (start[row] ?? 0)) throw new BadProblem('START_NOT_ASCENDING', `start[${row + 1}]`);
  }
  const lastRowOf = new Int32Array(capacity.length).fill(NONE);
  for (let row = 0; row < rows; row++) {
    const to = start[row + 1] ?? 0;
    for (let edge = start[row] ?? 0; edge < to; edge++) {
      const at = column[edge] ?? NONE;
      if (at < 0 || at >= capacity.length) throw new BadProblem('UNKNOWN_COLUMN', `column[${edge}]`);
      if (lastRowOf[at] === row) throw new BadProblem('SAME_EDGE_TWICE', `row ${row}, column ${at}`);
      lastRowOf[at] = row;
    }
  }
}

function checkRange(list: Int32Array, name: string): void {
  for (let index = 0; index < list.length; index++) {
    const value = list[index] ?? 0;
    if (value < 0) throw new BadProblem('NEGATIVE', `${name}[${index}]`);
    if (value > MOST_VALUE) throw new BadProblem('TOO_LARGE', `${name}[${index}]`);
  }
}
