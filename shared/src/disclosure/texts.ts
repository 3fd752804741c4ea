// The text that a family sees and hears before it says yes or no. Its exact words are kept with every answer.
import type { LocalDate } from '../kernel/index.js';
import { offerOf, type Audience, type DisclosurePurpose, type FieldGroup } from './field-groups.js';
import { AUDIENCE_WORDS, FIELD_GROUP_WORDS, type Words } from './words.js';

export const TEXT_LANGUAGES = ['zh-CN', 'en'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** Counts up with every change of a word below: what was given to an earlier text keeps that text. */
export const CONSENT_TEXT_VERSION = 1;

/** Each part has a small drawing of its own beside it, for whoever reads little. */
export const TEXT_PARTS = ['WHO', 'WHY', 'WHAT', 'NEVER', 'UNTIL', 'CHOICE', 'BACK'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

export interface ConsentTextFacts {
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  readonly occasion?: string | undefined;
  readonly until: LocalDate;
  readonly agencyName: string;
}
export interface ConsentText {
  readonly version: number;
  readonly language: TextLanguage;
  readonly parts: readonly { readonly part: TextPart; readonly text: string }[];
}

const WHY: Readonly<Record<DisclosurePurpose, Words>> = {
  COMPANIONSHIP: {
    zh: '这样，陪伴孩子的人知道可以和孩子一起做什么。',
    en: 'So that whoever accompanies the child knows what the two can do together.',
  },
  SPONSORSHIP: {
    zh: '这样，资助的人知道孩子在长大、在学习。',
    en: 'So that whoever gives money knows that the child is growing and learning.',
  },
  ACTIVITY: {
    zh: '这样，活动适合孩子的年龄和爱好。',
    en: "So that the activity fits the child's age and what the child likes.",
  },
  PARTNER: {
    zh: '这样，另一家机构能接着帮忙，你们不用从头再说一遍。',
    en: 'So that another organisation can go on helping, and you need not tell everything again.',
  },
  EXPERT_ADVICE: {
    zh: '这样，懂这方面的人能告诉我们怎样帮得更好。',
    en: 'So that somebody who knows this well can tell us how to help better.',
  },
  PUBLIC_STORY: {
    zh: '这样，更多人明白这座城市里孩子们的生活。',
    en: "So that more people understand children's lives in this city.",
  },
};

/** The words for one audience and purpose; undefined where a family is never asked for these two together. */
export function consentText(facts: ConsentTextFacts, language: TextLanguage): ConsentText | undefined {
  const offer = offerOf(facts.purpose, facts.audience);
  if (!offer) return undefined;
  const zh = language === 'zh-CN';
  const pick = (words: Words) => (zh ? words.zh : words.en);
  const groups = offer.groups.map((group: FieldGroup) => pick(FIELD_GROUP_WORDS[group])).join(zh ? '；' : '; ');
  const occasion =
    facts.occasion === undefined ? '' : zh ? `只用于“${facts.occasion}”。` : ` Only for “${facts.occasion}”.`;
  const text: Readonly<Record<TextPart, string>> = {
    WHO: zh
      ? `我们想让这些人看到孩子的一些情况：${pick(AUDIENCE_WORDS[facts.audience])}。${occasion}`
      : `We would like these people to see some things about your child: ${pick(AUDIENCE_WORDS[facts.audience])}.${occasion}`,
    WHY: pick(WHY[facts.purpose]),
    WHAT: zh
      ? `每一样您都可以分别说“可以”或“不可以”：${groups}。`
      : `To each of these you can say yes or no by itself: ${groups}.`,
    NEVER: zh
      ? '孩子的真名、学校名字、住址和电话，我们不会给他们看。'
      : "We never show them the child's real name, the school's name, where you live, or a number of the child.",
    UNTIL: zh
      ? `您的同意到${facts.until}为止。到期以前，我们会再问您。`
      : `Your yes ends on ${facts.until}. Before that day we ask you again.`,
    CHOICE: zh
      ? '您可以都说“不可以”。孩子得到的帮助不会因此改变，一点也不会。'
      : 'You may say no to everything. It changes nothing in the help that your child gets, nothing at all.',
    BACK: zh
      ? `您随时可以收回，不用说理由。收回以后，马上就看不到了。找${facts.agencyName}，或者用我们给您的链接。`
      : `You can take it back at any time, without a reason. From that moment nobody sees it. Ask ${facts.agencyName}, or use the link we gave you.`,
  };
  return { version: CONSENT_TEXT_VERSION, language, parts: TEXT_PARTS.map((part) => ({ part, text: text[part] })) };
}

/** The text in one piece, as it is kept and as its fingerprint is taken. */
export const textBody = ({ version, language, parts }: ConsentText): string =>
  [`${String(version)} ${language}`, ...parts.map(({ text }) => text)].join('\n');
