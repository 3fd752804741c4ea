// What people are told about their requests to see, correct or erase what is kept of them, and who must answer; both languages.

export const RIGHTS_WORDS = {
  rightsAnswered: {
    'zh-CN': () => ({
      title: '您关于自己信息的请求有答复了',
      body: '请打开看一看。有副本的，可以在期限以内下载；没有同意的，写明了理由，也写了可以向谁反映。',
      action: '查看答复',
    }),
    en: () => ({
      title: 'There is an answer about what we keep of you',
      body: 'Please have a look. A copy can be downloaded for some days; where we refused, the reason is written there, and whom to turn to.',
      action: 'See the answer',
    }),
  },
  rightsDue: {
    'zh-CN': () => ({
      title: '有人在等关于自己信息的答复',
      body: '有一项查看、更正或删除个人信息的请求快到期限，或者已经过了。请今天处理。',
      action: '查看请求',
    }),
    en: () => ({
      title: 'Somebody waits for an answer about their data',
      body: 'A request to see, correct or erase personal data is due soon, or overdue. Please answer it today.',
      action: 'See the requests',
    }),
  },
  breachClock: {
    'zh-CN': () => ({
      title: '信息事件有一步到期了',
      body: '有一起信息泄露、改动或丢失的事件，有一步快到时限，或者已经过了。请马上打开处理。',
      action: '马上处理',
    }),
    en: () => ({
      title: 'A step of a breach is due',
      body: 'A breach of personal data has a step that is due soon, or overdue. Please open it now.',
      action: 'Open it now',
    }),
  },
} as const;
