// What is sent together: how many messages there are, and below each of them its own words.
import type { AgencyParams, Words } from './templates.js';

export interface DigestParams extends AgencyParams {
  readonly count: string;
}

export const DIGEST_WORDS = {
  digest: {
    'zh-CN': ({ agency, count }: DigestParams): Words => ({
      title: `您有 ${count} 条消息`,
      body: `按您选的时间，${agency}把这段时间的消息合在一起发给您。`,
      action: '打开全部消息',
    }),
    en: ({ agency, count }: DigestParams): Words => ({
      title: count === '1' ? 'One message for you' : `${count} messages for you`,
      body: `At the time that you chose, ${agency} sends you together what there was to tell.`,
      action: 'Open all messages',
    }),
  },
} as const;
