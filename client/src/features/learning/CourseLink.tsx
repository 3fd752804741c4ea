import { Trans } from '@lingui/react/macro';
import { IconBook2, IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './learning.module.css';

/** The way to the course, from the first page of whoever meets children. */
export function CourseLink() {
  return (
    <Link to="/volunteer/learn" className={styles['lesson']}>
      <IconBook2 size={24} stroke={1.75} aria-hidden />
      <span>
        <strong>
          <Trans>保护孩子的课</Trans>
        </strong>
        <small>
          <Trans>十二课，每课几分钟；学完会记进您的培训。</Trans>
        </small>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
