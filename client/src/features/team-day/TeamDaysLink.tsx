import { Trans } from '@lingui/react/macro';
import { IconChevronRight, IconUsersGroup } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './team-day.module.css';

/** The way to the own days with a team, from the volunteer's first page. */
export function TeamDaysLink() {
  return (
    <Link to="/volunteer/team-days" className={styles['way']}>
      <IconUsersGroup size={24} stroke={1.75} aria-hidden />
      <span>
        <strong>
          <Trans>和团队来的日子</Trans>
        </strong>
        <small>
          <Trans>报名、一课、当天的协议，都在这里。</Trans>
        </small>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
