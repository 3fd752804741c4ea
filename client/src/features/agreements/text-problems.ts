// What keeps a draft from being released, in words; and how a blank stands in a text.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** `{{place}}` */
export const blankOf = (key: string): string => `{{${key}}}`;

const FIELDS: Readonly<Record<string, MessageDescriptor>> = {
  titleZh: msg`标题（中文）`,
  titleEn: msg`标题（英文）`,
  textZh: msg`全文（中文）`,
  textEn: msg`全文（英文）`,
  plainZh: msg`平常的话（中文）`,
  plainEn: msg`平常的话（英文）`,
  fields: msg`空格`,
  validDays: msg`有效的天数`,
  signBy: msg`重签的日子`,
};
const CODES: Readonly<Record<string, MessageDescriptor>> = {
  REQUIRED: msg`还空着`,
  TOO_LONG: msg`太长了`,
  UNKNOWN_BLANK: msg`里面有一个没有列出来的空格`,
  TOO_MANY: msg`太多了`,
  TWICE: msg`有两个一样的代号`,
  INVALID: msg`的代号只能用小写英文字母和数字`,
  UNUSED: msg`有一个没有同时写进中文和英文全文`,
  OUT_OF_RANGE: msg`要在 30 到 730 之间`,
  IN_THE_PAST: msg`要在今天以后`,
};

export interface TextProblem {
  readonly field: MessageDescriptor;
  readonly what: MessageDescriptor;
}

/** One line for each problem that has words; every problem of the server has. */
export const textProblems = (fields: readonly { readonly field: string; readonly code: string }[]): TextProblem[] =>
  fields.flatMap(({ field, code }) => {
    const [name, what] = [FIELDS[field], CODES[code]];
    return name && what ? [{ field: name, what }] : [];
  });
