// What people are told of an agreement with them, or of one that the agency has to sign; in both languages.
import type { AgencyParams } from './templates.js';

export interface NewVersionParams extends AgencyParams {
  /** Last day on which the earlier version counts, YYYY-MM-DD. */
  readonly day: string;
}

export const AGREEMENT_WORDS = {
  agreementOffered: {
    'zh-CN': ({ agency }: AgencyParams) => ({
      title: '一份志愿服务协议请您看一看、签一签',
      body: `${agency}为您准备好了志愿服务协议。先读一读，有不明白的先问，觉得合适再签；手机上就可以签。`,
      action: '打开协议',
    }),
    en: ({ agency }: AgencyParams) => ({
      title: 'A volunteer agreement is ready for you to read and sign',
      body: `${agency} has prepared a volunteer agreement with you. Read it first, ask about whatever is unclear, and sign if it suits you; a phone is enough.`,
      action: 'Open the agreement',
    }),
  },
  agreementNewVersion: {
    'zh-CN': ({ agency, day }: NewVersionParams) => ({
      title: '志愿服务协议有了新版本，请您签',
      body: `${agency}的志愿服务协议有了新版本。请在 ${day} 以前（含当天）读一读、签上名；在那以前，您签过的旧版本照样算数。`,
      action: '打开协议',
    }),
    en: ({ agency, day }: NewVersionParams) => ({
      title: 'Your volunteer agreement has a new version to sign',
      body: `${agency} has a new version of its volunteer agreement. Please read and sign it by ${day}; until then what you signed before goes on counting.`,
      action: 'Open the agreement',
    }),
  },
  agreementYourTurn: {
    'zh-CN': () => ({
      title: '监护人已经签好，请您签协议',
      body: '您的监护人已经签了志愿服务协议，现在等您自己签。先读一读，觉得合适再签。',
      action: '打开协议',
    }),
    en: () => ({
      title: 'Your guardian has signed; now it is your turn',
      body: 'Your guardian has signed the volunteer agreement; now it waits for your own signature. Read it first, and sign if it suits you.',
      action: 'Open the agreement',
    }),
  },
  agreementAwaitsGuardian: {
    'zh-CN': () => ({
      title: '一位志愿者签了协议，还等监护人签',
      body: '一位未满十八周岁的志愿者签了协议，现在等监护人签。请把链接发给监护人，或者请监护人来当面签。',
      action: '打开协议',
    }),
    en: () => ({
      title: 'A volunteer has signed; their guardian is awaited',
      body: 'A volunteer under eighteen has signed the agreement; now their guardian is awaited. Please send the guardian a link, or ask them to sign at the desk.',
      action: 'Open the agreement',
    }),
  },
  agreementToCountersign: {
    'zh-CN': () => ({
      title: '一份协议等机构签',
      body: '对方已经签好，现在等您代表机构签。您签了以后，协议当天生效。',
      action: '读一读，再签',
    }),
    en: () => ({
      title: 'An agreement waits for the agency’s signature',
      body: 'The other side has signed; now the agreement waits for you to sign for the agency. It holds from the day on which you do.',
      action: 'Read it and sign',
    }),
  },
  agreementInForce: {
    'zh-CN': ({ agency }: AgencyParams) => ({
      title: '您的志愿服务协议生效了',
      body: `${agency}也签好了，协议从今天起算数。随时可以打开看、下载，也随时可以退出。`,
      action: '打开协议',
    }),
    en: ({ agency }: AgencyParams) => ({
      title: 'Your volunteer agreement holds',
      body: `${agency} has signed as well, and the agreement counts from today. You can read it, download it and leave it at any time.`,
      action: 'Open the agreement',
    }),
  },
  agreementInForceForDesk: {
    'zh-CN': () => ({
      title: '您请签的一份协议生效了',
      body: '双方都签好了，您请签的这份协议从今天起算数。',
      action: '打开协议',
    }),
    en: () => ({
      title: 'An agreement that you offered holds',
      body: 'Both sides have signed, and the agreement that you offered counts from today.',
      action: 'Open the agreement',
    }),
  },
  agreementLeft: {
    'zh-CN': () => ({
      title: '有人退出了一份协议',
      body: '对方退出了一份协议，从今天起不再算数。请看看正在进行的安排要怎么接上，也问一问对方是不是需要帮助。',
      action: '打开协议',
    }),
    en: () => ({
      title: 'Somebody has left an agreement',
      body: 'The other side has left an agreement; from today it counts no longer. Please see how what is under way goes on, and ask whether they need help.',
      action: 'Open the agreement',
    }),
  },
  agreementDeclined: {
    'zh-CN': () => ({
      title: '一份协议没有签成',
      body: '对方这次没有签您请签的协议。可以问一问有什么不合适的地方，以后还可以再请。',
      action: '打开协议',
    }),
    en: () => ({
      title: 'An agreement was not signed',
      body: 'The other side did not sign the agreement this time. You may ask what does not suit them, and offer it again later.',
      action: 'Open the agreement',
    }),
  },
  agreementEnded: {
    'zh-CN': ({ agency }: AgencyParams) => ({
      title: '您的志愿服务协议结束了',
      body: `${agency}结束了和您的志愿服务协议，从今天起您先不要单独服务。有什么想问的，请联系社会工作者。谢谢您做过的一切。`,
      action: '打开协议',
    }),
    en: ({ agency }: AgencyParams) => ({
      title: 'Your volunteer agreement has ended',
      body: `${agency} has ended the volunteer agreement with you; from today please do not serve on your own. If you have questions, ask the social worker. Thank you for all that you have done.`,
      action: 'Open the agreement',
    }),
  },
  agreementTakenBack: {
    'zh-CN': () => ({
      title: '一份协议不用再签了',
      body: '请您签的一份志愿服务协议已经收回，不用再签。有什么想问的，请联系社会工作者。',
      action: '打开协议',
    }),
    en: () => ({
      title: 'An agreement need not be signed any more',
      body: 'A volunteer agreement that you were asked to sign has been taken back. If you have questions, ask the social worker.',
      action: 'Open the agreement',
    }),
  },
} as const;
