import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { TAKE_BACK_REASONS, VOLUNTEER_KINDS, wordsOf, type Code } from '@tongxing/shared/rules';
import type { FactRefusal, VolunteerFactKind } from '../../gql/graphql.js';

export const FACT_WORDS: Readonly<Record<VolunteerFactKind, MessageDescriptor>> = {
  PRE_SERVICE: msg`参加了岗前培训`,
  IN_SERVICE: msg`参加了在岗培训`,
  AGREEMENT: msg`签了志愿服务协议`,
  CHECK_CLEAR: msg`违法犯罪记录查询：没有记录`,
  CHECK_HIT: msg`违法犯罪记录查询：有记录，工作已暂停`,
};

/** Why a fact cannot be written down or taken back, and what to do. */
export const REFUSAL_WORDS: Readonly<Record<FactRefusal, MessageDescriptor>> = {
  OWN_RECORD: msg`自己的记录要请同事来写，也请同事来改。`,
  SECOND_PERSON_NEEDED: msg`这条是您写下的，要请另一位机构负责人来收回。`,
  DIRECTOR_NEEDED: msg`这一条要由机构负责人来收回。`,
  TAKEN_BACK_ALREADY: msg`同事已经说明这条记错了。`,
};

/** The words of who volunteers are, and of why a record was a mistake. */
export function useVolunteerWords() {
  const { i18n } = useLingui();
  const read = (table: readonly Code[]) => (code: string) => {
    const words = wordsOf(table, code);
    return (i18n.locale === 'en' ? words?.en : words?.zh) ?? '';
  };
  return { kind: read(VOLUNTEER_KINDS), reason: read(TAKE_BACK_REASONS) };
}
