import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { NEEDS, SCHOOL_STAGES, wordsOf, type Code } from '@tongxing/shared/rules';
import type { AgeBand, SharedWith } from '../../gql/graphql.js';

const AGE: Readonly<Record<AgeBand, MessageDescriptor>> = {
  UNDER_6: msg`六岁以下`,
  FROM_6: msg`六到八岁`,
  FROM_9: msg`九到十一岁`,
  FROM_12: msg`十二到十四岁`,
  FROM_15: msg`十五岁以上`,
};
export const AUDIENCE: Readonly<Record<SharedWith, MessageDescriptor>> = {
  COMPANY: msg({ message: '企业', context: 'reader' }),
  PARTNER: msg`合作机构`,
  EXPERT: msg`专家`,
};

/** What a shared child is said to be; a code that is newer than this page is left out, never shown bare. */
export function useSharedWords() {
  const { i18n } = useLingui();
  const of = (table: readonly Code[], code: string) => wordsOf(table, code)?.[i18n.locale === 'en' ? 'en' : 'zh'] ?? [];
  return {
    age: (band: AgeBand | null | undefined): readonly string[] => (band ? [i18n._(AGE[band])] : []),
    stage: (code: string | null | undefined): readonly string[] => (code ? [of(SCHOOL_STAGES, code)].flat() : []),
    likes: (codes: readonly string[] | null | undefined): readonly string[] =>
      (codes ?? []).flatMap((code) => of(NEEDS, code)),
  };
}
