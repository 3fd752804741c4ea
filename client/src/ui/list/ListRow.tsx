import type { ReactNode } from 'react';
import styles from './list.module.css';

/** Filters at the beginning of a line and what can be done with the list at its end; two lines where there is no room. */
export function ListRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}
