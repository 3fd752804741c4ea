// Whose account was open last on this device, by opaque id: what they write without a line is sent as theirs, or not at all.
const KEY = 'tongxing.whose';

export function rememberViewer(id: string | undefined): void {
  try {
    if (id === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  } catch {
    // Storage is off: without a line nothing can be written then, and the words say to call.
  }
}

export function lastViewer(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
