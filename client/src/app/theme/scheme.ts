// Light, dark or as the device prefers. early.js reads the same key before the first paint.
import type { MantineColorSchemeManager } from '@mantine/core';
import { useSyncExternalStore } from 'react';

export type Scheme = 'auto' | 'light' | 'dark';

const KEY = 'tongxing.scheme';
const deviceIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let chosen = remembered();

function remembered(): Scheme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto'; // storage is off in some private windows; the default does
  }
}

const isDark = (): boolean => chosen === 'dark' || (chosen === 'auto' && deviceIsDark.matches);

function show(): void {
  document.documentElement.dataset['mantineColorScheme'] = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

export function chooseScheme(next: Scheme): void {
  chosen = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage is off: the choice lasts as long as this page.
  }
  show();
}

deviceIsDark.addEventListener('change', show);
window.addEventListener('storage', ({ key }) => {
  if (key !== KEY) return;
  chosen = remembered(); // chosen in another tab
  show();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useScheme(): { readonly chosen: Scheme; readonly dark: boolean } {
  return {
    chosen: useSyncExternalStore(subscribe, () => chosen),
    dark: useSyncExternalStore(subscribe, isDark),
  };
}

let stopTelling: (() => void) | undefined;

/** The component library follows the same choice. */
export const schemeManager: MantineColorSchemeManager = {
  get: () => chosen,
  set: chooseScheme,
  subscribe: (tell) => {
    stopTelling = subscribe(() => tell(chosen));
  },
  unsubscribe: () => stopTelling?.(),
  clear: () => chooseScheme('auto'),
};
