import type { ReactNode } from 'react';
import styles from './states.module.css';
import { useTitleOf } from './use-title-of.js';

export interface EmptyStateProps {
  /** What is not here, without blame: 还没有导入过名单. */
  readonly title: ReactNode;
  /** What comes here, when, and whom to ask. */
  readonly children?: ReactNode;
  readonly drawing?: ReactNode;
  /** The one step that would fill it. */
  readonly action?: ReactNode;
  /** `h1` where this is the whole page. */
  readonly heading?: 'h1' | 'h2';
}

export function EmptyState({ title, children, drawing, action, heading: Heading = 'h2' }: EmptyStateProps) {
  const named = useTitleOf(Heading === 'h1');
  return (
    <section className={styles['state']}>
      {drawing}
      <Heading ref={named} className={styles['title']}>
        {title}
      </Heading>
      {children ? <div className={styles['words']}>{children}</div> : null}
      {action ? <div className={styles['actions']}>{action}</div> : null}
    </section>
  );
}
