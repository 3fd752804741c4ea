import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState } from 'react';
import { useToast } from '../../ui/toast/toast-context.js';
import { useStepUp } from '../factors/index.js';
import { fetchAuditFile, keep } from './download-audit.js';

/** The same links as the page, as a file: it goes further than a page, so its reader shows a second factor first. */
export function ExportAudit({ address }: { readonly address: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const { dialog, through } = useStepUp();
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    const file = await through(
      () => fetchAuditFile(address),
      (got) => got,
    );
    setBusy(false);
    switch (file.__typename) {
      case 'AuditFile':
        return keep(file.content, 'audit.csv');
      case 'StepUpNeeded':
        return toast({ message: t`先要确认是您本人，才能继续。` });
      case 'Failed':
        return toast({ message: t`没有下载成功，请再试一次。` });
      default:
        return assertUnreachable(file);
    }
  };
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void download()}>
        <Trans>下载为表格</Trans>
      </Button>
      {dialog}
    </>
  );
}
