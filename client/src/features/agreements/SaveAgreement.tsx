import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../../ui/button/Button.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { saveAgreement, type WhichAgreement } from './save-agreement.js';

/** The agreement as a PDF, with its number and the page on which it is checked. */
export function SaveAgreement(which: WhichAgreement) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const press = async (): Promise<void> => {
    setBusy(true);
    const saved = await saveAgreement(which, i18n.locale === 'en' ? 'en' : 'zh');
    setBusy(false);
    if (!saved) toast({ tone: 'danger', message: t`没有下载成功，请再试一次。` });
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
      loading={busy}
      onClick={() => void press()}
    >
      <Trans>下载 PDF</Trans>
    </Button>
  );
}
