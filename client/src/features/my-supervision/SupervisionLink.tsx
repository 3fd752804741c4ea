import { Trans } from '@lingui/react/macro';
import { IconChevronRight, IconMessages } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './my-supervision.module.css';

/** The way to the talks with the supervisor, from the volunteer's first page. */
export function SupervisionLink() {
  return (
    <Link to="/volunteer/supervision" className={styles['way']}>
      <IconMessages size={24} stroke={1.75} aria-hidden />
      <span>
        <strong>
          <Trans>和督导谈一谈</Trans>
        </strong>
        <small>
          <Trans>约好的会谈、说好的事和您的签名都在这里。</Trans>
        </small>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
