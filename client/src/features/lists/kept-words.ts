// Why some rows stayed as they were, each with what to do about it.
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { KeptReason } from '../../gql/graphql.js';

export const KEPT_WORDS: Readonly<Record<KeptReason, MessageDescriptor>> = {
  PAIR_OUT_OF_SIGHT: msg`陪在身边的同事看不到那个服务点的孩子，请先移交陪伴`,
  TOO_CLOSE: msg`这两位之间已有别的工作关系，请换一位同事`,
  NOT_YOURS: msg`不在您的职责范围内，请找负责的同事`,
  OVER: msg`已经结束，不用移交`,
  HAS_ACCOUNT: msg`已经有账号`,
  ALREADY_INVITED: msg`收到过邀请，链接还有效`,
  NO_PHONE: msg`没有登记手机号，请先补上`,
  PHONE_TAKEN: msg`手机号已经用在别人的账号上，请先核对`,
};
