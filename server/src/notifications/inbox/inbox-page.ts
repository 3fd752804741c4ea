// The inbox of demo and development: what would have been sent, readable by anybody who tries the platform out.
import type { Caught } from '../channels/catcher.js';
import { escapeHtml } from '../message.js';
import { MARK, plainPage } from '../plain-page.js';
import type { Locale } from '../templates.js';

const TEXTS = {
  'zh-CN': {
    title: '收件箱',
    product: '同行',
    lead: '演示和开发时，邮件和短信不会真的发出去，都收在这里，最新的在最前，7 天后删除。',
    none: '还没有发出过邮件或短信。接受一个匹配、导入一份名单，这里就会出现通知。',
    MAIL: '邮件',
    SMS: '短信',
    to: '发给',
    open: '看邮件的样子',
    reload: '刷新',
    home: '回到平台',
  },
  en: {
    title: 'Inbox',
    product: 'Tongxing',
    lead: 'In demo and development no mail or SMS really leaves; each is kept here for 7 days, the newest first.',
    none: 'No mail or SMS so far. Accept a match or import a roster, and the message about it appears here.',
    MAIL: 'Mail',
    SMS: 'SMS',
    to: 'to',
    open: 'See the mail as it looks',
    reload: 'Reload',
    home: 'Back to the platform',
  },
} as const satisfies Record<Locale, Record<string, string>>;

const STYLE = `
h2 { font-size: 16px; line-height: 1.3; margin: 0 }
nav a { display: inline-block; padding: 10px 0; margin-left: 16px }
ul { list-style: none; margin: 24px 0 0; padding: 0 }
li { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 16px; margin-bottom: 16px }
.channel { display: inline-block; border: 1px solid var(--line); border-radius: 10px; padding: 0 8px; font-size: 14px; margin-right: 8px }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 12px 0 0 }
`;

/** The language of the browser; Chinese where it says nothing. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const first = (acceptLanguage ?? '').split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh-CN';
}

export function inboxPage(messages: readonly Caught[], locale: Locale, timeZone: string): string {
  const words = TEXTS[locale];
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const list = messages.map((message) => item(message, locale, time)).join('\n');
  const main = `<header>${MARK}<h1>${words.title}</h1><nav><a href="/inbox">${words.reload}</a><a href="/">${words.home}</a></nav></header>
<p class="quiet">${words.lead}</p>
${messages.length === 0 ? `<p>${words.none}</p>` : `<ul>\n${list}\n</ul>`}`;
  return plainPage({ locale, title: words.title, product: words.product, style: STYLE, main });
}

function item(message: Caught, locale: Locale, time: Intl.DateTimeFormat): string {
  const words = TEXTS[locale];
  const look = message.html ? `<p><a href="/inbox/${message.id}">${words.open}</a></p>` : '';
  return `<li>
<h2><span class="channel">${words[message.channel]}</span>${escapeHtml(message.subject ?? '')}</h2>
<p class="quiet">${words.to} ${escapeHtml(message.to)} · <time datetime="${message.sentAt}">${time.format(new Date(message.sentAt))}</time></p>
<p class="text">${linked(message.text)}</p>${look}
</li>`;
}

const ADDRESS = /https?:\/\/[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]+/g;

/** The text with its web addresses made links; everything is escaped, the addresses too. */
function linked(text: string): string {
  let done = 0;
  let html = '';
  for (const match of text.matchAll(ADDRESS)) {
    html += escapeHtml(text.slice(done, match.index));
    html += `<a href="${escapeHtml(match[0])}">${escapeHtml(match[0])}</a>`;
    done = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(done));
}
