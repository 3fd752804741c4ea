// What people do on every page: sign in, look for words, read all of it.
import type { Page } from 'playwright-core';

interface Words {
  readonly identifier: string;
  readonly password: string;
  readonly submit: string;
}
const CHINESE: Words = { identifier: '手机号或邮箱', password: '密码', submit: '登录' };
const ENGLISH: Words = { identifier: 'Phone number or e-mail', password: 'Password', submit: 'Sign in' };

/** Signs in by the form and waits for the person's own pages. */
export async function signIn(page: Page, identifier: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await heading(page, /^(登录|Sign in)$/);
  const words = (await page.locator('html').getAttribute('lang')) === 'en' ? ENGLISH : CHINESE;
  await page.getByLabel(words.identifier, { exact: true }).fill(identifier);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.submit, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Waits until the page bears this title. */
export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' }).waitFor();
}

/** Waits until the words stand somewhere in the page's main part. */
export async function words(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('main').getByText(text).first().waitFor();
}

/** Waits for a passing message. */
export async function message(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
}

/** Everything that stands on the page now, also what is folded away. */
export async function allText(page: Page): Promise<string> {
  return (await page.locator('body').textContent()) ?? '';
}

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const link = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name, exact: typeof name === 'string' });
