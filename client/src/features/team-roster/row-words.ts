import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { InsuranceReason } from '@tongxing/shared/rules';
import type { RosterTurnout } from '../../gql/graphql.js';

/** Why somebody of a list is not written to. */
export const ROW_REASON: Readonly<Record<string, MessageDescriptor>> = {
  NAME_MISSING: msg`没有姓名`,
  NAME_INVALID: msg`姓名里有认不出的字符`,
  PHONE_INVALID: msg`手机号不完整`,
  EMAIL_INVALID: msg`邮箱不完整`,
  TOO_LONG: msg`有一格太长`,
  MORE_CELLS_THAN_COLUMNS: msg`比标题多了一格`,
  CONTACT_MISSING: msg`没有手机号，也没有邮箱`,
  TWICE_IN_FILE: msg`同一个手机号或邮箱前面有了`,
  ALREADY_INVITED: msg`已经发过`,
};

/** What is wrong with the file itself. */
export const LIST_PROBLEM: Readonly<Record<string, MessageDescriptor>> = {
  FILE_EMPTY: msg`文件是空的。`,
  SHEET_EMPTY: msg`表里没有内容。`,
  FILE_TOO_LARGE: msg`文件太大了，名单不会有这么大。`,
  HEADER_NOT_FOUND: msg`没有找到标题行。第一行请写“姓名、手机、邮箱”。`,
  ENCODING_UNREADABLE: msg`文字读不出来。请在表格软件里另存为 CSV，再选一次。`,
  WORKBOOK_OLD: msg`这是旧的表格格式。请另存为 XLSX 或 CSV。`,
  WORKBOOK_LOCKED: msg`表格有密码，打不开。请另存一份没有密码的。`,
  SHEETS_SEVERAL: msg`有好几张表都像名单。请只留一张，再选一次。`,
};

export const INSURANCE_REASON: Readonly<Record<InsuranceReason, MessageDescriptor>> = {
  TO_INSURER: msg`交给保险公司投保`,
  CORRECTION: msg`换了人，更正保单`,
  CLAIM: msg`有人受伤，办理理赔`,
};

/** How it was, told of somebody of the own team after the day. */
export const TURNOUT: Readonly<Record<RosterTurnout, MessageDescriptor>> = {
  CAME: msg`来了`,
  OTHER_TASKS: msg`来了，做了不接触孩子的任务`,
  ABSENT: msg`没有参加`,
};
