import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './dialog.module.css';

export interface FormDialogProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly title: string;
  /** A form with its own buttons; it is there only while the dialog is open, so nothing secret stays in it. */
  readonly children: ReactNode;
}

/** The browser's own dialog around a form: for what is asked in between, while the page behind keeps what was typed. */
export function FormDialog({ opened, close, title, children }: FormDialogProps) {
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
      {opened ? <div className={styles['body']}>{children}</div> : null}
    </dialog>
  );
}
