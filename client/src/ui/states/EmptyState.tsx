import type { ReactNode } from 'react';
import styles from './states.module.css';

export interface EmptyStateProps {
  /** What is not here, without blame: 还没有导入过名单. */
  readonly title: ReactNode;
  /** What comes here, when, and whom to ask. */
  readonly children?: ReactNode;
  readonly drawing?: ReactNode;
  /** The one step that would fill it. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, drawing, action }: EmptyStateProps) {
  return (
    <section className={styles['state']}>
      {drawing}
      <h2 className={styles['title']}>{title}</h2>
      {children ? <div className={styles['words']}>{children}</div> : null}
      {action ? <div className={styles['actions']}>{action}</div> : null}
    </section>
  );
}
