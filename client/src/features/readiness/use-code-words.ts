import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { LANGUAGES, NEEDS, SKILLS, wordsOf, type Code } from '@tongxing/shared/rules';
import type { Gender } from '../../gql/graphql.js';

const OTHER = msg`其他`;
const GENDER_WORDS = { FEMALE: msg`女`, MALE: msg`男` } as const satisfies Readonly<Record<Gender, object>>;

/** The words of the codes that rosters and assessments use, in the reader's language. */
export function useCodeWords() {
  const { i18n } = useLingui();
  const reader = (table: readonly Code[]) => (code: string) => {
    const words = wordsOf(table, code);
    if (!words) return i18n._(OTHER);
    return i18n.locale === 'en' ? words.en : words.zh;
  };
  return {
    language: reader(LANGUAGES),
    need: reader(NEEDS),
    skill: reader(SKILLS),
    gender: (gender: Gender) => i18n._(GENDER_WORDS[gender]),
  };
}
