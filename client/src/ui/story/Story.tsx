import type { ReactNode } from 'react';
import styles from './story.module.css';

/** A vertical path of moments, text first: what has been, and what comes next. */
export function Story({ children }: { readonly children: ReactNode }) {
  return <ol className={styles['story']}>{children}</ol>;
}

export interface MomentProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** A moment that is still to come is drawn open. */
  readonly ahead?: boolean;
}

export function Moment({ title, children, ahead = false }: MomentProps) {
  return (
    <li className={styles['moment']} data-ahead={ahead}>
      <h3>{title}</h3>
      <p>{children}</p>
    </li>
  );
}
