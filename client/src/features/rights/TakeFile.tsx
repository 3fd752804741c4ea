import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { Button } from '../../ui/button/Button.js';
import styles from './rights.module.css';
import { useTakeFile } from './use-take-file.js';

/** For somebody without a phone: a colleague prints the copy and hands it over. */
export function TakeFile({ id, readable }: { readonly id: string; readonly readable: boolean }) {
  const { i18n } = useLingui();
  const { dialog, asking, take } = useTakeFile();
  const icon = <IconDownload size={18} stroke={1.75} aria-hidden />;
  const path = `/files/rights/${encodeURIComponent(id)}`;
  const language = i18n.locale === 'en' ? 'en' : 'zh';
  return (
    <>
      <p className={styles['quiet']}>
        <Trans>对方可以自己下载。没有手机的，由您打印、当面交给本人，再删掉文件。</Trans>
      </p>
      <div className={styles['actions']}>
        {readable ? (
          <Button
            variant="default"
            leftSection={icon}
            loading={asking}
            onClick={() => void take(`${path}/copy.pdf?lang=${language}`)}
          >
            <Trans>下载 PDF</Trans>
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={icon}
          loading={asking}
          onClick={() => void take(`${path}/copy.json?lang=${language}`)}
        >
          <Trans>下载电脑可读的文件</Trans>
        </Button>
      </div>
      {dialog}
    </>
  );
}
