import type { StoppedKinds } from '../preferences/preferences.js';
import type { Locale } from '../templates.js';

/** What a link stops, as part of a sentence. */
export const KIND_WORDS: Readonly<Record<StoppedKinds, Readonly<Record<Locale, string>>>> = {
  SERVICE: { 'zh-CN': '陪伴的安排', en: 'companionships' },
  SUPERVISION: { 'zh-CN': '督导会谈', en: 'supervision talks' },
  RENEWALS: { 'zh-CN': '到期提醒', en: 'what ends soon' },
  DESK: { 'zh-CN': '机构日常事务', en: 'the daily work of the agency' },
  GIVING: { 'zh-CN': '成长卡片和捐赠', en: 'cards and giving' },
  GATHERED: { 'zh-CN': '合在一起的消息', en: 'messages sent together' },
};

export const PAGE_WORDS = {
  'zh-CN': {
    product: '同行',
    ask: (what: string) => `不再发送“${what}”？`,
    asked: '点一下，这类邮件和短信就不再发给您。消息仍会写在平台里，登录就能看到。',
    stop: '不再发送',
    done: (what: string) => `“${what}”不再发送了`,
    told: '消息仍会写在平台里，登录就能看到。以后想再收，随时可以改回来。',
    always: '关系到孩子安全的消息，和您账号的安全提示，任何时候都会马上发给您。',
    change: '想少收一些、而不是不收？可以改成每天或每周合在一起发',
    failed: '这个链接不能用了',
    why: '链接可能不完整，或者太旧了。请登录，在“我的账号”的“消息怎么发给我”里改。',
    settings: '消息怎么发给我',
  },
  en: {
    product: 'Tongxing',
    ask: (what: string) => `Send no more messages about ${what}?`,
    asked: 'One click, and no more mail or SMS of this kind is sent to you. You still find everything on the platform.',
    stop: 'Send no more',
    done: (what: string) => `No more messages about ${what} are sent`,
    told: 'You still find everything on the platform, and can change your mind at any time.',
    always: "Messages about a child's safety, and about the safety of your account, are always sent at once.",
    change: 'Fewer rather than none? Have them sent together once a day or a week',
    failed: 'This link does not work any more',
    why: 'It may be incomplete, or too old. Please sign in and change it under “How messages reach me” of your account.',
    settings: 'How messages reach me',
  },
} as const;
