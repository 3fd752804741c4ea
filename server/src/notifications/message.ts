// A message as it leaves: text for everybody, and for mail a small page that any mail program can show.
import { z } from 'zod';
import { mailPage, SIGNATURE } from './mail-page.js';
import {
  TEMPLATE_NAMES,
  WHOLE_IN_SMS,
  agencyIn,
  wordsOf,
  type Locale,
  type TemplateName,
  type TemplateParams,
} from './templates.js';

const params = z.record(z.string(), z.string());
/** Page of the platform that it leads to, beginning with a slash. */
const path = z.string().startsWith('/').nullable();

/** What the sending job carries; sealed, and purged once it has been sent. */
export const messagePayload = z.object({
  channel: z.enum(['MAIL', 'SMS']),
  to: z.string().min(3),
  template: z.enum(TEMPLATE_NAMES),
  locale: z.enum(['zh-CN', 'en']),
  params,
  path,
  /** Whose message it is, or whose family's: what is kept of it is sealed with their data key. */
  subject: z.string().optional(),
  /** What is sent together, each with its own words, made when it leaves. */
  items: z.array(z.object({ template: z.enum(TEMPLATE_NAMES), params, path })).optional(),
});
export type MessagePayload = z.infer<typeof messagePayload>;

/** So many messages stand in one mail; the rest are in the platform. */
export const MOST_ITEMS = 30;

export const SEND_MESSAGE = { kind: 'message.send', payload: messagePayload };

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where this kind of mail is stopped by one click; absent where nobody may. */
  readonly unsubscribe?: string | undefined;
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
  readonly items?: MessagePayload['items'];
}

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

const STOP: Readonly<Record<Locale, string>> = { 'zh-CN': '不想再收这类消息', en: 'Send me no more of these' };

/** `unsubscribe`: where this kind is stopped. */
export function toMail(message: Written, publicUrl: string, unsubscribe?: string): Mail {
  const { title, body, action } = words(message);
  const { locale } = message;
  const link = message.path === null ? null : { url: `${publicUrl}${message.path}`, action };
  const items = (message.items ?? []).map((item) => ({
    ...words({ ...item, locale }),
    url: item.path && `${publicUrl}${item.path}`,
  }));
  const reason = message.template === 'invitation' ? WHY_INVITED : WHY;
  const why = reason[locale](agencyIn(locale, message.params['agency']));
  const stop = unsubscribe ? { url: unsubscribe, action: STOP[locale] } : null;
  const text = [
    ...[title, '', body],
    ...items.flatMap((item) => ['', `* ${item.title}`, item.body, ...(item.url ? [item.url] : [])]),
    ...(link ? ['', `${link.action}: ${link.url}`] : []),
    ...['', '--', why],
    ...(stop ? [`${stop.action}: ${stop.url}`] : []),
    '',
  ].join('\n');
  const html = mailPage({ locale, title, body, items, link, why, stop });
  return { to: message.to, subject: title, text, html, ...(unsubscribe ? { unsubscribe } : {}) };
}

/** The job's payload came through JSON; the template's own type says which of its texts are read. */
const words = ({ template, locale, params }: Pick<Written, 'template' | 'locale' | 'params'>) =>
  wordsOf(template, locale, params as unknown as TemplateParams[typeof template]);

export { escapeHtml } from './mail-page.js';
