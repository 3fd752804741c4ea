import { msg } from '@lingui/core/macro';
import { IconBell, IconChecklist, IconHeartHandshake, IconUserCircle } from '@tabler/icons-react';
import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { lazyPage } from '../../app/i18n/lazy-page.js';
import { RequireFace } from '../../app/session/RequireFace.js';
import { RequirePermission } from '../../app/session/RequirePermission.js';
import { PhoneShell, type PhoneShellProps } from '../../ui/shell/phone/PhoneShell.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';

const MyServicePage = lazyPage(
  () => import('../../features/my-service/MyServicePage.js'),
  'features/my-service',
  'features/learning',
  'features/my-supervision',
  'features/my-agreement',
  'features/my-training',
  'features/team-day',
  'features/my-activities',
  'features/helping',
);
const MyCompanionshipsPage = lazyPage(
  () => import('../../features/my-service/MyCompanionshipsPage.js'),
  'features/my-service',
  'features/pair-steps',
  'features/concerns',
);
const CoursePage = lazyPage(() => import('../../features/learning/CoursePage.js'), 'features/learning');
const LessonPage = lazyPage(() => import('../../features/learning/LessonPage.js'), 'features/learning');
const CreditPage = lazyPage(() => import('../../features/my-training/CreditPage.js'), 'features/my-training');
const MyTrainingPage = lazyPage(() => import('../../features/my-training/MyTrainingPage.js'), 'features/my-training');
const MyTeamDaysPage = lazyPage(() => import('../../features/team-day/MyTeamDaysPage.js'), 'features/team-day');
const AfterMyDaysPage = lazyPage(() => import('../../features/team-impact/AfterMyDaysPage.js'), 'features/team-impact');
const TeamDayLessonPage = lazyPage(
  () => import('../../features/team-day/TeamDayLessonPage.js'),
  'features/team-day',
  'features/learning',
);
const MySupervisionPage = lazyPage(
  () => import('../../features/my-supervision/MySupervisionPage.js'),
  'features/my-supervision',
);
const MyAgreementPage = lazyPage(
  () => import('../../features/my-agreement/MyAgreementPage.js'),
  'features/my-agreement',
  'features/agreements',
);
const CheckInPage = lazyPage(() => import('../../features/day/CheckInPage.js'), 'features/day', 'features/my-service');
const MyActivitiesPage = lazyPage(
  () => import('../../features/my-activities/MyActivitiesPage.js'),
  'features/my-activities',
  'features/activities',
);
const MyHelpingPage = lazyPage(() => import('../../features/helping/MyHelpingPage.js'), 'features/helping');
const MessagesPage = lazyPage(() => import('../../features/messages/MessagesPage.js'), 'features/messages');
const NoticesPage = lazyPage(() => import('../../features/notices/NoticesPage.js'), 'features/notices');
const MyDataPage = lazyPage(() => import('../../features/rights/MyDataPage.js'), 'features/rights');
const AccountPage = lazyPage(
  () => import('../../features/account/AccountPage.js'),
  'features/account',
  'features/factors',
);

const PLACES: PhoneShellProps['places'] = [
  { path: '/volunteer', label: msg`准备情况`, icon: IconChecklist, exact: true },
  {
    path: '/volunteer/companionships',
    label: msg({ message: '我的陪伴', context: 'short, under an icon' }),
    icon: IconHeartHandshake,
  },
  { path: '/volunteer/notices', label: msg`消息`, icon: IconBell },
  { path: '/volunteer/account', label: msg`我的账号`, icon: IconUserCircle },
];

export default function VolunteerFace() {
  return (
    <RequireFace face="VOLUNTEER">
      <PhoneShell base="/volunteer" places={PLACES}>
        <Suspense fallback={<LoadingState />}>
          <Routes>
            <Route
              index
              element={
                <RequirePermission permission="companionship.readOwn">
                  <MyServicePage />
                </RequirePermission>
              }
            />
            <Route
              path="companionships"
              element={
                <RequirePermission permission="companionship.readOwn">
                  <MyCompanionshipsPage />
                </RequirePermission>
              }
            />
            <Route
              path="learn"
              element={
                <RequirePermission permission="learning.readOwn">
                  <CoursePage key="SAFEGUARDING" lessons="SAFEGUARDING" />
                </RequirePermission>
              }
            />
            <Route
              path="learn/:lesson"
              element={
                <RequirePermission permission="learning.readOwn">
                  <LessonPage lessons="SAFEGUARDING" />
                </RequirePermission>
              }
            />
            <Route
              path="learn-rights"
              element={
                <RequirePermission permission="learning.readOwn">
                  <CoursePage key="RIGHTS" lessons="RIGHTS" />
                </RequirePermission>
              }
            />
            <Route
              path="learn-rights/:lesson"
              element={
                <RequirePermission permission="learning.readOwn">
                  <LessonPage lessons="RIGHTS" />
                </RequirePermission>
              }
            />
            <Route
              path="training"
              element={
                <RequirePermission permission="learning.readOwn">
                  <MyTrainingPage />
                </RequirePermission>
              }
            />
            <Route
              path="team-days"
              element={
                <RequirePermission permission="teamDay.readOwn">
                  <MyTeamDaysPage />
                </RequirePermission>
              }
            />
            <Route
              path="team-days/after"
              element={
                <RequirePermission permission="pack.readOwn">
                  <AfterMyDaysPage />
                </RequirePermission>
              }
            />
            <Route
              path="team-days/lesson"
              element={
                <RequirePermission permission="teamDay.readOwn">
                  <TeamDayLessonPage />
                </RequirePermission>
              }
            />
            <Route
              path="training/credit"
              element={
                <RequirePermission permission="learning.askCredit">
                  <CreditPage />
                </RequirePermission>
              }
            />
            <Route
              path="supervision"
              element={
                <RequirePermission permission="supervision.readOwn">
                  <MySupervisionPage />
                </RequirePermission>
              }
            />
            <Route
              path="agreement"
              element={
                <RequirePermission permission="agreement.readOwn">
                  <MyAgreementPage />
                </RequirePermission>
              }
            />
            <Route
              path="activities"
              element={
                <RequirePermission permission="staffing.readOwn">
                  <MyActivitiesPage />
                </RequirePermission>
              }
            />
            <Route
              path="helping"
              element={
                <RequirePermission permission="helping.readOwn">
                  <MyHelpingPage />
                </RequirePermission>
              }
            />
            <Route
              path="check-in"
              element={
                <RequirePermission permission="activity.checkInOwn">
                  <CheckInPage />
                </RequirePermission>
              }
            />
            <Route path="notices" element={<NoticesPage />} />
            <Route path="messages" element={<MessagesPage />} />
            <Route path="account" element={<AccountPage />} />
            <Route path="my-data" element={<MyDataPage />} />
            <Route path="*" element={<NotFoundState home="/volunteer" />} />
          </Routes>
        </Suspense>
      </PhoneShell>
    </RequireFace>
  );
}
