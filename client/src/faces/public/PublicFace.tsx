import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { lazyPage } from '../../app/i18n/lazy-page.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { HomePage } from './HomePage.js';
import { PublicShell } from './PublicShell.js';

const SignInPage = lazyPage(
  () => import('../../features/sign-in/SignInPage.js'),
  'features/sign-in',
  'features/factors',
);
const SecondStepPage = lazyPage(
  () => import('../../features/sign-in/SecondStepPage.js'),
  'features/sign-in',
  'features/factors',
);
const ProtectPage = lazyPage(() => import('../../features/factors/ProtectPage.js'), 'features/factors');
const SetupPage = lazyPage(() => import('../../features/setup/SetupPage.js'), 'features/setup');
const ForgotPasswordPage = lazyPage(
  () => import('../../features/forgot-password/ForgotPasswordPage.js'),
  'features/forgot-password',
);
const ResetPasswordPage = lazyPage(
  () => import('../../features/forgot-password/ResetPasswordPage.js'),
  'features/forgot-password',
);
const JoinPage = lazyPage(() => import('../../features/join/JoinPage.js'), 'features/join');
const JoinDayPage = lazyPage(() => import('../../features/team-day/JoinDayPage.js'), 'features/team-day');
const CodePage = lazyPage(() => import('../../features/guardian-consents/CodePage.js'), 'features/guardian-consents');
const CardPage = lazyPage(
  () => import('../../features/family-card/CardPage.js'),
  'features/family-card',
  'features/concerns',
);
const ServiceCheckPage = lazyPage(
  () => import('../../features/team-impact/ServiceCheckPage.js'),
  'features/team-impact',
);
const VerifyPage = lazyPage(() => import('../../features/card-paper/VerifyPage.js'), 'features/card-paper');
const CheckAgreementPage = lazyPage(
  () => import('../../features/agreement-check/CheckPage.js'),
  'features/agreement-check',
);
const CosignPage = lazyPage(
  () => import('../../features/agreement-guardian/CosignPage.js'),
  'features/agreement-guardian',
  'features/agreements',
);
const AnywherePage = lazyPage(() => import('../../features/concerns/AnywherePage.js'), 'features/concerns');
const ApplyPage = lazyPage(() => import('../../features/applying/ApplyPage.js'), 'features/applying');
const BackPage = lazyPage(() => import('../../features/applying/BackPage.js'), 'features/applying');
const ApplicationPage = lazyPage(() => import('../../features/applying/ApplicationPage.js'), 'features/applying');
const GuardianAnswerPage = lazyPage(() => import('../../features/applying/GuardianAnswerPage.js'), 'features/applying');
const ReferenceAnswerPage = lazyPage(
  () => import('../../features/applying/ReferenceAnswerPage.js'),
  'features/applying',
);
const PrivacyPage = lazyPage(() => import('./PrivacyPage.js'), 'faces/public');
const TermsPage = lazyPage(() => import('./TermsPage.js'), 'faces/public');

export default function PublicFace() {
  return (
    <PublicShell>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          <Route index element={<HomePage />} />
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="sign-in/confirm" element={<SecondStepPage />} />
          <Route path="protect" element={<ProtectPage />} />
          <Route path="forgot" element={<ForgotPasswordPage />} />
          <Route path="reset/:token" element={<ResetPasswordPage />} />
          <Route path="join/:token" element={<JoinPage />} />
          <Route path="join-day/:code" element={<JoinDayPage />} />
          <Route path="code" element={<CodePage />} />
          <Route path="card" element={<CardPage />} />
          <Route path="verify" element={<VerifyPage />} />
          <Route path="agreement/guardian/:code" element={<CosignPage />} />
          <Route path="verify/agreement" element={<CheckAgreementPage />} />
          <Route path="verify/agreement/:number/:code" element={<CheckAgreementPage />} />
          <Route path="verify/service/:number" element={<ServiceCheckPage />} />
          <Route path="verify/:number" element={<VerifyPage />} />
          <Route path="concern" element={<AnywherePage />} />
          <Route path="apply" element={<ApplyPage />} />
          <Route path="apply/back" element={<BackPage />} />
          <Route path="apply/guardian/:code" element={<GuardianAnswerPage />} />
          <Route path="apply/reference/:code" element={<ReferenceAnswerPage />} />
          <Route path="apply/:code" element={<ApplicationPage />} />
          <Route path="setup" element={<SetupPage />} />
          <Route path="privacy" element={<PrivacyPage />} />
          <Route path="terms" element={<TermsPage />} />
          <Route path="*" element={<NotFoundState home="/" />} />
        </Routes>
      </Suspense>
    </PublicShell>
  );
}
