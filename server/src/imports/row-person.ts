import type { PersonId } from '@tongxing/shared/kernel';

/** The person of a row that was written. */
export function idAt(ids: readonly PersonId[], index: number): PersonId {
  const id = ids[index];
  if (id === undefined) throw new Error('BUG: a row has no person');
  return id;
}
