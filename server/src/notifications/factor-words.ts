// What people are told about the second step of their account, in both languages.

interface About {
  readonly agency: string;
}

export const FACTOR_WORDS = {
  factorAdded: {
    'zh-CN': ({ agency }: About) => ({
      title: '登录多了一道保护',
      body: `您的账号刚刚加上了验证器或通行密钥，以后登录会多一步确认。如果不是您本人，请马上改密码，并告诉${agency}。`,
      action: '查看我的账号',
    }),
    en: ({ agency }: About) => ({
      title: 'Your account has one more lock',
      body: `An authenticator app or a passkey has just been added to your account; signing in takes one more step from now on. If it was not you, change your password at once and tell ${agency}.`,
      action: 'Open my account',
    }),
  },
  factorRemoved: {
    'zh-CN': ({ agency }: About) => ({
      title: '登录少了一道保护',
      body: `您的账号刚刚移除了一个验证器或通行密钥。如果不是您本人，请马上改密码，并告诉${agency}。`,
      action: '查看我的账号',
    }),
    en: ({ agency }: About) => ({
      title: 'Your account has one lock less',
      body: `An authenticator app or a passkey has just been taken off your account. If it was not you, change your password at once and tell ${agency}.`,
      action: 'Open my account',
    }),
  },
  recoveryCodeUsed: {
    'zh-CN': ({ agency }: About) => ({
      title: '用掉了一个恢复码',
      body: `有人（应该是您本人）刚刚用恢复码确认了登录。用过的恢复码不能再用，剩下不多时请换一组新的。如果不是您本人，请马上改密码，并告诉${agency}。`,
      action: '查看我的账号',
    }),
    en: ({ agency }: About) => ({
      title: 'A recovery code was used',
      body: `Somebody, most likely you, has just used a recovery code. It does not work a second time; make a new set when few are left. If it was not you, change your password at once and tell ${agency}.`,
      action: 'Open my account',
    }),
  },
  recoveryCodesRenewed: {
    'zh-CN': ({ agency }: About) => ({
      title: '恢复码换了一组',
      body: `您的恢复码刚刚换了新的一组，以前的都不能再用。如果不是您本人，请马上改密码，并告诉${agency}。`,
      action: '查看我的账号',
    }),
    en: ({ agency }: About) => ({
      title: 'You have new recovery codes',
      body: `Your recovery codes have just been replaced; earlier ones do not work any more. If it was not you, change your password at once and tell ${agency}.`,
      action: 'Open my account',
    }),
  },
  factorsReset: {
    'zh-CN': ({ agency }: About) => ({
      title: '登录保护已经重设',
      body: `${agency}的负责人应您的请求重设了您的登录保护，所有设备都已经退出。请用密码登录，再设一次。如果不是您提出的，请马上联系${agency}。`,
      action: '去登录',
    }),
    en: ({ agency }: About) => ({
      title: 'Your second step was reset',
      body: `At your request a director of ${agency} has reset the second step of your account, and all devices are signed out. Please sign in with your password and set it up again. If you did not ask for it, call ${agency} at once.`,
      action: 'Sign in',
    }),
  },
  secondStepFailed: {
    'zh-CN': ({ agency }: About) => ({
      title: '有人没能通过登录的第二步',
      body: `有人用您的密码登录，但第二步没有通过，所以没有进来。如果不是您本人，说明密码已经被别人知道，请马上改密码，并告诉${agency}。`,
      action: '查看我的账号',
    }),
    en: ({ agency }: About) => ({
      title: 'Somebody did not pass the second step',
      body: `Somebody signed in with your password and did not pass the second step, so nobody came in. If it was not you, your password is known to somebody else: change it at once and tell ${agency}.`,
      action: 'Open my account',
    }),
  },
} as const;
