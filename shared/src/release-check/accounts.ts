// Accounts of messengers, mail addresses and links: ways to somebody that go past the agency.
import type { Spotted } from './finding.js';
import { withDigits } from './folded.js';

const MESSENGER =
  /(?:微\s?信|威信|薇信|徽信|维信|微❤|v\s?信|wei\s?xin|we\s?chat|[加+]\s?v(?![a-z])|\bvx\b|\bwx\b|vx(?=[号:：])|卫星号|薇号|v号|企鹅|扣扣|抠抠|q\s?q|抖音|快手|小红书|微博|视频号|telegram|whatsapp|line\s?id)/g;
/** Between the word and the account: how people lead over to it. */
const LEAD = /^[\s号码是为叫搜名加同群:：,，=()（）[\]【】“”"'「」‘’,，\->→我的id]{0,10}$/;
const ACCOUNT = /[a-z][-_a-z0-9]{4,19}|\d{5,12}/;
const TOLD = /[号是叫搜:：=]|id/;
const AWAY = 14;

export function spotAccounts(folded: string): Spotted[] {
  return [...afterMessengers(folded), ...every(folded, /wxid_[a-z0-9]{6,}/g, 'ACCOUNT'), ...handles(folded)];
}

function afterMessengers(folded: string): Spotted[] {
  const digits = withDigits(folded);
  return [...folded.matchAll(MESSENGER)].flatMap((match): Spotted[] => {
    const start = match.index + match[0].length;
    const account = ACCOUNT.exec(digits.slice(start, start + AWAY + 20));
    if (!account || account.index > AWAY) return [];
    const lead = digits.slice(start, start + account.index);
    if (!LEAD.test(lead)) return [];
    // A word in Latin letters after 微信 is an account where it looks like one, or is said to be one.
    const looksLikeOne = /[\d_-]/.test(account[0]);
    if (!looksLikeOne && !TOLD.test(lead) && !/^[加+]/.test(match[0])) return [];
    const from = start + account.index;
    return [{ kind: 'ACCOUNT', from, to: from + account[0].length }];
  });
}

const handles = (folded: string): Spotted[] =>
  every(folded, /(?<![a-z0-9._%+-])@[a-z0-9_]{4,}(?![a-z0-9.])/g, 'ACCOUNT');

const AT = String.raw`\s?(?:@|\(at\)|\[at\]|#at#|艾特|圈a)\s?|\sat\s`;
const DOT = String.raw`\s?(?:\.|。|点|\(dot\)|\[dot\])\s?|\sdot\s`;
const MAIL = new RegExp(
  String.raw`[a-z0-9][a-z0-9._%+-]{0,60}(?:${AT})[a-z0-9-]{1,40}(?:(?:${DOT})[a-z0-9-]{2,20}){1,3}`,
  'g',
);
const ENDS = 'com|cn|net|org|io|top|xyz|vip|cc|shop|me|edu|gov|app|info|club|site|link|tv|ren|fun|ink';
const ADDRESS = new RegExp(
  String.raw`(?<![a-z0-9@.-])(?:[a-z0-9-]{1,40}(?:${DOT})){1,4}(?:${ENDS})(?![a-z0-9-])(?:[/?#][^\s\u3000-\u9fff\uff00-\uffef]*)?`,
  'g',
);

export const spotMail = (folded: string): Spotted[] => every(folded, MAIL, 'EMAIL');

export function spotLinks(folded: string): Spotted[] {
  return [
    ...every(folded, /(?:https?|hxxps?|ftp):\/\/[^\s\u3000-\u9fff\uff00-\uffef]+/g, 'URL'),
    ...every(folded, /(?<![a-z0-9])www\s?\.\s?[^\s\u3000-\u9fff\uff00-\uffef]+/g, 'URL'),
    ...every(folded, ADDRESS, 'URL'),
    ...every(folded, /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5})?(?:\/\S*)?(?![\d.])/g, 'URL'),
  ];
}

const every = (folded: string, pattern: RegExp, kind: Spotted['kind']): Spotted[] =>
  [...folded.matchAll(pattern)].map((match) => ({ kind, from: match.index, to: match.index + match[0].length }));
