import { Trans } from '@lingui/react/macro';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../../ui/button/Button.js';
import { ColumnsMenu } from '../../ui/list/ColumnsMenu.js';
import { KeysHelp } from '../../ui/list/KeysHelp.js';
import { useKeys } from '../../ui/list/use-keys.js';
import styles from '../../ui/list/list.module.css';
import type { ListFrame } from './use-list-frame.js';

export interface ListToolsProps<Row> {
  readonly frame: ListFrame<Row>;
  readonly picks?: boolean;
}

/** What can be done with a list as a whole: choose its columns, and learn its keys. */
export function ListTools<Row>({ frame, picks = false }: ListToolsProps<Row>) {
  const [help, setHelp] = useState(false);
  useKeys({ '/': toSearch, '?': () => setHelp(true) });
  return (
    <div className={styles['tools']} data-print="no">
      <ColumnsMenu columns={frame.columns} />
      <Button
        variant="subtle"
        leftSection={<IconKeyboard size={18} stroke={1.75} aria-hidden />}
        onClick={() => setHelp(true)}
      >
        <Trans>快捷键</Trans>
      </Button>
      <KeysHelp opened={help} close={() => setHelp(false)} picks={picks} exports={false} />
    </div>
  );
}

function toSearch(): void {
  document.querySelector<HTMLInputElement>('main [role="search"] input[type="search"]')?.focus();
}
