import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FindingKind } from '../../gql/graphql.js';

/** What a mark says: what it seems to be, never what the writer did wrong. */
export const MARK_WORDS: Readonly<Record<FindingKind, MessageDescriptor>> = {
  NAME: msg`像是一个人的名字`,
  OTHER_CHILD: msg`像是另一个孩子的名字`,
  SCHOOL: msg`能看出是哪所学校或哪个班`,
  PHONE: msg`像是电话号码`,
  ID_NUMBER: msg`像是证件或卡的号码`,
  ACCOUNT: msg`像是聊天账号`,
  ADDRESS: msg`能看出住在哪里`,
  EMAIL: msg`像是邮箱`,
  URL: msg`像是网址`,
  QR_CODE: msg`像是二维码`,
  WORDING: msg`可以换一种更暖的说法`,
};
