// What a platform without providers has caught, as the inbox page shows it: where a test finds links and codes.
import { JobWorker } from '../platform/outbox/index.js';
import type { TestApp } from './test-app.js';

/** Does everything that is due: messages are sent, what waited for its time happens. */
export async function sendDue(platform: TestApp): Promise<void> {
  await platform.app.get(JobWorker).drain();
}

/** Everything that is due is sent first. The newest message comes first. */
export async function inboxOf(platform: TestApp): Promise<string> {
  await sendDue(platform);
  return (await platform.client().fetch('/inbox', { headers: { 'accept-language': 'zh-CN' } })).text();
}

/** The secret of the newest link below a path: `/join/`, `/reset/`. */
export async function newestLink(platform: TestApp, path: string): Promise<string> {
  const found = new RegExp(`${path}([\\w-]{43})`).exec(await inboxOf(platform));
  if (!found?.[1]) throw new Error(`nothing in the inbox leads to ${path}`);
  return found[1];
}

/** The newest six digits. */
export async function newestCode(platform: TestApp): Promise<string> {
  const found = /(?:验证码|code is) (\d{6})/.exec(await inboxOf(platform));
  if (!found?.[1]) throw new Error('no code in the inbox');
  return found[1];
}
