// A row as it stands in a backup: the same text on both engines, so that one restores into the other.
import { createHash } from 'node:crypto';

/** Text and numbers as text (the column's type makes them what they were), bytes as base64. */
export type Cell = string | null | { readonly base64: string };
export type Cells = readonly Cell[];

/** What a driver returned, as it is written down. */
export function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  throw new Error(`BUG: a backup cannot hold a value of type ${typeof value}`);
}

/** What a driver is given back. */
export const fromCell = (cell: Cell): string | Buffer | null =>
  cell === null || typeof cell === 'string' ? cell : Buffer.from(cell.base64, 'base64');

const WIDTH = 256n;
const MASK = (1n << WIDTH) - 1n;

/** A checksum over rows in whatever order they come: the sum of their SHA-256, which counts repetitions too. */
export class RowSum {
  rows = 0;
  #sum = 0n;

  /** Adds one row, given as the line that a backup holds. */
  add(line: string): void {
    this.rows += 1;
    this.#sum = (this.#sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`)) & MASK;
  }

  get checksum(): string {
    return createHash('sha256')
      .update(`${this.rows} ${this.#sum.toString(16)}`)
      .digest('hex');
  }
}
