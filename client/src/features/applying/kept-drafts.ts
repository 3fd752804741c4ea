// Applications that are being written, kept on this device until they are sent.
import { sealedStore } from '../../app/device/sealed-store.js';
import { readDraft, type Draft } from './draft.js';

const STORE = sealedStore('tongxing-applying', 'applications');
/** Whoever left it lying for so long comes back by the code. */
const LIFE_MS = 30 * 86_400_000;

export interface KeptDraft {
  readonly draft: Draft;
  readonly keptAt: string;
}

/** Throws where the device keeps nothing. */
export const keepDraft = (draft: Draft): Promise<void> => STORE.keep(draft.code, {}, JSON.stringify(draft));

export const dropKept = (code: string): Promise<void> => STORE.forget(code).catch(() => undefined);

/** Undefined where nothing is kept, or the device keeps nothing. */
export async function keptDraft(code: string): Promise<Draft | undefined> {
  try {
    const row = await STORE.find(code);
    return row && readDraft(await STORE.reveal(row));
  } catch {
    return undefined;
  }
}

/** All that were begun here, the newest first; those that lay too long are dropped. */
export async function keptDrafts(now: Date): Promise<readonly KeptDraft[]> {
  try {
    const found: KeptDraft[] = [];
    for (const row of await STORE.rows()) {
      const old = now.getTime() - Date.parse(row.keptAt) > LIFE_MS;
      const draft = old ? undefined : readDraft(await STORE.reveal(row));
      if (draft) found.unshift({ draft, keptAt: row.keptAt });
      else await STORE.forget(row.id);
    }
    return found;
  } catch {
    return [];
  }
}
