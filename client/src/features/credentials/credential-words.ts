import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { STAFF_CREDENTIALS, TAKE_BACK_REASONS, wordsOf, type Code } from '@tongxing/shared/rules';
import type { CredentialRefusal, CredentialStanding } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const STANDING_WORDS: Readonly<
  Record<CredentialStanding, { readonly tone: Tone; readonly word: MessageDescriptor }>
> = {
  VALID: { tone: 'good', word: msg`有效` },
  RENEWAL_DUE: { tone: 'soon', word: msg`快到期了` },
  EXPIRED: { tone: 'quiet', word: msg`已经过期` },
  NOT_YET: { tone: 'quiet', word: msg`还没有开始` },
  UNCONFIRMED: { tone: 'waiting', word: msg`导入的，等第二个人确认` },
};

export const REFUSAL_WORDS: Readonly<Record<CredentialRefusal, MessageDescriptor>> = {
  OWN_RECORD: msg`自己的证书要请同事来写，也请同事来改。`,
  TAKEN_BACK_ALREADY: msg`同事已经说明这份记错了。`,
};

/** The words of certificates, and of why a record was a mistake. */
export function useCredentialWords() {
  const { i18n } = useLingui();
  const read = (table: readonly Code[]) => (code: string) => {
    const words = wordsOf(table, code);
    return (i18n.locale === 'en' ? words?.en : words?.zh) ?? '';
  };
  return { kind: read(STAFF_CREDENTIALS), reason: read(TAKE_BACK_REASONS) };
}
