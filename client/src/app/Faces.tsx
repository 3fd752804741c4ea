// The faces, each its own bundle. What a person opens never loads another person's face.
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { ErrorBoundary } from '../ui/states/ErrorBoundary.js';
import { LoadingState } from '../ui/states/LoadingState.js';
import { lazyPage } from './i18n/lazy-page.js';
import { pathOfFace } from './session/face-path.js';
import { useSession } from './session/session-context.js';

const AgencyFace = lazyPage(
  () => import('../faces/agency/AgencyFace.js'),
  'faces/agency',
  'features/people-search',
  'features/factors',
);
const CompanyFace = lazyPage(() => import('../faces/company/CompanyFace.js'), 'faces/company');
const DonorFace = lazyPage(() => import('../faces/donor/DonorFace.js'), 'faces/donor');
const VolunteerFace = lazyPage(() => import('../faces/volunteer/VolunteerFace.js'), 'faces/volunteer');
const GuardianFace = lazyPage(() => import('../faces/guardian/GuardianFace.js'), 'faces/guardian');
const PublicFace = lazyPage(() => import('../faces/public/PublicFace.js'), 'faces/public');

// Somebody said something while there was no line: it goes out from whichever page they open next.
const KeptSender = lazy(() => import('../features/concerns/KeptSender.js').catch(() => ({ default: Nothing })));

export function Faces() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary at={pathname}>
      {somethingWaits() ? (
        <Suspense>
          <KeptSender />
        </Suspense>
      ) : null}
      <Suspense fallback={<LoadingState whole />}>
        <Routes>
          <Route path="/agency/*" element={<AgencyFace />} />
          <Route path="/company/*" element={<CompanyFace />} />
          <Route path="/donor/*" element={<DonorFace />} />
          <Route path="/volunteer/*" element={<VolunteerFace />} />
          <Route path="/guardian/*" element={<GuardianFace />} />
          <Route path="/account" element={<OwnPlace place="account" />} />
          <Route path="/check-in" element={<CheckInPlace />} />
          <Route path="/messages" element={<OwnPlace place="messages" />} />
          <Route path="/my-data" element={<OwnPlace place="my-data" />} />
          <Route path="/notices" element={<OwnPlace place="notices" />} />
          <Route path="/*" element={<PublicFace />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

/** The line is gone again: the next page tries anew. */
const Nothing = (): null => null;

function somethingWaits(): boolean {
  try {
    return localStorage.getItem('tongxing.kept') !== null;
  } catch {
    // A browser that keeps nothing has nothing that waits.
    return false;
  }
}

/** Links in messages cannot know the reader's face: /notices leads each person to their own. */
function OwnPlace({ place }: { readonly place: 'account' | 'messages' | 'my-data' | 'notices' }) {
  const session = useSession();
  if (session.status === 'loading') return <LoadingState whole />;
  const viewer = session.status === 'ready' ? session.viewer : undefined;
  const to = viewer ? `${pathOfFace(viewer.face)}/${place}` : `/sign-in?next=/${place}`;
  return <Navigate replace to={to} />;
}

/** The picture at a door leads here: to the own day with its code, or to the sign-in first. */
function CheckInPlace() {
  const session = useSession();
  const { search } = useLocation();
  if (session.status === 'loading') return <LoadingState whole />;
  const viewer = session.status === 'ready' ? session.viewer : undefined;
  const own = viewer?.face === 'VOLUNTEER' ? `/volunteer/check-in${search}` : viewer && pathOfFace(viewer.face);
  return <Navigate replace to={own ?? `/sign-in?next=${encodeURIComponent(`/check-in${search}`)}`} />;
}
