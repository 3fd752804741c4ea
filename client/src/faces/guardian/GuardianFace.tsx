import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { lazyPage } from '../../app/i18n/lazy-page.js';
import { BareFrame } from '../../ui/shell/BareFrame.js';
import { LoadingState } from '../../ui/states/LoadingState.js';

const GuardianPage = lazyPage(
  () => import('../../features/guardian-consents/GuardianPage.js'),
  'features/guardian-consents',
  'features/consent-ledger',
  'features/helping',
  'features/agreement-guardian',
  'features/agreements',
);

const ChildDataPage = lazyPage(() => import('../../features/rights/ChildDataPage.js'), 'features/rights');

const ChildActivitiesPage = lazyPage(
  () => import('../../features/child-activities/ChildActivitiesPage.js'),
  'features/child-activities',
);

/** One page behind a personal link: no menu, no account. */
export default function GuardianFace() {
  return (
    <BareFrame>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          <Route path="activities" element={<ChildActivitiesPage />} />
          <Route path="my-data" element={<ChildDataPage />} />
          <Route path="*" element={<GuardianPage />} />
        </Routes>
      </Suspense>
    </BareFrame>
  );
}
