import { Trans } from '@lingui/react/macro';
import { IconShieldHeart } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './concern-link.module.css';

/** On every page: the one screen on which somebody says that they worry about a child. */
export function ConcernLink() {
  return (
    <Link to="/concern" className={styles['link']}>
      <IconShieldHeart size={18} stroke={1.75} aria-hidden />
      <Trans>担心孩子？</Trans>
    </Link>
  );
}
