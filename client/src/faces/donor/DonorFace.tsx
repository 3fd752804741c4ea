import { msg } from '@lingui/core/macro';
import { IconBell, IconHome, IconUserCircle } from '@tabler/icons-react';
import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { lazyPage } from '../../app/i18n/lazy-page.js';
import { RequireFace } from '../../app/session/RequireFace.js';
import { PhoneShell, type PhoneShellProps } from '../../ui/shell/phone/PhoneShell.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { DonorCardPage } from './DonorCardPage.js';
import { DonorHomePage } from './DonorHomePage.js';

const MessagesPage = lazyPage(() => import('../../features/messages/MessagesPage.js'), 'features/messages');
const NoticesPage = lazyPage(() => import('../../features/notices/NoticesPage.js'), 'features/notices');
const MyDataPage = lazyPage(() => import('../../features/rights/MyDataPage.js'), 'features/rights');
const AccountPage = lazyPage(
  () => import('../../features/account/AccountPage.js'),
  'features/account',
  'features/factors',
);

const PLACES: PhoneShellProps['places'] = [
  { path: '/donor', label: msg`首页`, icon: IconHome, exact: true },
  { path: '/donor/notices', label: msg`消息`, icon: IconBell },
  { path: '/donor/account', label: msg`我的账号`, icon: IconUserCircle },
];

export default function DonorFace() {
  return (
    <RequireFace face="DONOR">
      <PhoneShell base="/donor" places={PLACES}>
        <Suspense fallback={<LoadingState />}>
          <Routes>
            <Route index element={<DonorHomePage />} />
            <Route path="cards/:id" element={<DonorCardPage />} />
            <Route path="notices" element={<NoticesPage />} />
            <Route path="messages" element={<MessagesPage />} />
            <Route path="account" element={<AccountPage />} />
            <Route path="my-data" element={<MyDataPage />} />
            <Route path="*" element={<NotFoundState home="/donor" />} />
          </Routes>
        </Suspense>
      </PhoneShell>
    </RequireFace>
  );
}
