// What applicants, their guardians and referees are told by SMS, and colleagues when somebody has applied; both languages.
interface Agency {
  readonly agency: string;
}

export const APPLICATION_WORDS = {
  applicationArrived: {
    'zh-CN': () => ({
      title: '有人报名做志愿者',
      body: '一份新的报名到了。早一点打个招呼，对方会更放心。',
      action: '看一看这份报名',
    }),
    en: () => ({
      title: 'Somebody would like to volunteer',
      body: 'A new application has arrived. A word soon makes it easier for them.',
      action: 'Open the application',
    }),
  },
  applicationResume: {
    'zh-CN': ({ agency }: Agency) => ({
      title: '接着填您的报名',
      body: `${agency}：您填的都在，点开就能接着来，不用账号。链接只给您本人：`,
      action: '接着填',
    }),
    en: ({ agency }: Agency) => ({
      title: 'Go on with your application',
      body: `${agency}: everything you typed is there; open it and go on, no account needed. This link is for you alone:`,
      action: 'Go on',
    }),
  },
  applicationAnswered: {
    'zh-CN': ({ agency }: Agency) => ({
      title: '您的报名有回音了',
      body: `${agency}：谢谢您愿意来。您的报名有回音了，请打开看一看：`,
      action: '看一看',
    }),
    en: ({ agency }: Agency) => ({
      title: 'There is an answer to your application',
      body: `${agency}: thank you for wanting to help. There is an answer to your application:`,
      action: 'Have a look',
    }),
  },
} as const;

interface AskParams extends Agency {
  /** YYYY-MM-DD in the agency's zone. */
  readonly expiresOn: string;
}

export const ASK_WORDS = {
  applicationGuardian: {
    'zh-CN': ({ agency, expiresOn }: AskParams) => ({
      title: '家里有人想做志愿者，想先问您',
      body: `${agency}：您家里一位未满十八周岁的人报名做志愿者，要先听您的意见。请打开看一看再回答（${expiresOn} 前有效，不用账号）：`,
      action: '看一看，再回答',
    }),
    en: ({ agency, expiresOn }: AskParams) => ({
      title: 'Somebody in your care would like to volunteer',
      body: `${agency}: somebody under eighteen in your care has applied to volunteer, and your word comes first. Please read and answer (until ${expiresOn}, no account needed):`,
      action: 'Read and answer',
    }),
  },
  applicationReferee: {
    'zh-CN': ({ agency, expiresOn }: AskParams) => ({
      title: '有人请您说几句',
      body: `${agency}：一位报名做志愿者的人说您了解他或她，想请您说几句（${expiresOn} 前有效，不用账号）：`,
      action: '说几句',
    }),
    en: ({ agency, expiresOn }: AskParams) => ({
      title: 'Somebody named you',
      body: `${agency}: somebody who would like to volunteer says that you know them. Would you say a few words (until ${expiresOn}, no account needed):`,
      action: 'Say a few words',
    }),
  },
} as const;
