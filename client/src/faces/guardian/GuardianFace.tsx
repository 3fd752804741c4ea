import { Trans } from '@lingui/react/macro';
import { Suspense } from 'react';
import { lazyPage } from '../../app/i18n/lazy-page.js';
import { Mark } from '../../ui/mark/Mark.js';
import { LanguageSwitch } from '../../ui/shell/LanguageSwitch.js';
import { MAIN_ID, SkipLink } from '../../ui/shell/SkipLink.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './guardian-face.module.css';

const GuardianPage = lazyPage(
  () => import('../../features/guardian-consents/GuardianPage.js'),
  'features/guardian-consents',
);

/** One page behind a personal link: no menu, nothing to get lost in. */
export default function GuardianFace() {
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
        <LanguageSwitch />
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles['main']}>
        <Suspense fallback={<LoadingState />}>
          <GuardianPage />
        </Suspense>
      </main>
    </div>
  );
}
