// One record of a roster while it is read: hands out its cells by field and collects every problem, not only the first.
import { err, type Result } from '@tongxing/shared/kernel';
import type { CellProblem } from './cell-problem.js';
import { isWarning } from './cell-problem.js';
import { cleanText } from './cell-text.js';
import type { CsvRecord } from './read-csv.js';

/** A cell as it was read, kept for the reviewer; a column that nobody needs is not kept. */
export interface RosterCell {
  readonly field: string;
  readonly header: string;
  readonly raw: string;
  readonly problem?: CellProblem | undefined;
}
export type CellReader<T> = (text: string) => Result<T, CellProblem>;

const MAX_CELL = 500;

export class OpenRow<Field extends string> {
  private readonly found = new Map<Field, CellProblem>();
  private readonly raw: ReadonlyMap<Field, string>;
  private readonly surplus: string | undefined;

  constructor(
    private readonly columns: readonly { readonly header: string; readonly field?: Field | undefined }[],
    readonly record: CsvRecord,
  ) {
    this.raw = new Map(
      columns.flatMap((column, at) => (column.field ? [[column.field, record.cells[at] ?? ''] as const] : [])),
    );
    this.surplus = record.cells.slice(columns.length).find((cell) => cell.trim() !== '');
  }

  /** What a cell says, cleaned; undefined where it is blank. */
  text(field: Field): string | undefined {
    return cleanText(this.raw.get(field) ?? '') || undefined;
  }

  /** What the reader makes of a cell; undefined where the cell is blank (with the problem `missing`, if given) or wrong. */
  read<T>(field: Field, reader: CellReader<T>, missing?: CellProblem): T | undefined {
    const raw = this.raw.get(field) ?? '';
    if (cleanText(raw) === '') {
      if (missing) this.mark(field, missing);
      return undefined;
    }
    // line breaks separate words in a list, so the reader gets the raw cell
    const answer: Result<T, CellProblem> = raw.length > MAX_CELL ? err('TOO_LONG') : reader(raw);
    if (answer.ok) return answer.value;
    this.mark(field, answer.error);
    return undefined;
  }

  /** Notes a problem; the first of a cell stays. */
  mark(field: Field, problem: CellProblem): void {
    if (!this.found.has(field)) this.found.set(field, problem);
  }

  /** Whether anything found here holds the row back. */
  get isBad(): boolean {
    return this.surplus !== undefined || [...this.found.values()].some((problem) => !isWarning(problem));
  }

  /** The cells with their problems; a required field without a column appears as a blank cell. */
  get cells(): RosterCell[] {
    const read = this.columns.flatMap(({ field, header }): RosterCell[] =>
      field
        ? [{ field, header, raw: (this.raw.get(field) ?? '').slice(0, MAX_CELL), problem: this.found.get(field) }]
        : [],
    );
    const absent = [...this.found]
      .filter(([field]) => !this.raw.has(field))
      .map(([field, problem]): RosterCell => ({ field, header: '', raw: '', problem }));
    const surplus: RosterCell[] =
      this.surplus === undefined
        ? []
        : [{ field: '', header: '', raw: this.surplus.slice(0, MAX_CELL), problem: 'MORE_CELLS_THAN_COLUMNS' }];
    return [...read, ...absent, ...surplus];
  }
}
