import { useEffect, type ReactNode } from 'react';
import styles from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** One or two sentences: what this page is for, now. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** `narrow` for reading and forms, `wide` for tables. */
  readonly width?: 'narrow' | 'normal' | 'wide';
  readonly children: ReactNode;
}

/** One page: its title is the window's title and the only first-level heading. */
export function Page({ title, lead, actions, width = 'normal', children }: PageProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <article className={styles['page']} data-width={width}>
      <header className={styles['head']}>
        <div>
          <h1 className={styles['title']}>{title}</h1>
          {lead ? <div className={styles['lead']}>{lead}</div> : null}
        </div>
        {actions ? (
          <div className={styles['actions']} data-print="no">
            {actions}
          </div>
        ) : null}
      </header>
      {children}
    </article>
  );
}

export interface SectionProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, lead, aside, children }: SectionProps) {
  return (
    <section className={styles['section']}>
      <div className={styles['sectionHead']}>
        <h2>{title}</h2>
        {aside}
      </div>
      {lead ? <p className={styles['lead']}>{lead}</p> : null}
      {children}
    </section>
  );
}

export function Card({ children, tone }: { readonly children: ReactNode; readonly tone?: 'waiting' | 'good' }) {
  return (
    <div className={styles['card']} data-tone={tone}>
      {children}
    </div>
  );
}
