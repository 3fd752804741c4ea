import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  AgreementCapacity,
  AgreementEnd,
  AgreementKind,
  AgreementMethod,
  AgreementState,
  AgreementWay,
} from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export interface Word {
  readonly word: MessageDescriptor;
  readonly tone: Tone;
}

export const KIND: Readonly<Record<AgreementKind, MessageDescriptor>> = {
  VOLUNTEER: msg`志愿服务协议`,
  SERVICE: msg`家庭服务协议`,
};
export const STATE: Readonly<Record<AgreementState, Word>> = {
  TO_SIGN: { word: msg`等对方签`, tone: 'soon' },
  TO_COUNTERSIGN: { word: msg`等机构签`, tone: 'waiting' },
  IN_FORCE: { word: msg`生效中`, tone: 'good' },
  ENDED: { word: msg`已经结束`, tone: 'quiet' },
  WITHDRAWN: { word: msg`没有签成`, tone: 'quiet' },
  REPLACED: { word: msg`已由新的一份代替`, tone: 'quiet' },
};
export const CAPACITY: Readonly<Record<AgreementCapacity, MessageDescriptor>> = {
  VOLUNTEER: msg`志愿者本人`,
  GUARDIAN: msg`监护人`,
  AGENCY: msg`机构`,
};
export const METHOD: Readonly<Record<AgreementMethod, MessageDescriptor>> = {
  DRAWN: msg`手写签名`,
  TYPED: msg`输入了姓名`,
  WITNESSED: msg`口头同意，有人见证`,
  PAPER: msg`签在纸上`,
};
export const WAY: Readonly<Record<AgreementWay, MessageDescriptor>> = {
  ACCOUNT: msg`登录后`,
  LINK: msg`用私人链接`,
  DEVICE: msg`在工作人员的设备上`,
};
export const END_REASON: Readonly<Record<AgreementEnd, MessageDescriptor>> = {
  OWN_WISH: msg`对方自己想结束`,
  AGREED: msg`双方商量好`,
  NOT_KEPT: msg`没有按协议做`,
  MOVED: msg`搬走了`,
  MISTAKE: msg`发错了`,
  OTHER: msg`其他原因`,
};
