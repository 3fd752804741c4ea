// Which kind each message is of. A new template says it here: the compiler asks.
import { isChosenKind, type ChosenKind, type MessageKind } from '@tongxing/shared/rules';
import type { NoticeTemplate } from '../templates.js';

const KIND_OF: Readonly<Record<NoticeTemplate, MessageKind>> = {
  // A child's safety, a family's word, work that has stopped: whoever hears of it too late goes where they should not.
  agreementEnded: 'SAFETY',
  agreementLeft: 'SAFETY',
  companionshipPaused: 'SAFETY',
  companionStopped: 'SAFETY',
  concernRaised: 'SAFETY',
  concernReportDue: 'SAFETY',
  concernReportLate: 'SAFETY',
  concernUnseen: 'SAFETY',
  consentWithdrawnForVolunteer: 'SAFETY',
  consentWithdrawnForWorker: 'SAFETY',
  familySaidStop: 'SAFETY',
  familyTookBack: 'SAFETY',
  volunteerPaused: 'SAFETY',
  workStopped: 'SAFETY',
  // A breach has a clock of hours.
  breachClock: 'SAFETY',
  factorAdded: 'ACCOUNT',
  factorRemoved: 'ACCOUNT',
  factorsReset: 'ACCOUNT',
  identifierChanged: 'ACCOUNT',
  passwordChanged: 'ACCOUNT',
  recoveryCodesRenewed: 'ACCOUNT',
  recoveryCodeUsed: 'ACCOUNT',
  rightsAnswered: 'ACCOUNT',
  secondStepFailed: 'ACCOUNT',
  agreementInForce: 'SERVICE',
  agreementOffered: 'SERVICE',
  agreementTakenBack: 'SERVICE',
  agreementYourTurn: 'SERVICE',
  companionshipActive: 'SERVICE',
  companionshipEndedForVolunteer: 'SERVICE',
  companionshipEndedForWorker: 'SERVICE',
  companionshipHandedOn: 'SERVICE',
  proposalAccepted: 'SERVICE',
  volunteerAgreed: 'SERVICE',
  volunteerDeclined: 'SERVICE',
  volunteerTimesChanged: 'SERVICE',
  supervisionScheduled: 'SUPERVISION',
  teamBookingConfirmed: 'SERVICE',
  teamBookingDeclined: 'SERVICE',
  teamBookingExpired: 'SERVICE',
  teamBookingOffered: 'SERVICE',
  teamBookingRequested: 'SERVICE',
  teamDayCalledOff: 'SERVICE',
  teamPackSent: 'SERVICE',
  trainingCancelled: 'SERVICE',
  trainingSeatFree: 'SERVICE',
  teamDayNeeds: 'SERVICE',
  trainingCreditDecided: 'SERVICE',
  seatsPublished: 'SERVICE',
  seatsEnded: 'SERVICE',
  seatDeclined: 'SERVICE',
  supervisionToSign: 'SUPERVISION',
  agreementNewVersion: 'RENEWALS',
  consentEndsSoon: 'RENEWALS',
  reminderDue: 'RENEWALS',
  remindersGathered: 'RENEWALS',
  agreementAwaitsGuardian: 'DESK',
  agreementDeclined: 'DESK',
  agreementInForceForDesk: 'DESK',
  agreementToCountersign: 'DESK',
  applicationArrived: 'DESK',
  backupOverdue: 'DESK',
  importConfirmed: 'DESK',
  importToConfirm: 'DESK',
  rightsDue: 'DESK',
  cardReleased: 'GIVING',
};

export const kindOf = (template: NoticeTemplate): MessageKind => KIND_OF[template];

/** The kind that somebody chooses about; undefined for what always leaves at once, and for links and codes. */
export function chosenKindOf(template: string): ChosenKind | undefined {
  const kind = (KIND_OF as Readonly<Partial<Record<string, MessageKind>>>)[template];
  return kind && isChosenKind(kind) ? kind : undefined;
}
