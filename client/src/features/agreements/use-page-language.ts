import { useLingui } from '@lingui/react/macro';
import type { Locale } from '../../gql/graphql.js';

/** The page's language as the server names it. */
export function usePageLanguage(): Locale {
  const { i18n } = useLingui();
  return i18n.locale === 'en' ? 'EN' : 'ZH_CN';
}
