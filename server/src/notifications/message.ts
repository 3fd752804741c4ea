// A message as it leaves: text for everybody, and for mail a small page that any mail program can show.
import { z } from 'zod';
import {
  TEMPLATE_NAMES,
  WHOLE_IN_SMS,
  agencyIn,
  wordsOf,
  type Locale,
  type TemplateName,
  type TemplateParams,
} from './templates.js';

/** What the sending job carries; sealed, and purged once it has been sent. */
export const messagePayload = z.object({
  channel: z.enum(['MAIL', 'SMS']),
  to: z.string().min(3),
  template: z.enum(TEMPLATE_NAMES),
  locale: z.enum(['zh-CN', 'en']),
  params: z.record(z.string(), z.string()),
  /** Page of the platform that it leads to, beginning with a slash. */
  path: z.string().startsWith('/').nullable(),
  /** Whose message it is, or whose family's: what is kept of it is sealed with their data key. */
  subject: z.string().optional(),
});
export type MessagePayload = z.infer<typeof messagePayload>;

export const SEND_MESSAGE = { kind: 'message.send', payload: messagePayload };

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
export interface Sms {
  readonly to: string;
  readonly text: string;
}

interface Written {
  readonly template: TemplateName;
  readonly locale: Locale;
  readonly params: Readonly<Record<string, string>>;
  readonly to: string;
  readonly path: string | null;
}

const SIGNATURE: Readonly<Record<Locale, string>> = { 'zh-CN': '同行', en: 'Tongxing' };
const WHY_INVITED: Readonly<Record<Locale, (agency: string) => string>> = {
  'zh-CN': (agency) => `您收到这封邮件，是因为${agency}用这个邮箱邀请了您。如果您不认识他们，删除就好。`,
  en: (agency) =>
    `You receive this because ${agency} invited you by this address. If you do not know them, just delete it.`,
};
const WHY: Readonly<Record<Locale, (agency: string) => string>> = {
  'zh-CN': (agency) => `您收到这封邮件，是因为您在${agency}的同行平台上有账号。请勿转发。`,
  en: (agency) => `You receive this because you have an account with ${agency} on Tongxing. Please do not forward it.`,
};

export function toSms(message: Written, publicUrl: string): Sms {
  const { title, body } = words(message);
  const signature = `【${SIGNATURE[message.locale]}】`;
  if (message.path !== null && WHOLE_IN_SMS.includes(message.template)) {
    return { to: message.to, text: `${signature}${body} ${publicUrl}${message.path}` };
  }
  // A guardian's message is the link itself; others get their title and where to go.
  if (message.path === null) return { to: message.to, text: `${signature}${body}` };
  return { to: message.to, text: `${signature}${title} ${publicUrl}${message.path}` };
}

export function toMail(message: Written, publicUrl: string): Mail {
  const { title, body, action } = words(message);
  const link = message.path === null ? null : { url: `${publicUrl}${message.path}`, action };
  const reason = message.template === 'invitation' ? WHY_INVITED : WHY;
  const why = reason[message.locale](agencyIn(message.locale, message.params['agency']));
  const text = [title, '', body, ...(link ? ['', `${link.action}: ${link.url}`] : []), '', '--', why, ''].join('\n');
  return { to: message.to, subject: title, text, html: page({ locale: message.locale, title, body, link, why }) };
}

/** The job's payload came through JSON; the template's own type says which of its texts are read. */
const words = ({ template, locale, params }: Written) =>
  wordsOf(template, locale, params as unknown as TemplateParams[typeof template]);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly body: string;
  readonly link: { readonly url: string; readonly action: string } | null;
  readonly why: string;
}

/** One column, no image, nothing loaded: readable in every mail program, with or without styles. */
function page({ locale, title, body, link, why }: Page): string {
  const font = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
  const button = link
    ? `<p style="margin:24px 0"><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 24px;border-radius:10px;background:#0F6A73;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(link.action)}</a></p>`
    : '';
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;background:#FBF9F5;color:#1B2A2F;${font};line-height:1.6">
<div style="max-width:560px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;color:#0F6A73;font-weight:600">${SIGNATURE[locale]}</p>
<div style="background:#ffffff;border:1px solid #DDD8CE;border-radius:14px;padding:24px">
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.3">${escapeHtml(title)}</h1>
<p style="margin:0">${escapeHtml(body)}</p>${button}</div>
<p style="margin:16px 0 0;font-size:14px;color:#4A5B61">${escapeHtml(why)}</p>
</div></body></html>
`;
}
