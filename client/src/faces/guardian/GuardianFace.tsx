import { Suspense } from 'react';
import { lazyPage } from '../../app/i18n/lazy-page.js';
import { BareFrame } from '../../ui/shell/BareFrame.js';
import { LoadingState } from '../../ui/states/LoadingState.js';

const GuardianPage = lazyPage(
  () => import('../../features/guardian-consents/GuardianPage.js'),
  'features/guardian-consents',
  'features/consent-ledger',
);

/** One page behind a personal link: no menu, no account. */
export default function GuardianFace() {
  return (
    <BareFrame>
      <Suspense fallback={<LoadingState />}>
        <GuardianPage />
      </Suspense>
    </BareFrame>
  );
}
