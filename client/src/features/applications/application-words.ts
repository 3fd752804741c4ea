import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  AcceptedInvitation,
  ApplicantAge,
  ApplicationAskAnswer,
  ApplicationState,
  ApplicationWait,
  AppliedVia,
} from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

interface Worded {
  readonly word: MessageDescriptor;
  readonly tone: Tone;
}
export const STATE: Readonly<Record<ApplicationState, Worded>> = {
  STARTED: { word: msg`正在写`, tone: 'quiet' },
  SENT: { word: msg`等面谈`, tone: 'waiting' },
  TALKED: { word: msg`谈过了`, tone: 'soon' },
  ACCEPTED: { word: msg`接受了`, tone: 'good' },
  DECLINED: { word: msg`没有接受`, tone: 'quiet' },
  WITHDRAWN: { word: msg`自己收回了`, tone: 'quiet' },
};
/** What it waits for, as the next step of whoever works on it. */
export const WAIT: Readonly<Record<ApplicationWait, MessageDescriptor>> = {
  APPLICANT: msg`报名的人先放一放，等他或她`,
  TALK: msg`打电话，约一次面谈`,
  GUARDIAN: msg`等监护人的回答`,
  REFERENCES: msg`请认识的人说几句`,
  DECISION: msg`都齐了，可以决定`,
  AGE: msg`年龄还没有到，不能接受`,
  GUARDIAN_SAID_NO: msg`监护人没有同意，不能接受`,
};
export const AGE: Readonly<Record<ApplicantAge, Worded | undefined>> = {
  ADULT: undefined,
  MINOR: { word: msg`未满十八周岁`, tone: 'soon' },
  TOO_YOUNG: { word: msg`年龄还没有到`, tone: 'refused' },
  UNKNOWN: { word: msg`出生日期要再问`, tone: 'waiting' },
};
export const VIA: Readonly<Record<AppliedVia, MessageDescriptor>> = {
  FORM: msg`公开的报名页`,
  INVITATION: msg`邀请链接`,
  TEAM: msg`团队链接`,
};
export const ANSWER: Readonly<Record<ApplicationAskAnswer, { readonly guardian: Worded; readonly referee: Worded }>> = {
  YES: {
    guardian: { word: msg`同意`, tone: 'good' },
    referee: { word: msg`放心`, tone: 'good' },
  },
  WITH_CARE: {
    guardian: { word: msg`有话要说`, tone: 'soon' },
    referee: { word: msg`有一些想提醒的`, tone: 'soon' },
  },
  NO: {
    guardian: { word: msg`不同意`, tone: 'refused' },
    referee: { word: msg`不放心`, tone: 'refused' },
  },
};
export const INVITED: Readonly<Record<AcceptedInvitation, MessageDescriptor>> = {
  SENT: msg`接受了，开通账号的邀请已经用短信发出去。`,
  HAS_ACCOUNT: msg`接受了。这个号码已经有账号，消息发到了那里。`,
  ALREADY_INVITED: msg`接受了。开通账号的邀请以前发过，还有效。`,
  NO_PHONE: msg`接受了，但是没有能发邀请的号码。请在志愿者的页面上补。`,
  PHONE_TAKEN: msg`接受了，但是这个号码登录的是别人。请在志愿者的页面上核对。`,
  NOT_YOURS: msg`接受了，邀请要请别的同事来发。`,
};
