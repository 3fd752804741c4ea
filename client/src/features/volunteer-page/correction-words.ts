// Why something on file is put right, and what cannot stand there, in words.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { VolunteerCorrectionReason } from '../../gql/graphql.js';
import { lookUp } from '../../ui/words/look-up.js';

const REASONS: Readonly<Record<VolunteerCorrectionReason, MessageDescriptor>> = {
  NEW_NUMBER: msg`本人换了手机号`,
  WRITTEN_WRONG: msg`登记的时候写错了`,
  DOCUMENT_SEEN: msg`对着证件核对过`,
};
const PROBLEMS: Readonly<Record<string, MessageDescriptor>> = {
  NOT_PHONE: msg`请写完整的手机号，11 位。`,
  TAKEN: msg`机构里另一个人登记的就是这个号码，请先核对是不是同一个人。`,
  OUT_OF_RANGE: msg`按这个日期，年龄不在 10 到 100 岁之间，请核对年份。`,
  DIFFERS_FROM_ID_NUMBER: msg`和登记的身份证号里的日期不一样。请对着证件看看是哪一个写错了。`,
};

export function useCorrectionWords() {
  const { i18n } = useLingui();
  return {
    reasons: Object.entries(REASONS).map(([value, words]) => ({ value, label: i18n._(words) })),
    problem: (code: string): string => i18n._(lookUp(PROBLEMS, code) ?? msg`请再看一看。`),
  };
}
