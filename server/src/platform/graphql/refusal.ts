// An operation that is turned away before anything of it runs: a status, a code, and what to do instead.

export interface Refusal {
  readonly refused: true;
  readonly status: number;
  readonly errors: readonly RefusalError[];
}

interface RefusalError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[] | undefined;
  readonly extensions: Readonly<Record<string, string | number>> & { readonly code: string };
}

/** `facts` are numbers a developer can act on: the limit, and what was found. */
export function refuse(
  status: number,
  code: string,
  message: string,
  facts: Readonly<Record<string, string | number>> = {},
): Refusal {
  return { refused: true, status, errors: [{ message, extensions: { code, ...facts } }] };
}

export const isRefusal = (value: object): value is Refusal => 'refused' in value;
