// What was typed survives a reload, a lost connection and an ended session. Passwords are never kept.

export interface DraftStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keyOf = (form: string): string => `tongxing.draft.${form}`;

/** The kept text fields of a form; an empty object where nothing readable is kept. */
export function readDraft(store: DraftStore, form: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(store.getItem(keyOf(form)) ?? '{}');
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : {};
  } catch {
    return {}; // storage is off, or another version wrote something else
  }
}

export function keepDraft(store: DraftStore, form: string, values: object, secret: readonly string[]): void {
  const kept = Object.entries(values).filter(([field]) => !secret.includes(field));
  try {
    store.setItem(keyOf(form), JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Storage is off or full: the form itself still holds what was typed.
  }
}

/** Everything that was kept: whoever comes next to this device must not find it. */
export function dropAllDrafts(store: Pick<Storage, 'length' | 'key' | 'removeItem'>): void {
  try {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
    for (const key of keys.filter((name) => name.startsWith(keyOf('')))) store.removeItem(key);
  } catch {
    // Storage is off: nothing was kept.
  }
}

export function dropDraft(store: DraftStore, form: string): void {
  try {
    store.removeItem(keyOf(form));
  } catch {
    // Storage is off: there is nothing to drop.
  }
}
