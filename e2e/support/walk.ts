// Finds every page that somebody can reach, as they would: by following links. A new page is found by itself.
import type { Page } from 'playwright-core';
import { settled } from './settled.js';

const LOADING = /^(正在打开…|Opening…)$/;
const NAMED = /\/[^/]*(?:%3D|=|[A-Za-z0-9_-]{24,})[^/]*/g;
/** Each year leads to the next, without an end. */
const YEAR = /\/\d{4}(?=\/|$)/g;

/** Where a link leads, without who it is about: all children are one kind of page. */
const kindOf = (path: string): string => path.replace(NAMED, '/:one').replace(YEAR, '/:year');

/** Opens a page by its address and waits until everything on it has come. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await come(page);
}

/** Goes to a page as a link within the platform leads there, without loading the platform anew. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
  await come(page);
}

/** Waits until a page is there: nothing on its way, a title, nothing that still says it is being opened. */
export async function come(page: Page): Promise<void> {
  await settled(page);
  // By element: behind an open dialog the title is there, though nobody is told of it.
  await page.locator('h1').first().waitFor();
  // Several parts may be loading at once; the first of none is gone.
  await page.getByText(LOADING).first().waitFor({ state: 'detached' });
  await settled(page);
}

/** Comes to one page of each kind below `base`, and does something on each; answers their kinds, in the order found. */
export async function walk(
  page: Page,
  base: string,
  on: (path: string) => Promise<void>,
  step: (page: Page, path: string) => Promise<void> = open,
): Promise<readonly string[]> {
  // The account of a desk stands in a menu that is closed.
  const kinds = new Map([base, `${base}/account`].map((path) => [path, path]));
  for (const path of kinds.values()) {
    await step(page, path);
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
