// A small integer program, and the text in which solvers read it. The engine itself brings no such solver.

/** Maximise the sum of values; variables are from 0 up, the first `whole` of them 0 or 1. */
export interface IntegerProgram {
  readonly value: readonly number[];
  readonly whole: number;
  readonly rows: readonly ProgramRow[];
}

export interface ProgramRow {
  /** Variable and factor, each variable once. */
  readonly terms: readonly (readonly [variable: number, factor: number])[];
  readonly atMost: number;
  /** Just so much, instead of at most. */
  readonly exactly?: boolean | undefined;
}

/** The variables' values, as good as the solver found; nothing where it found none. What it says is checked. */
export type MasterSolver = (program: IntegerProgram) => readonly number[] | undefined;

/** What of HiGHS is used: whoever has loaded it hands it in. */
export interface ProgramReader {
  solve(
    text: string,
    options?: Readonly<Record<string, number | string | boolean>>,
  ): { readonly Status: string; readonly Columns: Readonly<Record<string, object>> };
}

/** A solver from a loaded HiGHS; bounded by nodes of its search, so that equal programs have equal answers. */
export function masterOf(reader: ProgramReader, nodes = 200): MasterSolver {
  return (program) => {
    const { Status, Columns } = reader.solve(programText(program), {
      mip_max_nodes: nodes,
      mip_rel_gap: 0,
      output_flag: false,
    });
    if (Status === 'Infeasible' || Status === 'Unbounded') return undefined;
    const values = program.value.map((_, variable) => primalOf(Columns[`x${variable}`]));
    return values.some((value) => value === undefined) ? undefined : values.map((value) => value ?? 0);
  };
}

function primalOf(column: object | undefined): number | undefined {
  return column && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : undefined;
}

/** The program in the CPLEX LP format, in lines that every reader takes. */
export function programText({ value, whole, rows }: IntegerProgram): string {
  const sum = (terms: readonly (readonly [number, number])[]) =>
    terms.map(([variable, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${variable}`).join('\n ');
  const lines = rows.map(({ terms, atMost, exactly }) => `${sum(terms)} ${exactly ? '=' : '<='} ${atMost}`);
  const wholes = Array.from({ length: whole }, (_, variable) => `x${variable}`).join('\n ');
  const goal = sum(value.map((worth, variable) => [variable, worth] as const));
  return `Maximize\n obj: ${goal}\nSubject To\n ${lines.join('\n ')}\n${whole > 0 ? `Binary\n ${wholes}\n` : ''}End\n`;
}
