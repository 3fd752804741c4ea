import type { Result } from '@tongxing/shared/kernel';

/** The value of a step that nothing in the demo can refuse. */
export function must<T>(outcome: Result<T, { readonly code: string }>, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`BUG: the demo could not ${what}: ${outcome.error.code}`);
}
