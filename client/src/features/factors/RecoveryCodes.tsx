import { Trans, useLingui } from '@lingui/react/macro';
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../../ui/button/Button.js';
import { Checkbox } from '../../ui/fields/fields.js';
import { useToast } from '../../ui/toast/toast-context.js';
import styles from './factors.module.css';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly done: () => void;
}

/** Ten codes, shown this once; the way on opens when they are kept somewhere. */
export function RecoveryCodes({ codes, done }: RecoveryCodesProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [kept, setKept] = useState(false);
  const [asked, setAsked] = useState(false);
  const title = t`同行的恢复码`;
  const about = t`每个只能用一次。手机不在身边时，用它代替验证器或通行密钥。`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    toast({ message: t`复制好了。请存到只有您能打开的地方。` });
  };
  const download = (): void => {
    const text = [title, about, '', ...codes, ''].join('\r\n');
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: `${title}.txt` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className={styles['codes']}>
      <p>{about}</p>
      <ol className={styles['codeList']} aria-label={title}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={styles['actions']} data-print="no">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}
          onClick={() => window.print()}
        >
          <Trans>打印</Trans>
        </Button>
        <Button
          variant="default"
          leftSection={<IconCopy size={18} stroke={1.75} aria-hidden />}
          onClick={() => void copy()}
        >
          <Trans>复制</Trans>
        </Button>
        <Button variant="default" leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />} onClick={download}>
          <Trans>下载</Trans>
        </Button>
      </div>
      <div data-print="no">
        <Checkbox
          label={<Trans>我已经留好了，知道它们不会再显示</Trans>}
          checked={kept}
          error={asked && !kept ? t`请先打印、抄下或存好，再继续。` : undefined}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
      </div>
      <div className={styles['actions']} data-print="no">
        <Button size="md" onClick={() => (kept ? done() : setAsked(true))}>
          <Trans>完成</Trans>
        </Button>
      </div>
    </div>
  );
}
