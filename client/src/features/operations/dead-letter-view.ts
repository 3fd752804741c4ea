// What a job that stopped means for the one who looks after it: which cause, and whether another try is still possible.
import { localDateIn, type LocalDate } from '@tongxing/shared/kernel';
import type { DeadLettersQuery } from '../../gql/graphql.js';

export type DeadLetter = DeadLettersQuery['deadLetters'][number];

/** What the platform does behind the pages: its own jobs, and the events that somebody is told of. */
export const JOB_KINDS = [
  'message.send',
  'digest.compose',
  'imports.forget-rows',
  'keys.destroy',
  'staff.hand-over',
  'event:RosterImported',
  'event:RosterConfirmed',
  'event:ProposalAccepted',
  'event:CompanionshipAnswered',
  'event:ConsentRecorded',
  'event:ConsentWithdrawn',
  'event:DisclosureTakenBack',
  'event:ConsentEndsSoon',
  'event:ReminderDue',
  'event:RemindersGathered',
  'event:CardReleased',
  'event:CompanionshipActivated',
  'event:CompanionshipEnded',
  'event:CompanionshipHandedOn',
  'event:CoverEnded',
  'event:GuardianLinkCreated',
  'event:CompanionshipPaused',
  'event:VolunteerTimesChanged',
  'event:SupervisionScheduled',
  'event:SupervisionToSign',
  'event:TrainingCancelled',
  'event:TrainingSeatFree',
  'event:TrainingCreditDecided',
  'event:ActivityCancelled',
  'event:ActivityMoved',
  'event:ActivityClosed',
  'event:AttendanceClosed',
  'event:ColleagueInvited',
  'event:TeamPackSent',
  'event:TeamBookingMoved',
  'team.expire',
  'event:TeamDayNeeds',
  'event:CompanyYearSaid',
  'event:SeatsPublished',
  'event:SeatsEnded',
  'event:SeatDeclined',
  'event:FamilySaidStop',
  'event:AgreementOffered',
  'event:AgreementSigned',
  'event:AgreementEnded',
  'concern.escalate',
  'concern.reportDue',
  'event:ConcernRaised',
  'event:ConcernUnseen',
  'event:ConcernReportDue',
  'event:RightsAnswered',
  'event:ApplicationSent',
  'event:ApplicationAsked',
  'event:ApplicationLinkAsked',
  'event:ApplicationDecided',
  'event:CompanionStopped',
  'event:WorkStopped',
  'work.stop-elsewhere',
  'event:PersonInvited',
  'event:PasswordResetAsked',
  'event:IdentifierChangeAsked',
  'event:PasswordChanged',
  'event:FactorsChanged',
  'event:IdentifierChanged',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const isKnownJob = (kind: string): kind is JobKind => JOB_KINDS.some((known) => known === kind);

export type Cause =
  | 'MAIL_NOT_SET_UP'
  | 'MAIL_ADDRESS'
  | 'MAIL_SIGN_IN'
  | 'MAIL_UNREACHABLE'
  | 'MAIL_NOT_TAKEN'
  | 'SMS_NOT_SET_UP'
  | 'SMS_SIGN_IN'
  | 'SMS_UNREACHABLE'
  | 'SMS_BUSY'
  | 'SMS_NOT_TAKEN'
  | 'NO_HANDLER'
  | 'CONTENT_INVALID'
  | 'CONTENT_GONE'
  | 'FREE_TEXT'
  | 'HAND_OVER_OPEN'
  | 'KEY_MISSING'
  | 'INTERRUPTED'
  | 'DATABASE'
  | 'UNKNOWN';

/** The first pattern that fits names the cause, so the narrow ones stand before the wide ones. */
const CAUSES: readonly (readonly [pattern: RegExp, cause: Cause])[] = [
  [/^SMTP_URL_MISSING$/, 'MAIL_NOT_SET_UP'],
  [/^MAIL_ADDRESS_REFUSED$/, 'MAIL_ADDRESS'],
  // Answers of RFC 4954: the server wants a sign-in, or does not accept this one.
  [/^SMTP_(?:454|530|534|535|538)$/, 'MAIL_SIGN_IN'],
  [/^SMTP_UNREACHABLE$/, 'MAIL_UNREACHABLE'],
  [/^SMTP_(?:FAILED|\d{3})$/, 'MAIL_NOT_TAKEN'],
  [/^SMS_URL_MISSING$/, 'SMS_NOT_SET_UP'],
  [/^SMS_(?:401|403)$/, 'SMS_SIGN_IN'],
  [/^SMS_UNREACHABLE$/, 'SMS_UNREACHABLE'],
  [/^SMS_(?:408|429|5\d\d)$/, 'SMS_BUSY'],
  [/^SMS_\d{3}$/, 'SMS_NOT_TAKEN'],
  [/^NO_HANDLER$/, 'NO_HANDLER'],
  [/^PAYLOAD_INVALID$/, 'CONTENT_INVALID'],
  [/^(?:PAYLOAD_PURGED|SUBJECT_ERASED)$/, 'CONTENT_GONE'],
  [/^FREE_TEXT_IN_MESSAGE$/, 'FREE_TEXT'],
  [/^HAND_OVER_REFUSED$/, 'HAND_OVER_OPEN'],
  [/^UnsealError$/, 'KEY_MISSING'],
  [/^WORKER_GONE$/, 'INTERRUPTED'],
  [/^(?:SQLITE_|ER_|PROTOCOL_|ECONN)|^QueryFailedError$/, 'DATABASE'],
];

export function causeOf(lastError: string): Cause {
  return CAUSES.find(([pattern]) => pattern.test(lastError))?.[1] ?? 'UNKNOWN';
}

/** The server erases what a job was to do so many days after it was given up. */
export const CONTENT_KEPT_DAYS = 7;
/** The server never lists more. */
export const MOST_LISTED = 200;
const DAY_MS = 86_400_000;

/** The last day, at the agency, on which the job can surely be tried again. */
export function lastDayToRetry(diedAt: string, timeZone: string): LocalDate {
  return localDateIn(new Date(Date.parse(diedAt) + CONTENT_KEPT_DAYS * DAY_MS), timeZone);
}

/** The agency's own day, as its clock and zone have it. */
export interface Today {
  readonly today: string;
  readonly timeZone: string;
}

/** Whether trying again can still be asked for. On the last day the server decides, by the hour. */
export function mayRetry({ diedAt, lastError }: Pick<DeadLetter, 'diedAt' | 'lastError'>, at: Today): boolean {
  return causeOf(lastError) !== 'CONTENT_GONE' && at.today <= lastDayToRetry(diedAt, at.timeZone);
}

export type RetryOutcome = 'REQUEUED' | 'EMPTIED' | 'GONE';
export type RetryTally = Readonly<Record<RetryOutcome, number>>;

export function tallyOf(outcomes: readonly RetryOutcome[]): RetryTally {
  const count = (outcome: RetryOutcome): number => outcomes.filter((one) => one === outcome).length;
  return { REQUEUED: count('REQUEUED'), EMPTIED: count('EMPTIED'), GONE: count('GONE') };
}
