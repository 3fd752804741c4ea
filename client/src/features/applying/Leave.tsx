import { Trans, useLingui } from '@lingui/react/macro';
import { groupedApplyCode } from '@tongxing/shared/rules';
import { useState } from 'react';
import { Button } from '../../ui/button/Button.js';
import { CopyField } from '../../ui/copy/CopyField.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import styles from './applying.module.css';
import { useOwnSteps } from './use-own-steps.js';
import type { Ready } from './ApplyForm.js';

/** How to come back, and the way out. */
export function Leave({ code, applying }: { readonly code: string; readonly applying: Ready }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { withdraw, busy, problem } = useOwnSteps(code, applying);
  return (
    <details className={styles['fold']}>
      <summary>
        <Trans>先写到这里，以后再来</Trans>
      </summary>
      <div className={styles['fields']}>
        <p>
          <Trans>在这台设备上打开报名页就能接着写。换一台设备，用这个代码，或者报名用的手机号：</Trans>
        </p>
        <p className={styles['code']} translate="no">
          <code>{groupedApplyCode(code)}</code>
        </p>
        <CopyField label={t`您的链接`} value={`${window.location.origin}/apply/${code}`} />
        <p className={styles['quiet']}>
          <Trans>谁有这个代码，谁就能看到您写的，请只留给自己。</Trans>
        </p>
        {problem ? <div role="alert">{problem}</div> : null}
        <div>
          <Button variant="subtle" color="danger" onClick={() => setAsking(true)}>
            <Trans>不报名了，全部删掉</Trans>
          </Button>
        </div>
        <ConfirmDialog
          opened={asking}
          close={() => setAsking(false)}
          title={t`收回这份报名？`}
          confirmLabel={<Trans>收回，全部删掉</Trans>}
          tone="danger"
          busy={busy}
          onConfirm={async () => {
            await withdraw();
            setAsking(false);
          }}
        >
          <p>
            <Trans>您写的内容马上全部删掉，不用说理由。以后想来，随时可以重新报名。</Trans>
          </p>
        </ConfirmDialog>
      </div>
    </details>
  );
}
