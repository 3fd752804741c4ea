import { Trans, useLingui } from '@lingui/react/macro';
import { CopyField } from '../../ui/copy/CopyField.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './invitations.module.css';

export interface Sent {
  readonly path: string;
  readonly expiresAt: string | null | undefined;
}

/** The link as it was sent: shown this once, for whoever hands it over in person. */
export function SentInvitation({ path, expiresAt }: Sent) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <div className={styles['sent']} role="status">
      <p>
        <Trans>邀请已经发出。短信或邮件没有到时，可以把这个链接当面交给本人：</Trans>
      </p>
      <CopyField label={t`本人的链接`} value={new URL(path, window.location.origin).href} />
      <p className={styles['quiet']}>
        {expiresAt ? <Trans>用到 {format.instant(expiresAt)}，只能用一次。</Trans> : null}{' '}
        <Trans>请只交给本人；离开这一页以后不再显示。</Trans>
      </p>
    </div>
  );
}
