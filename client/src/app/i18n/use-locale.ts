import { useLingui } from '@lingui/react';
import { activateLocale } from './catalogues.js';
import type { AppLocale } from './locale.js';

/** The active language and the switch. Dates and numbers are formatted by it too. */
export function useLocale(): { locale: AppLocale; change: (locale: AppLocale) => Promise<void> } {
  const { i18n } = useLingui();
  return { locale: i18n.locale === 'en' ? 'en' : 'zh-CN', change: activateLocale };
}
