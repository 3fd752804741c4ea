// Finds every page that somebody can reach, as they would: by following links. A new page is found by itself.
import type { Page } from 'playwright-core';

const LOADING = /^(正在打开…|Opening…)$/;
const NAMED = /\/[^/]*(?:%3D|=|[A-Za-z0-9_-]{24,})[^/]*/g;

/** Where a link leads, without who it is about: all children are one kind of page. */
const kindOf = (path: string): string => path.replace(NAMED, '/:one');

/** Opens a page and waits until everything on it has come. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByText(LOADING).waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}

/** Opens one page of each kind below `base`, and does something on each; answers their kinds, in the order found. */
export async function walk(page: Page, base: string, on: (path: string) => Promise<void>): Promise<readonly string[]> {
  // The account of a desk stands in a menu that is closed.
  const kinds = new Map([base, `${base}/account`].map((path) => [path, path]));
  for (const path of kinds.values()) {
    await open(page, path);
    await on(path);
    for (const next of await linksOf(page, base)) if (!kinds.has(kindOf(next))) kinds.set(kindOf(next), next);
  }
  return [...kinds.keys()];
}

function linksOf(page: Page, base: string): Promise<readonly string[]> {
  return page.evaluate((start) => {
    const own = [...document.links].filter(({ origin }) => origin === location.origin);
    return own.map(({ pathname }) => pathname).filter((path) => path === start || path.startsWith(`${start}/`));
  }, base);
}
