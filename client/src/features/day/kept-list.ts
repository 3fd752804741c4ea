// Lines of a list that had no connection, kept on this device until they arrive: sealed, in order, each once.
import { sealedStore, type SealedRow } from '../../app/device/sealed-store.js';

export interface KeptLine {
  readonly personId: string;
  readonly way: 'IN' | 'OUT';
  /** Minutes since midnight. */
  readonly minute: number;
  readonly otherTasks: boolean;
}
interface Open {
  /** Whose account wrote it, and for which activity; who it is about is sealed. */
  readonly owner: string;
  readonly activityId: string;
}
export type KeptRow = SealedRow & Open;
export type SendAnswer = 'ARRIVED' | 'REFUSED' | 'LATER';

const STORE = sealedStore<Open>('tongxing-day', 'lines');

/** Keeps a line; throws where the device keeps nothing. */
export const keepLine = (id: string, open: Open, line: KeptLine): Promise<void> =>
  STORE.keep(id, open, JSON.stringify(line));

/** What waits of one activity, the oldest first. */
export async function keptLines({ owner, activityId }: Open): Promise<readonly { id: string; line: KeptLine }[]> {
  const rows = (await STORE.rows()).filter((row) => row.owner === owner && row.activityId === activityId);
  const lines: { id: string; line: KeptLine }[] = [];
  for (const row of rows) lines.push({ id: row.id, line: JSON.parse(await STORE.reveal(row)) as KeptLine });
  return lines;
}

export const forgetLine = (id: string): Promise<void> => STORE.forget(id);
