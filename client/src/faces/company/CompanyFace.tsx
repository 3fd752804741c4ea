import { msg } from '@lingui/core/macro';
import { IconBell, IconCalendarHeart, IconHome, IconUserCircle } from '@tabler/icons-react';
import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { lazyPage } from '../../app/i18n/lazy-page.js';
import { RequireFace } from '../../app/session/RequireFace.js';
import { PhoneShell, type PhoneShellProps } from '../../ui/shell/phone/PhoneShell.js';
import { Kit } from '../../ui/kit/Kit.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';

const CompanyHomePage = lazyPage(
  () => import('./CompanyHomePage.js'),
  'faces/company',
  'features/team-booking',
  'features/activities',
  'features/team-roster',
  'features/team-day',
);
const MessagesPage = lazyPage(() => import('../../features/messages/MessagesPage.js'), 'features/messages');
const NoticesPage = lazyPage(() => import('../../features/notices/NoticesPage.js'), 'features/notices');
const MyDataPage = lazyPage(() => import('../../features/rights/MyDataPage.js'), 'features/rights');
const AccountPage = lazyPage(
  () => import('../../features/account/AccountPage.js'),
  'features/account',
  'features/factors',
);

const CompanyChildrenPage = lazyPage(
  () => import('../../features/shared-children/CompanyChildrenPage.js'),
  'features/shared-children',
);

const RosterPage = lazyPage(
  () => import('../../features/team-roster/RosterPage.js'),
  'features/team-roster',
  'features/team-day',
  'features/factors',
);

const CompanyPacksPage = lazyPage(() => import('../../features/team-pack/CompanyPacksPage.js'), 'features/team-pack');
const CompanyImpactPage = lazyPage(
  () => import('../../features/team-impact/CompanyImpactPage.js'),
  'features/team-impact',
  'features/team-papers',
);
const CompanyPackPage = lazyPage(() => import('../../features/team-pack/CompanyPackPage.js'), 'features/team-pack');
const MyYearPage = lazyPage(
  () => import('../../features/company-year/MyYearPage.js'),
  'features/company-year',
  'features/activities',
);
const DaysPage = lazyPage(
  () => import('../../features/team-booking/DaysPage.js'),
  'features/team-booking',
  'features/activities',
);
const DayPage = lazyPage(
  () => import('../../features/team-booking/DayPage.js'),
  'features/team-booking',
  'features/activities',
);
const BookingsPage = lazyPage(
  () => import('../../features/team-booking/BookingsPage.js'),
  'features/team-booking',
  'features/activities',
);
const BookingPage = lazyPage(
  () => import('../../features/team-booking/BookingPage.js'),
  'features/team-booking',
  'features/activities',
);

const PLACES: PhoneShellProps['places'] = [
  { path: '/company', label: msg`首页`, icon: IconHome, exact: true },
  { path: '/company/days', label: msg`团队活动`, icon: IconCalendarHeart },
  { path: '/company/notices', label: msg`消息`, icon: IconBell },
  { path: '/company/account', label: msg`我的账号`, icon: IconUserCircle },
];

export default function CompanyFace() {
  return (
    <Kit>
      <RequireFace face="COMPANY">
        <PhoneShell base="/company" places={PLACES}>
          <Suspense fallback={<LoadingState />}>
            <Routes>
              <Route index element={<CompanyHomePage />} />
              <Route path="children" element={<CompanyChildrenPage />} />
              <Route path="days" element={<DaysPage />} />
              <Route path="days/:activityId" element={<DayPage />} />
              <Route path="bookings" element={<BookingsPage />} />
              <Route path="bookings/:bookingId" element={<BookingPage />} />
              <Route path="bookings/:bookingId/roster" element={<RosterPage home="/company" />} />
              <Route path="impact" element={<CompanyImpactPage />} />
              <Route path="packs" element={<CompanyPacksPage />} />
              <Route path="packs/:id" element={<CompanyPackPage />} />
              <Route path="year" element={<MyYearPage />} />
              <Route path="year/:year" element={<MyYearPage />} />
              <Route path="notices" element={<NoticesPage />} />
              <Route path="messages" element={<MessagesPage />} />
              <Route path="account" element={<AccountPage />} />
              <Route path="my-data" element={<MyDataPage />} />
              <Route path="*" element={<NotFoundState home="/company" />} />
            </Routes>
          </Suspense>
        </PhoneShell>
      </RequireFace>
    </Kit>
  );
}
