import { useLingui } from '@lingui/react/macro';

interface Themed {
  readonly theme: string;
  readonly themeEn?: string | null | undefined;
}

/** The theme in the language of the page, where it is known in it. */
export function useTheme(): (day: Themed) => string {
  const { i18n } = useLingui();
  return ({ theme, themeEn }) => (i18n.locale === 'en' && themeEn ? themeEn : theme);
}
