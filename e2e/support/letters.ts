// What people find in their messages: the newest link or code that the platform has sent, opened as they open it.
import type { Page } from 'playwright-core';
import { inboxOf } from '../../server/src/testing/inbox.js';
import type { TestApp } from '../../server/src/testing/test-app.js';

/** Opens the newest message with such a link and follows it: `/join/`, `/reset/`. Answers the path it leads to. */
export async function followNewest(page: Page, platform: TestApp, path: string): Promise<string> {
  await inboxOf(platform); // whatever is due goes out first
  await page.goto('/inbox');
  const link = page.locator(`a[href*="${path}"]`).first();
  // The letter names the platform's public address; a test serves it on a port of its own.
  const { pathname } = new URL((await link.getAttribute('href')) ?? '');
  await page.goto(pathname);
  return pathname;
}
