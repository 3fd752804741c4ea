import './kit.css';
import { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { lazyPage } from '../../app/i18n/lazy-page.js';
import { RequireFace } from '../../app/session/RequireFace.js';
import { RequirePermission } from '../../app/session/RequirePermission.js';
import { useMay } from '../../app/session/session-context.js';
import { DutyBanner } from '../../features/factors/index.js';
import { usePeopleHits } from '../../features/people-search/index.js';
import { Kit } from '../../ui/kit/Kit.js';
import { DeskShell } from '../../ui/shell/desk/DeskShell.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { PLACES } from './places.js';
import { DESK_ROUTES } from './routes.js';

const TodayPage = lazyPage(
  () => import('../../features/today/TodayPage.js'),
  'features/today',
  'features/consent-ledger',
);
const MessagesPage = lazyPage(() => import('../../features/messages/MessagesPage.js'), 'features/messages');
const NoticesPage = lazyPage(() => import('../../features/notices/NoticesPage.js'), 'features/notices');
const AccountPage = lazyPage(
  () => import('../../features/account/AccountPage.js'),
  'features/account',
  'features/factors',
);

export default function AgencyFace() {
  return (
    <Kit>
      <RequireFace face="AGENCY">
        <DeskShell places={PLACES} base="/agency" usePeople={usePeopleHits}>
          <DutyBanner />
          <Suspense fallback={<LoadingState />}>
            <Routes>
              <Route index element={<Home />} />
              <Route path="notices" element={<NoticesPage />} />
              <Route path="messages" element={<MessagesPage />} />
              <Route path="account" element={<AccountPage />} />
              {DESK_ROUTES.map(({ path, permission, Page }) => (
                <Route
                  key={path}
                  path={path}
                  element={
                    <RequirePermission permission={permission}>
                      <Page />
                    </RequirePermission>
                  }
                />
              ))}
              <Route path="*" element={<NotFoundState home="/agency" />} />
            </Routes>
          </Suspense>
        </DeskShell>
      </RequireFace>
    </Kit>
  );
}

/** Today's work; for whoever has none of it here, an expert or an auditor, the first page that is theirs. */
function Home() {
  const may = useMay();
  const own = PLACES.flatMap(({ places }) => places).find(
    ({ permission }) => permission !== undefined && may(permission),
  );
  return may('match.read') || !own ? (
    <RequirePermission permission="match.read">
      <TodayPage />
    </RequirePermission>
  ) : (
    <Navigate to={own.path} replace />
  );
}
