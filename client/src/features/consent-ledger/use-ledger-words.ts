import { useLingui } from '@lingui/react/macro';
import { AUDIENCE_WORDS, FIELD_GROUP_WORDS, PURPOSE_WORDS, type Words } from '@tongxing/shared/disclosure';
import type { DisclosureAudience, DisclosurePurpose, FieldGroup } from '../../gql/graphql.js';

/** What purposes, audiences and groups are called in the language of the page. */
export function useLedgerWords() {
  const { i18n } = useLingui();
  const pick = ({ zh, en }: Words): string => (i18n.locale === 'en' ? en : zh);
  return {
    purpose: (one: DisclosurePurpose) => pick(PURPOSE_WORDS[one]),
    audience: (one: DisclosureAudience) => pick(AUDIENCE_WORDS[one]),
    group: (one: FieldGroup) => pick(FIELD_GROUP_WORDS[one]),
    language: i18n.locale === 'en' ? ('EN' as const) : ('ZH' as const),
  };
}
