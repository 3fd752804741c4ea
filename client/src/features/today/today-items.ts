// What waits, in the order of need, and the list behind each number. Nothing else belongs on this page.
import type { Permission } from '@tongxing/shared/permissions';
import type { TodayQuery } from '../../gql/graphql.js';

export type TodayCounts = Omit<TodayQuery['today'], '__typename'>;
export type TodayCount = Exclude<
  keyof TodayCounts,
  'volunteersReady' | 'volunteersTotal' | 'childrenWaiting' | 'uncoveredSince'
>;

export interface TodayItem {
  readonly count: TodayCount;
  readonly to: string;
  /** Who can act on it; for others it is somebody else's turn. */
  readonly permission: Permission;
  readonly urgent?: true;
}

export const TODAY_ITEMS: readonly TodayItem[] = [
  // A child's safety comes before everything else.
  { count: 'concernsOpen', to: '/agency/concerns', permission: 'concern.read', urgent: true },
  {
    count: 'childrenToTell',
    to: '/agency/companionships?due=TELL',
    permission: 'companionship.prepare',
  },
  {
    count: 'companionshipsReadyToStart',
    to: '/agency/companionships?state=FAMILY_CONSENTED',
    permission: 'companionship.activate',
  },
  {
    count: 'companionshipsAwaitingFamily',
    to: '/agency/companionships?state=VOLUNTEER_AGREED',
    permission: 'consent.record',
  },
  { count: 'proposalsToDecide', to: '/agency/matching', permission: 'match.decide' },
  {
    count: 'contactsOverdue',
    to: '/agency/companionships?due=CONTACT',
    permission: 'companionship.read',
  },
  {
    count: 'companionshipsUncovered',
    to: '/agency/companionships?due=COVER',
    permission: 'companionship.prepare',
  },
  { count: 'rightsWaiting', to: '/agency/rights', permission: 'rights.read' },
  { count: 'teamsWaiting', to: '/agency/bookings', permission: 'team.decide' },
  { count: 'fileRequestsToDecide', to: '/agency/file-requests', permission: 'file.decide' },
  // Somebody who was brave enough to ask waits for a word.
  { count: 'applicationsWaiting', to: '/agency/applications', permission: 'application.read' },
  { count: 'packsToSend', to: '/agency/packs', permission: 'pack.send' },
  { count: 'batchesToConfirm', to: '/agency/imports', permission: 'roster.confirm' },
  { count: 'batchesInProgress', to: '/agency/imports', permission: 'roster.stage' },
  { count: 'companionshipsPaused', to: '/agency/companionships?state=PAUSED', permission: 'companionship.read' },
  { count: 'checksDueSoon', to: '/agency/volunteers?standing=RENEWAL_DUE', permission: 'volunteer.read' },
  { count: 'checkPapersHere', to: '/agency/checks-due', permission: 'screening.record' },
  { count: 'colleagueChecksDue', to: '/agency/checks-due', permission: 'screening.record' },
  { count: 'credentialsDueSoon', to: '/agency/staff?credentials=SOON', permission: 'staff.read' },
  {
    count: 'companionshipsAwaitingVolunteer',
    to: '/agency/companionships?state=ACCEPTED',
    permission: 'companionship.read',
  },
];

/** The items with something in them that this person may open. */
export function waiting(counts: TodayCounts, may: (permission: Permission) => boolean): readonly TodayItem[] {
  return TODAY_ITEMS.filter(({ count, permission }) => counts[count] > 0 && may(permission));
}
