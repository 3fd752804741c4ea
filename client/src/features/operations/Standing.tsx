// One line of the operator's page: how something stands, since when, and what to do where it is not as it should be.
import type { ReactNode } from 'react';
import { StateBadge, type Tone } from '../../ui/badge/StateBadge.js';
import styles from './operations.module.css';

interface StandingProps {
  readonly tone: Tone;
  readonly words: ReactNode;
  /** Facts behind it, in quiet letters. */
  readonly detail?: ReactNode;
  /** What to do now; nothing where all is well. */
  readonly now?: ReactNode;
  /** As it is typed: the same in every language. */
  readonly command?: string | undefined;
}

export function Standing({ tone, words, detail, now, command }: StandingProps) {
  return (
    <div className={styles['standing']}>
      <StateBadge tone={tone}>{words}</StateBadge>
      {detail ? <span className={styles['meaning']}>{detail}</span> : null}
      {now ? <span>{now}</span> : null}
      {now && command ? (
        <span className={styles['code']}>
          <code>{command}</code>
        </span>
      ) : null}
    </div>
  );
}
