import { Trans } from '@lingui/react/macro';
import { IconCalendarCheck, IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './my-service.module.css';

/** The way to checking in at an activity, and to one's own hours. */
export function DayLink() {
  return (
    <Link to="/volunteer/check-in" className={styles['way']}>
      <IconCalendarCheck size={24} stroke={1.75} aria-hidden />
      <span>
        <strong>
          <Trans>今天的活动</Trans>
        </strong>
        <small>
          <Trans>在门口签到，看我的服务时间。</Trans>
        </small>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
