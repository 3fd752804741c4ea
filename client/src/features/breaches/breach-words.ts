import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AffectedGroup, BreachCategory, BreachKind, BreachStep, ToldHow } from '../../gql/graphql.js';

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;

export const KIND_WORDS: Words<BreachKind> = { LEAKED: msg`泄露`, CHANGED: msg`被改动`, LOST: msg`丢失` };
export const CATEGORY_WORDS: Words<BreachCategory> = {
  NAMES: msg`姓名`,
  CONTACTS: msg`联系方式`,
  ADDRESSES: msg`住址`,
  ID_NUMBERS: msg`证件号码`,
  FAMILY: msg`家庭情况`,
  SCHOOL: msg`学校`,
  HEALTH: msg`健康`,
  SAFETY: msg`安全`,
  PAPERS: msg`证明和扫描件`,
  ACCOUNTS: msg`账号`,
};
export const GROUP_WORDS: Words<AffectedGroup> = {
  CHILDREN: msg`儿童`,
  GUARDIANS: msg`监护人`,
  VOLUNTEERS: msg`志愿者`,
  STAFF: msg`同事`,
  OTHERS: msg`其他人`,
};
export const STEP_WORDS: Words<BreachStep> = {
  CONTAIN: msg`止住它：锁定、收回、改密码`,
  TELL_AUTHORITY: msg`报告网信等部门`,
  TELL_AFFECTED: msg`告诉受影响的人和监护人`,
  CLOSE: msg`写好总结，处理完毕`,
};
export const HOW_WORDS: Words<ToldHow> = {
  EACH: msg`逐一告诉了`,
  PUBLIC_NOTICE: msg`难以逐一告诉，发布了警示信息`,
  NOBODY_AFFECTED: msg`确认没有人受影响`,
};
