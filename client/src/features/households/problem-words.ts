// What stands against a change, in words: which field, and what is wrong with it.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { lookUp } from '../../ui/words/look-up.js';

const FIELDS: Readonly<Record<string, MessageDescriptor>> = {
  childIds: msg`孩子`,
  name: msg`姓名`,
  phone: msg`电话`,
  relation: msg`和孩子的关系`,
  isCaregiver: msg`平时照护孩子的人`,
  size: msg`家里几口人`,
  originProvince: msg`老家`,
  note: msg`补充的话`,
  areaCode: msg`住的地方`,
  address: msg`地址`,
  since: msg`从哪天起`,
  until: msg`到哪天为止`,
  happenedOn: msg`哪一天`,
  discoveredOn: msg`哪一天`,
  priority: msg`什么时候好`,
  referrer: msg`谁介绍来的`,
  school: msg`学校`,
  householdMemberId: msg`这位家人`,
  householdId: msg`搬到的那个家`,
};
const PROBLEMS: Readonly<Record<string, MessageDescriptor>> = {
  REQUIRED: msg`请填写`,
  TOO_LONG: msg`写得短一些`,
  INVALID: msg`请再看一看，写法不对`,
  OUT_OF_RANGE: msg`数目不在范围里`,
  UNKNOWN: msg`机构的区域表里没有`,
  CLOSED: msg`这个区域已经停用，请换一个`,
  OTHER_OFFICE: msg`属于另一个服务点，孩子的档案要跟着转过去，请机构负责人来记`,
  PAIR_OUT_OF_SIGHT: msg`属于另一个服务点，站在这一对旁边的社工到那里就看不到了；请先在陪伴页面把这一对交给那边的同事`,
  TAKEN: msg`已经是另一个人的；可以先空着，或者写同一个人的姓名`,
  ONLY_ONE: msg`一个家庭同一时间只写一位`,
  HAS_HOUSEHOLD: msg`已经有一个家庭；要换一个家庭，请在孩子的页面上改`,
  IN_FUTURE: msg`不能晚于今天`,
  BEFORE_BEGIN: msg`不能早于原来开始的那一天`,
  IS_CHILD: msg`孩子换家庭，请在孩子的页面上改`,
};

/** `adults.0.phone` is about a phone. */
export const fieldWords = (field: string): MessageDescriptor =>
  lookUp(FIELDS, field.split('.').at(-1) ?? '') ?? msg`这一项`;
export const problemWords = (code: string): MessageDescriptor => lookUp(PROBLEMS, code) ?? msg`请再看一看`;
