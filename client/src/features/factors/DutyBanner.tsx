import { Trans } from '@lingui/react/macro';
import { IconShieldLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useViewer } from '../../app/session/session-context.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './factors.module.css';

/** A calm line while there is time left; nothing where no second factor is asked for. */
export function DutyBanner() {
  const { secondFactorDuty } = useViewer();
  const format = useFormat();
  if (!secondFactorDuty) return null;
  return (
    <aside className={styles['banner']} data-print="no">
      <IconShieldLock size={22} stroke={1.75} aria-hidden />
      <p>
        <Trans>请在 {format.day(secondFactorDuty.dueOn)} 以前给登录加一道保护，大约三分钟。</Trans>{' '}
        <Link to="/protect">
          <Trans>现在就设</Trans>
        </Link>
      </p>
    </aside>
  );
}
