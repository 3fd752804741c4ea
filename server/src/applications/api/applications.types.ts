import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AgeStanding } from '@tongxing/shared/rules';
import type { ApplicationState } from '@tongxing/shared/states';
import { GenderEnum, WeeklyTimeType } from '../../people/index.js';
import { Graded, OfGrade } from '../../platform/access/index.js';
import {
  Connection,
  InstantType,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  ReadRecorded,
  StaleVersion,
  toGlobalId,
  TransitionRefused,
  UserError,
} from '../../platform/graphql/index.js';
import type { AskView, TalkView } from '../application-shapes.js';
import type { DeskApplication, Shown } from '../applications.js';
import { AskAnswerEnum, AskKindEnum } from './application-asks.resolver.js';
import { type ApplicationWaitWord, words } from './application-words.js';
import { ApplicationStateEnum, ApplicationWaitEnum, RefereeType, toAnswers } from './applying.types.js';

const AgeEnum = words<AgeStanding>(['ADULT', 'MINOR', 'TOO_YOUNG', 'UNKNOWN']);
registerEnumType(AgeEnum, { name: 'ApplicantAge', description: "How an applicant's age stands to serving." });
export const ShownEnum = words<Shown>(['WAITING', 'BEGUN', 'DECIDED']);
registerEnumType(ShownEnum, { name: 'ApplicationsShown', description: 'Which applications a list shows.' });
type Via = 'FORM' | 'INVITATION' | 'TEAM';
const ViaEnum = words<Via>(['FORM', 'INVITATION', 'TEAM']);
registerEnumType(ViaEnum, { name: 'AppliedVia', description: 'How somebody came to the form.' });
type InvitationOutcome = 'SENT' | 'HAS_ACCOUNT' | 'ALREADY_INVITED' | 'NO_PHONE' | 'PHONE_TAKEN' | 'NOT_YOURS';
const InvitationEnum = words<InvitationOutcome>([
  'SENT',
  'HAS_ACCOUNT',
  'ALREADY_INVITED',
  'NO_PHONE',
  'PHONE_TAKEN',
  'NOT_YOURS',
]);
registerEnumType(InvitationEnum, {
  name: 'AcceptedInvitation',
  description: 'What became of the invitation to an account.',
});

@ObjectType('ApplicationTalk', { description: 'A talk with an applicant, as a colleague wrote it down.' })
@Graded('application', 'G2')
export class ApplicationTalkType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => LocalDateType, { description: 'The day.' }) talkedOn: string;
  @Field(() => String, { nullable: true, description: 'Who talked with them.' }) talkedBy: string | null;
  @Field({ description: 'What was noted.' }) @OfGrade('G5') note: string;
}

@ObjectType('ApplicationAskState', { description: 'Somebody who was asked about an applicant.' })
@Graded('application', 'G2')
export class ApplicationAskStateType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => AskKindEnum, { description: 'As what.' }) kind: 'GUARDIAN' | 'REFEREE';
  @Field({ description: 'Who was asked, as the applicant named them.' }) name: string;
  @Field({ description: 'How the two know each other.' }) relation: string;
  @Field(() => InstantType, { description: 'When.' }) askedAt: string;
  @Field(() => InstantType, { description: 'Until when the link opens.' }) expiresAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When they answered.' }) answeredAt: string | null;
  @Field(() => AskAnswerEnum, { nullable: true, description: 'What they said.' }) @OfGrade('G5') answer:
    'YES' | 'WITH_CARE' | 'NO' | null;
  @Field(() => String, { nullable: true, description: 'Their own name, as they signed.' }) @OfGrade('G5') signedAs:
    string | null;
  @Field(() => String, { nullable: true, description: 'Their words.' }) @OfGrade('G5') words: string | null;
  @Field(() => String, { nullable: true, description: 'A drawn signature: strokes as an SVG path.' })
  @OfGrade('G5')
  signature: string | null;
  @Field(() => String, { nullable: true, description: 'Of a guardian: fingerprint of the text they agreed to.' })
  textHash: string | null;
}

@ObjectType('Application', { description: 'Somebody who would like to volunteer, for the desk.' })
@Graded('application', 'G2')
export class ApplicationType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Full name; a dash where nothing is kept any more.' }) name: string;
  @Field({ description: 'Number, as it was typed.' }) @ReadRecorded() phone: string;
  @Field(() => ApplicationStateEnum, { description: 'How far it has come.' }) state: ApplicationState;
  @Field({ description: 'Whether the applicant rests now.' }) paused: boolean;
  @Field(() => [ApplicationWaitEnum], { description: 'What it waits for, the most pressing first.' })
  waits: ApplicationWaitWord[];
  @Field(() => AgeEnum, { description: 'How their age stands to serving.' }) age: AgeStanding;
  @Field(() => ViaEnum, { description: 'How they came.' }) via: Via;
  @Field(() => String, { nullable: true, description: 'The team or occasion whose link they followed.' })
  linkName: string | null;
  @Field(() => InstantType, { description: 'When they began.' }) startedAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When they sent it.' }) sentAt: string | null;
  @Field(() => Int, { description: 'Others that came from the same number.' }) others: number;
  @Field(() => Int, { description: 'For deciding.' }) version: number;
  @Field(() => GenderEnum, { nullable: true, description: 'As stated.' }) gender: 'FEMALE' | 'MALE' | null;
  @Field({ description: 'Day of birth, as it was typed.' }) birthDate: string;
  @Field({ description: "Of a minor: the guardian's name." }) guardianName: string;
  @Field({ description: "Of a minor: the guardian's number." }) @ReadRecorded() guardianPhone: string;
  @Field(() => [String], { description: 'Codes of what they would like to do.' }) interests: string[];
  @Field(() => [WeeklyTimeType], { description: 'When they are free.' }) freeTimes: WeeklyTimeType[];
  @Field({ description: 'Code of the area where they live.' }) areaCode: string;
  @Field(() => [String], { description: 'Language codes.' }) languages: string[];
  @Field(() => [String], { description: 'Skill codes.' }) skills: string[];
  @Field({ description: 'Why they would like to.' }) motive: string;
  @Field({ description: 'What they did before.' }) experience: string;
  @Field(() => [RefereeType], { description: 'Who knows them.' }) referees: RefereeType[];
  @Field(() => [ApplicationAskStateType], { description: 'Who was asked; links that were replaced are left out.' })
  asks: ApplicationAskStateType[];
  @Field(() => [ApplicationTalkType], { description: 'Talks, the oldest first.' }) talks: ApplicationTalkType[];
  @Field(() => InstantType, { nullable: true, description: 'When it was decided, or taken back.' })
  decidedAt: string | null;
  @Field(() => String, { nullable: true, description: 'Who decided.' }) decidedBy: string | null;
  @Field(() => String, { nullable: true, description: 'Why not this time; a code.' }) declineReason: string | null;
  @Field(() => String, { nullable: true, description: 'Own words to the applicant.' }) letter: string | null;
  @Field(() => String, { nullable: true, description: 'What stays inside.' }) @OfGrade('G5') decisionNote:
    string | null;
}
export const ApplicationConnection = Connection(() => ApplicationType, 'Application');

@ObjectType('ApplicationAccepted', { description: 'An application that was accepted.' })
@Graded('application', 'G2')
export class ApplicationAcceptedType {
  @Field(() => ApplicationType, { description: 'As it stands now.' }) application: ApplicationType;
  @Field(() => InvitationEnum, { description: 'What became of the invitation to an account.' })
  invitation: InvitationOutcome;
}
@ObjectType({ implements: () => [UserError], description: 'Something must come before it can be accepted.' })
@Graded('application', 'G2')
export class ApplicationHeld extends UserError {
  @Field(() => [ApplicationWaitEnum], { description: 'What.' }) waits: ApplicationWaitWord[];
}
@ObjectType({ implements: () => [UserError], description: 'The number is that of somebody whom the agency knows.' })
@Graded('application', 'G2')
export class ApplicantKnown extends UserError {
  @Field(() => String, { nullable: true, description: 'Their name; null where it is not the viewer’s to see.' })
  knownName: string | null;
  @Field({ description: 'Whether they volunteer already.' }) isVolunteer: boolean;
  @Field({ description: 'Whether the viewer may say that it is the same person.' }) mayLink: boolean;
}

@InputType()
export class NoteApplicationTalkInput {
  @Field(() => ID, { description: 'Which application.' }) applicationId: string;
  @Field(() => LocalDateType, { description: 'The day of the talk.' }) talkedOn: string;
  @Field({ description: 'What was noted; 4,000 characters.' }) note: string;
  @Field({ description: 'The client’s own id of this; a retry with it is one talk.' }) requestId: string;
}
@InputType()
export class AskRefereeInput {
  @Field(() => ID, { description: 'Which application.' }) applicationId: string;
  @Field(() => Int, { description: 'Which of those named, from 0.' }) at: number;
}
@InputType()
export class AskApplicantGuardianInput {
  @Field(() => ID, { description: 'Which application.' }) applicationId: string;
}
@InputType()
export class AcceptApplicationInput {
  @Field(() => ID, { description: 'Which application.' }) applicationId: string;
  @Field(() => Int, { description: 'As it was read.' }) version: number;
  @Field(() => Int, { description: 'Children whom they may accompany at most; 0 to 5.' }) places: number;
  @Field({ description: 'The number is known, and it is the same person.' }) samePerson: boolean;
  @Field({ description: 'Why without a referee; empty where they answered.' }) reason: string;
}
@InputType()
export class DeclineApplicationInput {
  @Field(() => ID, { description: 'Which application.' }) applicationId: string;
  @Field(() => Int, { description: 'As it was read.' }) version: number;
  @Field({ description: 'A code; its letter goes to the applicant.' }) reason: string;
  @Field({ description: 'Own words below that letter; 500 characters.' }) letter: string;
  @Field({ description: 'What stays inside.' }) note: string;
}

export const ApplicationChangeResult = createUnionType({
  name: 'ApplicationChangeResult',
  types: () => [ApplicationType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});
export const AcceptApplicationResult = createUnionType({
  name: 'AcceptApplicationResult',
  types: () =>
    [
      ApplicationAcceptedType,
      ApplicationHeld,
      ApplicantKnown,
      InvalidInput,
      NotFound,
      StaleVersion,
      TransitionRefused,
    ] as const,
});

const NOTHING_KEPT = '—';

export function toApplication(
  { application, asks, talks, waits, age, linkName, others }: DeskApplication,
  names: ReadonlyMap<string, string>,
): ApplicationType {
  const { id, state, version, via, startedAt, sentAt, pausedAt, decidedAt, decidedBy, answers } = application;
  return make(ApplicationType, {
    ...toAnswers(answers),
    ...{ state, version, via, startedAt, age, others },
    id: toGlobalId('Application', id),
    name: application.erased ? NOTHING_KEPT : (answers.name ?? ''),
    paused: pausedAt !== undefined,
    waits: [...waits],
    linkName: linkName ?? null,
    sentAt: sentAt ?? null,
    asks: asks.filter(({ ended, answer }) => !ended || answer !== undefined).map(toAskState),
    talks: talks.map((talk) => toTalk(talk, names)),
    decidedAt: decidedAt ?? null,
    decidedBy: names.get(decidedBy ?? '') ?? null,
    declineReason: application.declineReason ?? null,
    letter: application.decision.letter ?? null,
    decisionNote: application.decision.reason ?? null,
  });
}

const toAskState = ({ id, kind, contact, askedAt, expiresAt, answeredAt, answer, said, textHash }: AskView) =>
  make(ApplicationAskStateType, {
    ...{ kind, askedAt, expiresAt },
    id: toGlobalId('ApplicationAsk', id),
    name: contact.name,
    relation: said?.relation ?? contact.relation,
    answeredAt: answeredAt ?? null,
    answer: answer ?? null,
    signedAs: said?.name ?? null,
    words: said?.words ?? null,
    signature: said?.signature ?? null,
    textHash: textHash ?? null,
  });

const toTalk = ({ id, talkedOn, talkedBy, note }: TalkView, names: ReadonlyMap<string, string>) =>
  make(ApplicationTalkType, {
    id: toGlobalId('ApplicationTalk', id),
    ...{ talkedOn, note },
    talkedBy: names.get(talkedBy) ?? null,
  });
