import { Trans } from '@lingui/react/macro';
import { IconCalendarEvent, IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './my-activities.module.css';

/** The way to the own activities, from the volunteer's first page. */
export function ActivitiesLink() {
  return (
    <Link to="/volunteer/activities" className={styles['way']}>
      <IconCalendarEvent size={24} stroke={1.75} aria-hidden />
      <span>
        <strong>
          <Trans>我的活动</Trans>
        </strong>
        <small>
          <Trans>请您参加的活动，和您想参加什么。</Trans>
        </small>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
