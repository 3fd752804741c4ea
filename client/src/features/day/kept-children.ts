// What was written of children without a connection, kept on this device until it arrives: sealed, the last word of each child.
import { sealedStore } from '../../app/device/sealed-store.js';
import type { WriteActivityChildInput } from '../../gql/graphql.js';

interface Open {
  /** Whose account wrote it, and for which activity; of whom it is, is sealed. */
  readonly owner: string;
  readonly activityId: string;
}
export interface KeptChild {
  readonly id: string;
  readonly input: WriteActivityChildInput;
}

const STORE = sealedStore<Open>('tongxing-day-children', 'words');

/** An id that tells nothing of the child to whoever reads the device. */
async function idOf({ activityId, childId }: WriteActivityChildInput): Promise<string> {
  const bytes = new TextEncoder().encode(`${activityId} ${childId}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Keeps a child's part in the place of what was kept of the same child; throws where the device keeps nothing. */
export async function keepChild(owner: string, input: WriteActivityChildInput): Promise<void> {
  await STORE.keep(await idOf(input), { owner, activityId: input.activityId }, JSON.stringify(input));
}

/** What waits of one activity, the oldest first. */
export async function keptChildren(owner: string, activityId: string): Promise<readonly KeptChild[]> {
  const rows = (await STORE.rows()).filter((row) => row.owner === owner && row.activityId === activityId);
  const kept: KeptChild[] = [];
  for (const row of rows) {
    kept.push({ id: row.id, input: JSON.parse(await STORE.reveal(row)) as WriteActivityChildInput });
  }
  return kept;
}

export const forgetChild = (id: string): Promise<void> => STORE.forget(id);
