// What happened, in the past tense: ids and counts. A module publishes, whoever wants to know subscribes.
import type {
  CompanionshipId,
  ConcernId,
  ConsentId,
  ImportBatchId,
  LocalDate,
  MatchProposalId,
  PersonId,
} from '@tongxing/shared/kernel';
import type { Audience } from '@tongxing/shared/disclosure';
import type { ActivityEvents } from './activity-events.js';
import { EVERY_TEAM_EVENT, type TeamEvents } from './team-events.js';

/** What may happen to the second factors of an account. */
export type FactorChange =
  | 'ADDED'
  | 'REMOVED'
  | 'RECOVERY_CODE_USED'
  | 'RECOVERY_CODES_RENEWED'
  /** By a director, for somebody who lost them. */
  | 'RESET'
  /** The password was right and the second step wrong, as often as it may be. */
  | 'GUESSED';

/** Which agreement, and whom it concerns. */
export interface AgreementAbout {
  readonly agreementId: string;
  /** Undefined for an agreement with a family. */
  readonly volunteerPersonId: PersonId | undefined;
  /** Where the volunteer or the child belongs; undefined: to the whole agency. */
  readonly officeId: string | undefined;
  /** Undefined where the release of a new version offered it. */
  readonly offeredBy: PersonId | undefined;
}

/** Name → facts. Facts are ids; only where a message must reach somebody without a row of their own, an address. */
export interface DomainEvents extends ActivityEvents, TeamEvents {
  RosterImported: { readonly batchId: ImportBatchId; readonly importedBy: PersonId };
  RosterConfirmed: { readonly batchId: ImportBatchId; readonly importedBy: PersonId; readonly confirmedBy: PersonId };
  ProposalAccepted: {
    readonly proposalId: MatchProposalId;
    readonly companionshipId: CompanionshipId;
    readonly volunteerPersonId: PersonId;
  };
  CompanionshipAnswered: {
    readonly companionshipId: CompanionshipId;
    readonly agreed: boolean;
    readonly workerPersonId: PersonId;
  };
  ConsentRecorded: { readonly consentId: ConsentId; readonly companionshipId: CompanionshipId };
  ConsentWithdrawn: {
    readonly companionshipId: CompanionshipId;
    readonly workerPersonId: PersonId;
    readonly volunteerPersonId: PersonId;
  };
  /** A family took back what may be shown of a child, all of it or a part; those who hold the child are told. */
  DisclosureTakenBack: {
    readonly childId: string;
    /** Absent in events from before. */
    readonly holders?: readonly PersonId[] | undefined;
    /** To whom it was shown: who opened the child to them hears too. Absent in events from before. */
    readonly audience?: Audience | undefined;
    readonly by?: PersonId | undefined;
  };
  /** What may be shown of a child ends within the month; the one who wrote it down is told. */
  ConsentEndsSoon: { readonly childId: string; readonly recordedBy: PersonId | undefined };
  /** What lets somebody serve ends in so many days (−1: since yesterday), or something of theirs is due. */
  ReminderDue: {
    readonly personId: PersonId;
    readonly kind: string;
    readonly step: number;
    readonly lastDay: LocalDate;
    readonly path: string;
    readonly numbers?: Readonly<Record<'people' | 'joined' | 'waiting', number>> | undefined;
  };
  /** Whoever stands beside volunteers hears, once a day, for how many of them something ends. */
  RemindersGathered: { readonly personId: PersonId; readonly ending: number; readonly ended: number };
  /** Two people released a card; whoever may read it then is told that it is there. */
  CardReleased: { readonly cardId: string; readonly childId: string };
  CompanionshipActivated: { readonly companionshipId: CompanionshipId; readonly volunteerPersonId: PersonId };
  CompanionshipEnded: {
    readonly companionshipId: CompanionshipId;
    readonly workerPersonId: PersonId;
    readonly volunteerPersonId: PersonId;
  };
  /** The child goes on with another companion; the one before is thanked. */
  CompanionshipHandedOn: { readonly companionshipId: CompanionshipId; readonly volunteerPersonId: PersonId };
  /** Nobody stands in for an absent companion any more; both volunteers and the worker are told. */
  CoverEnded: {
    readonly companionshipId: CompanionshipId;
    readonly why: 'LAST_DAY' | 'BACK' | 'FAMILY' | 'STOP' | 'OVER';
    readonly workerPersonId: PersonId;
    readonly volunteerPersonId: PersonId;
    readonly firstPersonId?: PersonId | undefined;
  };
  /** By the companion or by a worker; the other one is told. */
  CompanionshipPaused: {
    readonly companionshipId: CompanionshipId;
    readonly workerPersonId: PersonId;
    readonly volunteerPersonId: PersonId;
    readonly by: string;
    /** Who supervises the companion; absent where nobody does, and in events from before. */
    readonly supervisorPersonId?: PersonId | undefined;
  };
  /** When a volunteer is free has changed, by their own hand. */
  VolunteerTimesChanged: { readonly volunteerPersonId: PersonId; readonly supervisorPersonId: PersonId };
  /** A talk with the supervisor was agreed on; whoever has a seat in it is told. */
  SupervisionScheduled: {
    readonly sessionId: string;
    readonly personIds: readonly PersonId[];
    /** The day of the talk: a message about it that comes later is of no use. Absent in events from before. */
    readonly on?: LocalDate | undefined;
  };
  /** What was said in a talk is written down and waits for the signature of whoever came. */
  SupervisionToSign: { readonly sessionId: string; readonly personIds: readonly PersonId[] };
  /** A session of a course was called off; whoever had a place is told. */
  TrainingCancelled: { readonly sessionId: string; readonly personIds: readonly PersonId[] };
  /** A seat became free for whoever waited longest. */
  TrainingSeatFree: { readonly sessionId: string; readonly personIds: readonly PersonId[] };
  /** Somebody looked at what a person learned elsewhere and decided whether it counts. */
  TrainingCreditDecided: { readonly creditId: string; readonly personIds: readonly PersonId[] };
  /** Child or family want it to stop, by their card. */
  FamilySaidStop: {
    readonly companionshipId: CompanionshipId;
    readonly workerPersonId: PersonId;
    readonly volunteerPersonId: PersonId;
    readonly supervisorPersonId?: PersonId | undefined;
  };
  /** A volunteer is asked to sign an agreement; of a new version with the day until which the earlier one counts. */
  AgreementOffered: {
    readonly agreementId: string;
    readonly personId: PersonId;
    readonly signBy: LocalDate | undefined;
  };
  /** One more hand is below an agreement; `next` is whose comes now, undefined once it is in force. */
  AgreementSigned: {
    readonly about: AgreementAbout;
    readonly by: PersonId | null;
    readonly next: 'VOLUNTEER' | 'GUARDIAN' | 'AGENCY' | undefined;
  };
  /** By one side or the other; null: by a family's link. `wasInForce`: otherwise it was an offer. */
  AgreementEnded: { readonly about: AgreementAbout; readonly by: PersonId | null; readonly wasInForce: boolean };
  /** Something is wrong with a child's safety, says somebody. */
  ConcernRaised: {
    readonly concernId: ConcernId;
    readonly workerPersonId: PersonId | undefined;
    readonly raisedBy: PersonId | undefined;
    /** First line at that moment; absent in events from before there was a rota. */
    readonly onCall?: readonly PersonId[] | undefined;
    /** Whoever leads, where nobody is on call; never somebody whom it is about. Absent in events from before. */
    readonly leads?: readonly PersonId[] | undefined;
  };
  /** The authority has no report yet, and the time for one is nearly over, or over. */
  ConcernReportDue: { readonly concernId: string; readonly personIds: readonly PersonId[]; readonly late: boolean };
  /** Nobody has seen it for as long as the agency has set: the next are told. */
  ConcernUnseen: { readonly concernId: string; readonly personIds: readonly PersonId[] };
  /** Somebody has an answer about what is kept of them. */
  RightsAnswered: { readonly personId: PersonId };
  /** A companion does no work any more: the worker asks what each child is told. */
  CompanionStopped: { readonly companionshipId: CompanionshipId; readonly workerPersonId: PersonId };
  /** By a person, or by the import that brought a hit. */
  WorkStopped: { readonly personId: PersonId; readonly stoppedBy: string };
  /** Somebody would like to volunteer; whoever may talk with them is told. */
  ApplicationSent: { readonly applicationId: string; readonly officeId: string | undefined };
  /** A guardian or a referee gets a link by SMS; its secret is why the job is kept sealed. */
  ApplicationAsked: {
    readonly applicationId: string;
    /** Canonical: `+8613800138000`. */
    readonly phone: string;
    readonly path: string;
    readonly kind: 'GUARDIAN' | 'REFEREE';
    readonly locale: 'zh-CN' | 'en';
    readonly expiresAt: string;
  };
  /** Published for every number that is typed, whether or not there is an application: only the subscriber looks. */
  ApplicationLinkAsked: { readonly phone: string };
  /** There is an answer to an application. */
  ApplicationDecided: { readonly applicationId: string };
  /** The link goes to the guardian by SMS and names no child. */
  GuardianLinkCreated: {
    /** Canonical: `+8613800138000`. */
    readonly phone: string;
    /** Path on this platform, beginning with a slash; it carries the link's secret, so it is kept sealed. */
    readonly path: string;
    readonly expiresAt: string;
    readonly locale: 'zh-CN' | 'en';
    /** Whose guardian it is; absent in events from before data keys. */
    readonly childPersonId?: PersonId | undefined;
  };
  /** The link goes to whoever was invited; its secret is why the job is kept sealed. */
  PersonInvited: { readonly invitationId: string; readonly personId: PersonId; readonly path: string };
  /** Published for every request, whether or not there is such an account: only the subscriber looks. */
  PasswordResetAsked: { readonly resetId: string; readonly secret: string };
  IdentifierChangeAsked: { readonly resetId: string; readonly secret: string };
  PasswordChanged: { readonly personId: PersonId };
  FactorsChanged: { readonly personId: PersonId; readonly change: FactorChange };
  IdentifierChanged: {
    readonly personId: PersonId;
    /** Phone number or e-mail that was the account's until now: its holder is told too. */
    readonly former: string;
  };
}

export type EventName = keyof DomainEvents;

const EVERY_EVENT: Readonly<Record<EventName, true>> = {
  ...EVERY_TEAM_EVENT,
  RosterImported: true,
  RosterConfirmed: true,
  ProposalAccepted: true,
  CompanionshipAnswered: true,
  ConsentRecorded: true,
  ConsentWithdrawn: true,
  DisclosureTakenBack: true,
  ConsentEndsSoon: true,
  ReminderDue: true,
  RemindersGathered: true,
  CardReleased: true,
  CompanionshipActivated: true,
  CompanionshipEnded: true,
  CompanionshipHandedOn: true,
  CoverEnded: true,
  CompanionshipPaused: true,
  VolunteerTimesChanged: true,
  SupervisionScheduled: true,
  SupervisionToSign: true,
  TrainingCancelled: true,
  TrainingSeatFree: true,
  ActivityCancelled: true,
  ActivityMoved: true,
  AttendanceClosed: true,
  ActivityClosed: true,
  TrainingCreditDecided: true,
  SeatsPublished: true,
  SeatsEnded: true,
  SeatDeclined: true,
  FamilySaidStop: true,
  AgreementOffered: true,
  AgreementSigned: true,
  AgreementEnded: true,
  ConcernRaised: true,
  ConcernUnseen: true,
  ConcernReportDue: true,
  RightsAnswered: true,
  CompanionStopped: true,
  WorkStopped: true,
  ApplicationSent: true,
  ApplicationAsked: true,
  ApplicationLinkAsked: true,
  ApplicationDecided: true,
  GuardianLinkCreated: true,
  PersonInvited: true,
  PasswordResetAsked: true,
  IdentifierChangeAsked: true,
  PasswordChanged: true,
  FactorsChanged: true,
  IdentifierChanged: true,
};
export const EVENT_NAMES = Object.keys(EVERY_EVENT) as readonly EventName[];

/** The kind of job that carries an event to its subscribers. */
export const eventKind = (name: EventName): `event:${EventName}` => `event:${name}`;
