import { Trans } from '@lingui/react/macro';
import { IconChevronRight, IconSchool } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './my-training.module.css';

/** The way to the own training, from the volunteer's first page. */
export function TrainingLink() {
  return (
    <Link to="/volunteer/training" className={styles['way']}>
      <IconSchool size={24} stroke={1.75} aria-hidden />
      <span>
        <strong>
          <Trans>我的培训</Trans>
        </strong>
        <small>
          <Trans>报名、签到，和学过什么、有效到哪天。</Trans>
        </small>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
