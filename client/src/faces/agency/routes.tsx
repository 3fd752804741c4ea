// The desk's pages. Each is a default export of its feature and arrives with its own words.
import type { Permission } from '@tongxing/shared/permissions';
import type { ComponentType } from 'react';
import type { CatalogueName } from '../../app/i18n/catalogues.js';
import { lazyPage } from '../../app/i18n/lazy-page.js';

interface PageModule {
  readonly default: ComponentType;
}
const pages = import.meta.glob<PageModule>('../../features/*/*Page.tsx');

export interface DeskRoute {
  readonly path: string;
  readonly permission: Permission;
  readonly Page: ComponentType;
}

/** A route exists once its feature's page does; `others` are features whose parts the page shows too. */
function route(
  path: string,
  permission: Permission,
  page: `${string}/${string}Page`,
  ...others: CatalogueName[]
): readonly DeskRoute[] {
  const load = pages[`../../features/${page}.tsx`];
  const feature = page.slice(0, page.indexOf('/'));
  return load ? [{ path, permission, Page: lazyPage(load, `features/${feature}`, ...others) }] : [];
}

export const DESK_ROUTES: readonly DeskRoute[] = [
  ...route(
    'volunteers',
    'volunteer.read',
    'readiness/VolunteersPage',
    'features/invitations',
    'features/lists',
    'features/factors',
  ),
  ...route(
    'volunteers/:id',
    'volunteer.read',
    'readiness/VolunteerPage',
    'features/companionship',
    'features/file-access',
    'features/staff',
    'features/invitations',
    'features/factors',
    'features/volunteer-page',
    'features/agreements',
    'features/matching',
    'features/children',
  ),
  ...route(
    'children',
    'child.read',
    'children/ChildrenPage',
    'features/readiness',
    'features/companionship',
    'features/lists',
    'features/factors',
  ),
  ...route(
    'children/:id',
    'child.read',
    'children/ChildPage',
    'features/agreements',
    'features/programmes',
    'features/readiness',
    'features/companionship',
    'features/file-access',
    'features/households',
    'features/concerns',
    'features/matching',
    'features/progress-cards',
  ),
  ...route('children/:id/card', 'progress.write', 'progress-cards/NewCardPage', 'features/release-check'),
  ...route('checks', 'release.check', 'release-check/BeforeSendingPage'),
  ...route('children/:id/check', 'release.check', 'release-check/BeforeSendingPage'),
  ...route('cards', 'progress.read', 'progress-cards/CardsPage'),
  ...route('cards/:id', 'progress.read', 'progress-cards/CardPage', 'features/release-check'),
  ...route('children/:id/consents', 'consent.read', 'consent-ledger/ConsentsPage', 'features/shared-children'),
  ...route('children/:id/consents/new', 'consent.record', 'consent-ledger/NewConsentPage'),
  ...route('opened-to-partner', 'share.readAsPartner', 'shared-children/PartnerChildrenPage'),
  ...route('opened-to-expert', 'share.readAsExpert', 'shared-children/ExpertChildrenPage'),
  ...route('who-reads', 'staff.read', 'who-reads/WhoReadsPage'),
  ...route('concerns', 'concern.read', 'concerns/ConcernsPage'),
  ...route('duty', 'concern.rota', 'on-call/DutyPage'),
  ...route('incidents', 'incident.read', 'incidents/IncidentsPage'),
  ...route('concerns/:id', 'concern.read', 'concerns/ConcernPage'),
  ...route('helpers', 'helping.read', 'helping/HelpersPage'),
  ...route('children/:id/helping', 'helping.begin', 'helping/BeginHelpingPage'),
  ...route('checks-due', 'screening.record', 'checks/ChecksDuePage'),
  ...route('applications', 'application.read', 'applications/ApplicationsPage'),
  ...route('applications/links', 'application.invite', 'applications/ApplyLinksPage'),
  ...route('applications/:id', 'application.read', 'applications/ApplicationPage'),
  ...route('agreements', 'agreement.read', 'agreements/AgreementsPage'),
  ...route('agreements/texts', 'agreement.read', 'agreements/TextsPage'),
  ...route('agreements/:id', 'agreement.read', 'agreements/AgreementPage'),
  ...route('renewals', 'reminder.read', 'reminders/RenewalsPage'),
  ...route('rights', 'rights.read', 'rights/RightsPage'),
  ...route('rights/:id', 'rights.read', 'rights/RightsRequestPage', 'features/lists', 'features/factors'),
  ...route('breaches', 'breach.read', 'breaches/BreachesPage'),
  ...route('compliance', 'evidence.read', 'compliance/CompliancePage'),
  ...route('my-data', 'rights.ask', 'rights/MyDataPage'),
  ...route('households', 'household.read', 'households/HouseholdsPage', 'features/lists', 'features/factors'),
  ...route('households/new', 'household.record', 'households/NewHouseholdPage'),
  ...route('households/:id', 'household.read', 'households/HouseholdPage', 'features/file-access'),
  ...route('staff', 'staff.read', 'staff/StaffPage', 'features/invitations', 'features/lists', 'features/factors'),
  ...route('staff/new', 'staff.change', 'staff/AddColleaguePage', 'features/invitations'),
  ...route(
    'staff/:id',
    'staff.read',
    'staff/StaffMemberPage',
    'features/invitations',
    'features/factors',
    'features/credentials',
  ),
  ...route('staff/offices', 'staff.read', 'staff/OfficesPage'),
  ...route('imports', 'roster.stage', 'roster-import/ImportsPage'),
  ...route('imports/:id', 'roster.stage', 'roster-import/ImportBatchPage'),
  ...route('matching', 'match.read', 'matching/MatchRunsPage', 'features/readiness'),
  ...route('matching/weights', 'match.read', 'matching/WeightsPage', 'features/readiness'),
  ...route('matching/:runId', 'match.read', 'matching/MatchRunPage', 'features/readiness', 'features/children'),
  ...route(
    'companionships',
    'companionship.read',
    'companionship/CompanionshipsPage',
    'features/lists',
    'features/factors',
  ),
  ...route(
    'companionships/:id',
    'companionship.read',
    'companionship/CompanionshipPage',
    'features/matching',
    'features/readiness',
    'features/consent',
    'features/pair-steps',
  ),
  ...route('supervised', 'volunteer.read', 'supervised/SupervisedPage', 'features/companionship'),
  ...route('supervision', 'supervision.hold', 'supervision/SupervisionPage'),
  ...route('supervision/new', 'supervision.hold', 'supervision/NewTalkPage'),
  ...route('supervision/board', 'supervision.read', 'supervision/BoardPage', 'features/companionship'),
  ...route('supervision/:id', 'supervision.hold', 'supervision/TalkPage'),
  ...route('courses', 'learning.read', 'training/CoursesPage'),
  ...route('courses/new', 'learning.keepCourses', 'training/NewCoursePage'),
  ...route('courses/:id', 'learning.read', 'training/CoursePage'),
  ...route('training-credit', 'learning.decideCredit', 'training/TrainingCreditPage'),
  ...route('coaching', 'learning.coach', 'training/CoachingPage'),
  ...route('training-sessions/:id', 'learning.holdSessions', 'training/TrainingSessionPage'),
  ...route('companionships/:id/card', 'consent.link', 'family-card/FamilyCardPage'),
  ...route('programmes', 'programme.read', 'programmes/ProgrammesPage'),
  ...route('programmes/:id', 'programme.read', 'programmes/ProgrammePage'),
  ...route('activities', 'activity.read', 'activities/ActivitiesPage'),
  ...route('activities/new', 'activity.plan', 'activities/NewActivityPage'),
  ...route('activities/venues', 'activity.read', 'activities/VenuesPage'),
  ...route('company-years', 'companyYear.read', 'company-year/YearPage', 'features/activities'),
  ...route('company-years/:year', 'companyYear.read', 'company-year/YearPage', 'features/activities'),
  ...route('staffing', 'staffing.read', 'staffing/StaffingPage', 'features/activities'),
  ...route('activities/:id', 'activity.read', 'activities/ActivityPage', 'features/team-roster', 'features/team-day'),
  ...route('rosters/:bookingId', 'teamRoster.read', 'team-roster/DeskRosterPage', 'features/team-day'),
  ...route('packs', 'pack.read', 'team-pack/PacksPage'),
  ...route('packs/:id', 'pack.read', 'team-pack/PackPage', 'features/release-check'),
  ...route('activities/:id/day', 'activity.runDay', 'day/DayPage'),
  ...route('activities/:id/door', 'activity.runDay', 'day/DoorPage'),
  ...route('areas', 'setting.read', 'areas/AreasPage'),
  ...route('settings', 'setting.read', 'settings/SettingsPage', 'features/readiness'),
  ...route('settings/holidays', 'setting.read', 'holidays/HolidaysPage'),
  ...route('company-sign-ins', 'setting.change', 'company-sign-ins/CompanySignInsPage'),
  ...route('file-requests', 'file.decide', 'file-access/FileRequestsPage'),
  ...route('figures', 'figure.read', 'family-figures/FiguresPage'),
  ...route('figures/households', 'figure.read', 'family-figures/HouseholdsBehindPage'),
  ...route('audit/readers/:id', 'audit.read', 'audit/RecordReadersPage', 'features/file-access'),
  ...route('audit', 'audit.read', 'audit/AuditPage', 'features/settings', 'features/companionship', 'features/factors'),
  ...route('operations', 'job.read', 'operations/OperationsPage'),
];
