import { Trans, useLingui } from '@lingui/react/macro';
import { IconFileDownload, IconKeyboard } from '@tabler/icons-react';
import { LARGEST_EXPORT } from '@tongxing/shared/rules';
import { useRef, useState } from 'react';
import { useMay } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { ColumnsMenu } from '../../ui/list/ColumnsMenu.js';
import { KeysHelp } from '../../ui/list/KeysHelp.js';
import { useKeys } from '../../ui/list/use-keys.js';
import styles from '../../ui/list/list.module.css';
import { useToast } from '../../ui/toast/toast-context.js';
import { useStepUp } from '../factors/index.js';
import { askForFile } from './ask-for-file.js';
import type { ListFrame } from './use-list-frame.js';
import { ViewsMenu } from './ViewsMenu.js';

export interface ListToolsProps<Row> {
  readonly frame: ListFrame<Row>;
  /** How many rows the filter finds; 0 until it is known. */
  readonly total: number;
  readonly picks?: boolean;
}

/** What can be done with a list as a whole: open and keep views, choose columns, take it along, learn its keys. */
export function ListTools<Row>({ frame, total, picks = false }: ListToolsProps<Row>) {
  const { t, i18n } = useLingui();
  const may = useMay();
  const toast = useToast();
  const [help, setHelp] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const exports = may('list.export');
  const { dialog, through } = useStepUp();
  const [asking, setAsking] = useState(false);
  const address = frame.file(i18n.locale === 'en' ? 'en' : 'zh');
  const take = async (): Promise<void> => {
    if (total > LARGEST_EXPORT) {
      toast({ tone: 'danger', message: t`一次最多导出 ${LARGEST_EXPORT} 行。先用筛选缩小范围，再分几次导出。` });
      return;
    }
    setAsking(true);
    const answer = await through(
      () => askForFile(address),
      (got) => got,
    );
    setAsking(false);
    if (answer.__typename === 'StepUpNeeded') return toast({ message: t`先要确认是您本人，才能导出。` });
    if (answer.__typename === 'Failed') return toast({ tone: 'danger', message: t`没有导出成功，请再试一次。` });
    link.current?.click();
    toast({ message: t`正在导出，文件会存到您的下载里。导出的人和内容都写进了操作记录。` });
  };
  useKeys({ '/': toSearch, '?': () => setHelp(true), ...(exports && total > 0 ? { e: () => void take() } : {}) });
  return (
    <div className={styles['tools']} data-print="no">
      {may('list.use') ? <ViewsMenu frame={frame} /> : null}
      <ColumnsMenu columns={frame.columns} />
      {exports ? (
        <>
          <Button
            variant="default"
            leftSection={<IconFileDownload size={18} stroke={1.75} aria-hidden />}
            disabled={total === 0}
            loading={asking}
            onClick={() => void take()}
          >
            <Trans>导出表格</Trans>
          </Button>
          {/* The browser's own download: it streams, and needs no memory of the page. */}
          <a ref={link} href={address} download hidden tabIndex={-1}>
            {t`导出表格`}
          </a>
          {dialog}
        </>
      ) : null}
      <span className={styles['forKeys']}>
        <Button
          variant="subtle"
          leftSection={<IconKeyboard size={18} stroke={1.75} aria-hidden />}
          onClick={() => setHelp(true)}
        >
          <Trans>快捷键</Trans>
        </Button>
      </span>
      <KeysHelp opened={help} close={() => setHelp(false)} picks={picks} exports={exports} />
    </div>
  );
}

function toSearch(): void {
  document.querySelector<HTMLInputElement>('main [role="search"] input[type="search"]')?.focus();
}
