import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
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

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, close, title, children, confirmLabel, onConfirm, tone = 'teal', busy = false } = props;
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      centered
      // Rendered outside of the page's landmarks, a plain <header> would count as a second banner.
      attributes={{ header: { role: 'presentation' } }}
      radius="lg"
      closeButtonProps={{ 'aria-label': t`关闭` }}
      transitionProps={{ duration: 160 }}
      classNames={{ title: styles['title'] ?? '', overlay: styles['overlay'] ?? '' }}
    >
      <div className={styles['body']}>{children}</div>
      <div className={styles['actions']}>
        <Button variant="default" onClick={close} data-autofocus>
          <Trans>先不改</Trans>
        </Button>
        <Button color={tone} loading={busy} onClick={() => void onConfirm()}>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  );
}
