// Language and colours, as every shell offers them.
import { useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import type { AppLocale } from '../../app/i18n/locale.js';
import { toServer } from '../../app/i18n/locale.js';
import { useLocale } from '../../app/i18n/use-locale.js';
import { useSession } from '../../app/session/session-context.js';
import { CHANGE_LANGUAGE } from '../../app/session/session.operations.js';
import { chooseScheme, useScheme } from '../../app/theme/scheme.js';

/** Each language is named in itself, so that whoever needs it can read it. */
export function useLanguageChoice() {
  const { t } = useLingui();
  const { locale, change } = useLocale();
  const session = useSession();
  const [, save] = useMutation(CHANGE_LANGUAGE);
  const signedIn = session.status === 'ready' && session.viewer !== undefined;
  const choose = async (next: AppLocale): Promise<void> => {
    await change(next);
    // Letters and notices follow the account; this device follows the choice even if saving fails.
    if (signedIn) await save({ locale: toServer(next) });
  };
  const names: Readonly<Record<AppLocale, string>> = {
    'zh-CN': t({ message: '中文', context: 'name of the language, in itself' }),
    en: 'English',
  };
  const other: AppLocale = locale === 'en' ? 'zh-CN' : 'en';
  return { locale, names, choose, other, otherName: names[other], switchToOther: () => choose(other) };
}

export function useSchemeChoice() {
  const { chosen, dark } = useScheme();
  return { chosen, choose: chooseScheme, dark, toggle: () => chooseScheme(dark ? 'light' : 'dark') };
}
