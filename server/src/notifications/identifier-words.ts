// What people are told when they change the number or address by which they sign in; both languages.
import type { AgencyParams, CodeParams, Words } from './templates.js';

export const IDENTIFIER_WORDS = {
  identifierCode: {
    'zh-CN': ({ code, minutes }: CodeParams): Words => ({
      title: '更换登录方式的验证码',
      body: `验证码 ${code}，${minutes} 分钟内有效，用来确认以后用这里登录同行。不要告诉任何人。不是您本人操作，不用理会。`,
      action: '打开',
    }),
    en: ({ code, minutes }: CodeParams): Words => ({
      title: 'Code to change how you sign in',
      body: `Your code is ${code}, valid for ${minutes} minutes, to confirm that you will sign in to Tongxing with this from now on. Tell nobody. If it was not you, do nothing.`,
      action: 'Open',
    }),
  },
  identifierChanged: {
    'zh-CN': ({ agency }: AgencyParams): Words => ({
      title: '您的登录方式换过了',
      body: `您登录用的手机号或邮箱刚刚换成了新的，原来的不能再用来登录。如果不是您本人，请马上联系${agency}。`,
      action: '查看我的账号',
    }),
    en: ({ agency }: AgencyParams): Words => ({
      title: 'How you sign in has changed',
      body: `The phone number or e-mail you sign in with has just been replaced; the old one does not open your account any more. If it was not you, please call ${agency} at once.`,
      action: 'Open my account',
    }),
  },
} as const;
