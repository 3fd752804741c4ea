// The page behind “send no more”: it asks, since a mailbox's scanner opens links too; only the button does it.
import { MARK, plainPage } from '../plain-page.js';
import type { Locale } from '../templates.js';
import type { Unsubscribe } from './unsubscribe-links.js';
import { KIND_WORDS, PAGE_WORDS } from './unsubscribe-words.js';

const STYLE = `
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 24px; margin-top: 24px }
.card p { margin: 0 0 16px } .card p:last-child { margin: 0 }
button { font: inherit; font-weight: 600; min-height: 44px; padding: 8px 24px; border: 0; border-radius: 10px; background: var(--teal); color: var(--on-teal); cursor: pointer }
form { margin: 0 0 16px }
`;
/** Where somebody who is signed in chooses in detail; others sign in first. */
const SETTINGS = '/messages';

const frame = (locale: Locale, title: string, content: string) =>
  plainPage({
    locale,
    title,
    product: PAGE_WORDS[locale].product,
    style: STYLE,
    main: `<header>${MARK}<h1>${title}</h1></header>\n<div class="card">${content}</div>`,
  });

export function askingPage({ kinds, locale }: Unsubscribe): string {
  const words = PAGE_WORDS[locale];
  const content = `<p>${words.asked}</p>
<form method="post"><button type="submit">${words.stop}</button></form>
<p class="quiet">${words.always}</p>
<p><a href="${SETTINGS}">${words.change}</a></p>`;
  return frame(locale, words.ask(KIND_WORDS[kinds][locale]), content);
}

export function stoppedPage({ kinds, locale }: Unsubscribe): string {
  const words = PAGE_WORDS[locale];
  const content = `<p>${words.told}</p><p class="quiet">${words.always}</p><p><a href="${SETTINGS}">${words.settings}</a></p>`;
  return frame(locale, words.done(KIND_WORDS[kinds][locale]), content);
}

export function deadLinkPage(locale: Locale): string {
  const words = PAGE_WORDS[locale];
  return frame(locale, words.failed, `<p>${words.why}</p><p><a href="${SETTINGS}">${words.settings}</a></p>`);
}
