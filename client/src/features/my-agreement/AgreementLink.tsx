import { Trans } from '@lingui/react/macro';
import { IconChevronRight, IconWritingSign } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './my-agreement.module.css';

/** The way to the own agreements, from the volunteer's first page. */
export function AgreementLink() {
  return (
    <Link to="/volunteer/agreement" className={styles['way']}>
      <IconWritingSign size={24} stroke={1.75} aria-hidden />
      <span>
        <strong>
          <Trans>我的志愿服务协议</Trans>
        </strong>
        <small>
          <Trans>读一读、签名、下载，都在这里。</Trans>
        </small>
      </span>
      <IconChevronRight size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
