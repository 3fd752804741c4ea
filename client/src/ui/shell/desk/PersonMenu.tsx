import { Plural, Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import {
  IconBell,
  IconChevronUp,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSession, useViewer } from '../../../app/session/session-context.js';
import { useLanguageChoice, useSchemeChoice } from '../use-choices.js';
import styles from './desk.module.css';

/** Whose desk this is: notices, account, language, colours, sign-out. */
export function PersonMenu({ base }: { readonly base: string }) {
  const viewer = useViewer();
  const { signOut } = useSession();
  const language = useLanguageChoice();
  const scheme = useSchemeChoice();
  const SchemeIcon = scheme.dark ? IconSun : IconMoon;
  return (
    <div className={styles['person']}>
      <Link to={`${base}/notices`} className={styles['personRow']}>
        <IconBell size={18} stroke={1.75} aria-hidden />
        <span>
          <Trans>消息</Trans>
        </span>
        {viewer.unreadNotices > 0 ? (
          <small className={styles['unread']}>
            <Plural value={viewer.unreadNotices} other="# 条未读" />
          </small>
        ) : null}
      </Link>
      <Menu position="top-start" width="target" shadow="sm" withinPortal={false}>
        <Menu.Target>
          <button type="button" className={styles['personRow']}>
            <IconUserCircle size={18} stroke={1.75} aria-hidden />
            <span>{viewer.name}</span>
            <IconChevronUp size={16} stroke={1.75} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to={`${base}/account`} leftSection={<IconUserCircle size={18} stroke={1.75} />}>
            <Trans>我的账号</Trans>
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLanguage size={18} stroke={1.75} />}
            lang={language.other}
            onClick={() => void language.switchToOther()}
          >
            {language.otherName}
          </Menu.Item>
          <Menu.Item leftSection={<SchemeIcon size={18} stroke={1.75} />} onClick={scheme.toggle}>
            {scheme.dark ? <Trans>换成浅色</Trans> : <Trans>换成深色</Trans>}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={18} stroke={1.75} />} onClick={() => void signOut()}>
            <Trans>退出登录</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
