// Concerns that could not be sent yet, kept on this device: encrypted with a key that no script can read out.
import { sealedStore, type SealedRow } from '../../app/device/sealed-store.js';

/** What is kept in the open: enough to say how many wait, and whose they are. */
export interface KeptRow extends SealedRow {
  /** Whose account sends it; a card needs none. */
  readonly owner: string;
}

/** Says in a word that something waits, so that other pages need not look for it; app/Faces.tsx reads it. */
const WAITS = 'tongxing.kept';
const STORE = sealedStore<{ readonly owner: string }>('tongxing-kept', 'concerns');

/** Keeps a text under an id; throws where the device cannot (no secure context, a full disk, a private window). */
export async function keep(id: string, owner: string, text: string): Promise<void> {
  await STORE.keep(id, { owner }, text);
  localStorage.setItem(WAITS, '1');
}

/** All that is kept, the oldest first; nothing where the device keeps nothing. */
export const keptRows = (): Promise<readonly KeptRow[]> => STORE.rows();

export const reveal = (row: KeptRow): Promise<string> => STORE.reveal(row);

export async function forget(id: string): Promise<void> {
  await STORE.forget(id);
  if ((await keptRows()).length === 0) localStorage.removeItem(WAITS);
}
