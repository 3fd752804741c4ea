/** An expected outcome: either a value, or an error that the caller must answer. Bugs are thrown, never returned. */
export type Result<T, E> = Ok<T> | Err<E>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const err = <E>(error: E): Err<E> => ({ ok: false, error });

/** True for anything shaped like a `Result`; the unit of work uses it to roll back on `Err`. */
export function isErr(candidate: unknown): candidate is Err<unknown> {
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    'ok' in candidate &&
    candidate.ok === false &&
    'error' in candidate
  );
}
