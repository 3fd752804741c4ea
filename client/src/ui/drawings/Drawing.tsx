import type { ReactNode } from 'react';
import styles from './drawings.module.css';

/** The frame of our own line drawings: one pen, two colours. Decorative: the words beside it say the same. */
export function Drawing({
  viewBox,
  wide = false,
  children,
}: {
  readonly viewBox: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <svg
      className={`${styles['drawing']} ${wide ? styles['wide'] : ''}`}
      viewBox={viewBox}
      fill="none"
      strokeWidth={2.25}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
