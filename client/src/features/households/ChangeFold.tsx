import { useState, type ReactNode } from 'react';
import styles from './households.module.css';

export interface ChangeFoldProps {
  readonly label: ReactNode;
  /** The form; `close` folds it away once it was saved. */
  readonly children: (close: () => void) => ReactNode;
}

/** A change that lies folded beside what it changes: the page is for reading first. */
export function ChangeFold({ label, children }: ChangeFoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={styles['fold']}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-print="no"
    >
      <summary>{label}</summary>
      {open ? children(() => setOpen(false)) : null}
    </details>
  );
}
