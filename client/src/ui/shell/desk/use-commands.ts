import { useLingui } from '@lingui/react/macro';
import { IconLanguage, IconLogout, IconMoon, IconUserCircle, type Icon } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useSession } from '../../../app/session/session-context.js';
import type { Place } from '../place.js';
import { useLanguageChoice, useSchemeChoice } from '../use-choices.js';

/** One line of the palette that leads somewhere or does something. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly run: () => void;
}

/** Every place and every choice, in the order of the rail. */
export function useCommands(places: readonly Place[], base: string): readonly Command[] {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { signOut } = useSession();
  const language = useLanguageChoice();
  const scheme = useSchemeChoice();
  const go = (path: string) => () => void navigate(path);
  return [
    ...places.map(({ path, label, icon }) => ({ id: path, label: i18n._(label), icon, run: go(path) })),
    { id: 'account', label: t`我的账号`, icon: IconUserCircle, run: go(`${base}/account`) },
    { id: 'language', label: language.otherName, icon: IconLanguage, run: () => void language.switchToOther() },
    { id: 'scheme', label: scheme.dark ? t`换成浅色` : t`换成深色`, icon: IconMoon, run: scheme.toggle },
    { id: 'sign-out', label: t`退出登录`, icon: IconLogout, run: () => void signOut() },
  ];
}

/** Whether what was typed is part of a line's words. */
export const fits = ({ label }: Command, typed: string): boolean =>
  label.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase());
