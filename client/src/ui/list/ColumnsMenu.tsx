import { Trans, useLingui } from '@lingui/react/macro';
import { Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { Button } from '../button/Button.js';
import { Checkbox } from '../fields/fields.js';
import type { ChosenColumns } from './use-chosen-columns.js';
import styles from './list.module.css';

export interface ColumnsMenuProps {
  readonly columns: ChosenColumns<{ readonly key: string; readonly header: string }>;
}

/** Which columns stand in a list; the one that names the row always does. */
export function ColumnsMenu({ columns: { all, shown, toggle, reset } }: ColumnsMenuProps) {
  const { t } = useLingui();
  return (
    <Popover position="bottom-end" withinPortal={false} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={18} stroke={1.75} aria-hidden />}>
          <Trans>显示哪些列</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`显示哪些列`}>
        <div className={styles['columns']}>
          {all.map(({ key, header }, index) => (
            <Checkbox
              key={key}
              label={header}
              checked={index === 0 || shown.some((column) => column.key === key)}
              disabled={index === 0}
              onChange={() => toggle(key)}
            />
          ))}
          {reset ? (
            <Button variant="subtle" onClick={reset}>
              <Trans>回到平常的列</Trans>
            </Button>
          ) : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
