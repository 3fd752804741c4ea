import '@mantine/spotlight/styles.layer.css';
import { useLingui } from '@lingui/react/macro';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconLanguage, IconLogout, IconMoon, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../../app/session/session-context.js';
import type { Place } from '../place.js';
import { useLanguageChoice, useSchemeChoice } from '../use-choices.js';

const [store, spotlight] = createSpotlight();

export interface PaletteProps {
  readonly places: readonly Place[];
  readonly opened: boolean;
  readonly close: () => void;
  readonly base: string;
}

/** ⌘K: every place and every choice by a few letters; arrives the first time that it is called. */
export default function Palette({ places, opened, close, base }: PaletteProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { signOut } = useSession();
  const language = useLanguageChoice();
  const scheme = useSchemeChoice();
  useEffect(() => {
    if (opened) spotlight.open();
  }, [opened]);
  const go = (path: string) => () => void navigate(path);
  const actions: SpotlightActionData[] = [
    ...places.map(({ path, label, icon: Icon }) => ({
      id: path,
      label: i18n._(label),
      leftSection: <Icon size={18} stroke={1.75} aria-hidden />,
      onClick: go(path),
    })),
    {
      id: 'account',
      label: t`我的账号`,
      leftSection: <IconUserCircle size={18} stroke={1.75} aria-hidden />,
      onClick: go(`${base}/account`),
    },
    {
      id: 'language',
      label: language.otherName,
      leftSection: <IconLanguage size={18} stroke={1.75} aria-hidden />,
      onClick: () => void language.switchToOther(),
    },
    {
      id: 'scheme',
      label: scheme.dark ? t`换成浅色` : t`换成深色`,
      leftSection: <IconMoon size={18} stroke={1.75} aria-hidden />,
      onClick: scheme.toggle,
    },
    {
      id: 'sign-out',
      label: t`退出登录`,
      leftSection: <IconLogout size={18} stroke={1.75} aria-hidden />,
      onClick: () => void signOut(),
    },
  ];
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={null}
      attributes={{ content: { 'aria-label': t`去哪里、做什么` } }}
      overlayProps={{ blur: 0, color: 'var(--tx-veil)', backgroundOpacity: 1 }}
      onSpotlightClose={close}
      nothingFound={t`没有找到。换几个字试试。`}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.75} aria-hidden />,
        placeholder: t`去哪里、做什么`,
        'aria-label': t`去哪里、做什么`,
      }}
    />
  );
}
