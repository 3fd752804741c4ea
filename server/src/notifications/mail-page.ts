// A mail as mail programs show it: one column, no image, nothing loaded, readable with or without styles.
import type { Locale } from './templates.js';

export const SIGNATURE: Readonly<Record<Locale, string>> = { 'zh-CN': '同行', en: 'Tongxing' };

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

interface Link {
  readonly url: string;
  readonly action: string;
}
interface Item {
  readonly title: string;
  readonly body: string;
  readonly url: string | null;
}
interface MailPage {
  readonly locale: Locale;
  readonly title: string;
  readonly body: string;
  readonly items: readonly Item[];
  readonly link: Link | null;
  readonly why: string;
  /** Where this kind of mail is stopped. */
  readonly stop: Link | null;
}

const FONT = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

export function mailPage({ locale, title, body, items, link, why, stop }: MailPage): string {
  const button = link
    ? `<p style="margin:24px 0"><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 24px;border-radius:10px;background:#0F6A73;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(link.action)}</a></p>`
    : '';
  const ending = stop
    ? `<br><a href="${escapeHtml(stop.url)}" style="color:#0F6A73">${escapeHtml(stop.action)}</a>`
    : '';
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;background:#FBF9F5;color:#1B2A2F;${FONT};line-height:1.6">
<div style="max-width:560px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;color:#0F6A73;font-weight:600">${SIGNATURE[locale]}</p>
<div style="background:#ffffff;border:1px solid #DDD8CE;border-radius:14px;padding:24px">
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.3">${escapeHtml(title)}</h1>
<p style="margin:0">${escapeHtml(body)}</p>${items.map(itemOf).join('')}${button}</div>
<p style="margin:16px 0 0;font-size:14px;color:#4A5B61">${escapeHtml(why)}${ending}</p>
</div></body></html>
`;
}

function itemOf({ title, body, url }: Item): string {
  const name = escapeHtml(title);
  const head = url ? `<a href="${escapeHtml(url)}" style="color:#0F6A73">${name}</a>` : name;
  return `<div style="margin:16px 0 0;padding:16px 0 0;border-top:1px solid #DDD8CE"><h2 style="margin:0 0 4px;font-size:16px;line-height:1.3">${head}</h2><p style="margin:0">${escapeHtml(body)}</p></div>`;
}
