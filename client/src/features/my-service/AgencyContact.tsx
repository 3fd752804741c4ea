import { Trans } from '@lingui/react/macro';
import { useViewer } from '../../app/session/session-context.js';
import styles from './my-service.module.css';

/** Whom to ask, always within reach. */
export function AgencyContact() {
  const { agency } = useViewer();
  return (
    <p className={styles['contact']}>
      {agency.contactPhone ? (
        <Trans>
          有问题？打给{agency.name}：<a href={`tel:${agency.contactPhone}`}>{agency.contactPhone}</a>
        </Trans>
      ) : (
        <Trans>有问题？请联系{agency.name}的社会工作者。</Trans>
      )}
    </p>
  );
}
