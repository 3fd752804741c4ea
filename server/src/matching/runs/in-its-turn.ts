import { setTimeout as rest } from 'node:timers/promises';

/** Of two moments one is ours: whoever writes meanwhile hardly ever finds the writer taken. */
const REST = 1;
const LONGEST_REST_MS = 8;

/** Writes one piece of many, and rests as long as others need to get their turns. */
export async function inItsTurn(write: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await write();
  await rest(Math.min(LONGEST_REST_MS, (performance.now() - began) * REST));
}
