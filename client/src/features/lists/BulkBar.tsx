import { Trans, useLingui } from '@lingui/react/macro';
import { LARGEST_CHANGE } from '@tongxing/shared/rules';
import type { ReactNode } from 'react';
import { useHowMany } from './use-how-many.js';
import { Button } from '../../ui/button/Button.js';
import styles from '../../ui/list/list.module.css';
import type { ListFrame } from './use-list-frame.js';

export interface BulkBarProps<Row> {
  readonly frame: ListFrame<Row>;
  /** How many rows the filter finds. */
  readonly total: number;
  /** What can be done with the picked ones. */
  readonly children: ReactNode;
}

/** What can be done with the picked rows; it is there only while some are. */
export function BulkBar<Row>({ frame: { list, selection }, total, children }: BulkBarProps<Row>) {
  const { t } = useLingui();
  const howMany = useHowMany(list);
  const { all, keys } = selection;
  const count = all ? total : keys.size;
  if (count === 0) return null;
  const [picked, found] = [howMany(count), howMany(total)];
  const canTakeAll = !all && keys.size < total && total <= LARGEST_CHANGE;
  return (
    <section className={styles['bulk']} aria-label={t`对选上的几行`} data-print="no">
      <p role="status">{all ? <Trans>符合条件的 {picked}都选上了</Trans> : <Trans>选上了 {picked}</Trans>}</p>
      {canTakeAll ? (
        <Button variant="subtle" onClick={selection.chooseAll}>
          <Trans>选上符合条件的全部 {found}</Trans>
        </Button>
      ) : null}
      {children}
      <Button variant="subtle" onClick={selection.clear}>
        <Trans>都放开</Trans>
      </Button>
    </section>
  );
}
