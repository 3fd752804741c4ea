import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Mark } from '../mark/Mark.js';
import { ConcernLink } from './ConcernLink.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { MAIN_ID, SkipLink } from './SkipLink.js';
import styles from './bare-frame.module.css';

/** One page and nothing to get lost in: the mark, the language, the words. */
export function BareFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['shell']}>
      <SkipLink />
      <header className={styles['head']} data-print="no">
        <span className={styles['name']}>
          <Mark size={26} />
          <strong>
            <Trans>同行</Trans>
          </strong>
        </span>
        <ConcernLink />
        <LanguageSwitch />
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles['main']}>
        {children}
      </main>
    </div>
  );
}
