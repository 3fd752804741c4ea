// The language a person chose, remembered on this device; Chinese first.
export type AppLocale = 'zh-CN' | 'en';

const KEY = 'tongxing.locale';

export function rememberedLocale(): AppLocale | undefined {
  try {
    const saved = localStorage.getItem(KEY);
    return saved === 'en' || saved === 'zh-CN' ? saved : undefined;
  } catch {
    return undefined; // storage is off in some private windows; the default does
  }
}

export function rememberLocale(locale: AppLocale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Storage is off: the choice lasts as long as this page.
  }
}

export const toServer = (locale: AppLocale): 'ZH_CN' | 'EN' => (locale === 'en' ? 'EN' : 'ZH_CN');
export const fromServer = (locale: 'ZH_CN' | 'EN'): AppLocale => (locale === 'EN' ? 'en' : 'zh-CN');
