import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from '../button/Button.js';
import styles from './dialog.module.css';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly title: string;
  /** Who is affected, and how: a dialog stands only where others are. */
  readonly children: ReactNode;
  /** A verb that says what will happen: 撤回同意, never 确定. */
  readonly confirmLabel: ReactNode;
  readonly onConfirm: () => void | Promise<void>;
  readonly tone?: 'teal' | 'danger';
  readonly busy?: boolean;
}

/** The browser's own dialog: it keeps the focus, closes on Esc, and costs a phone nothing to load. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, close, title, children, confirmLabel, onConfirm, tone = 'teal', busy = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (opened && !element?.open) element?.showModal();
    if (!opened && element?.open) element.close();
  }, [opened]);
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={titleId} onClose={close}>
      <h2 id={titleId} className={styles['title']}>
        {title}
      </h2>
      <div className={styles['body']}>{children}</div>
      <div className={styles['actions']}>
        <Button variant="default" onClick={close}>
          <Trans>先不改</Trans>
        </Button>
        <Button color={tone} loading={busy} onClick={() => void onConfirm()}>
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  );
}
