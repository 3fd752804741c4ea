import { useLingui } from '@lingui/react/macro';
import type { Words } from './lesson.js';

/** What a lesson says, in the language of the page. */
export function useWords(): (words: Words) => string {
  const { i18n } = useLingui();
  return ({ zh, en }) => (i18n.locale === 'en' ? en : zh);
}
