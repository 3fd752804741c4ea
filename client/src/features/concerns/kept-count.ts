// What became of what this device keeps: told once, whichever part of the page sent it.
import { useSyncExternalStore } from 'react';
import type { SentCount } from './kept-sending.js';

const NOTHING: SentCount = { arrived: 0, refused: 0, waiting: 0 };

let count = NOTHING;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useKeptCount = (): SentCount => useSyncExternalStore(subscribe, () => count);

export function changeKeptCount(change: (before: SentCount) => SentCount): void {
  count = change(count);
  for (const listener of listeners) listener();
}
