// Asks the browser to keep the frame of the phone pages (public/sw.js), once the page itself is there.

/** In a build, where the browser can, and not where somebody saves data. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || savesData()) return;
  const keep = (): void => void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  // Behind everything that the reader waits for.
  const later = (): void => void window.setTimeout(keep, AFTER_MS);
  if (document.readyState === 'complete') later();
  else window.addEventListener('load', later, { once: true });
}

const AFTER_MS = 1500;

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
