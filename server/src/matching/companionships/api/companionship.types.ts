import { Field, HideField, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { COMPANIONSHIP_MACHINE, type CompanionshipState } from '@tongxing/shared/states';
import { CHILD_ANSWERS, CONSENT_METHODS, type ChildAnswer, type ConsentMethod } from '../../../disclosure/index.js';
import { EligibilityFindingType } from '../../../people/index.js';
import {
  Connection,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
  UserError,
} from '../../../platform/graphql/index.js';
import { END_CAUSES, type EndCause } from '../end-cause.js';
import type { CompanionshipView } from '../companionships.repository.js';
import { Graded, OfGrade } from '../../../platform/access/index.js';

const asEnum = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

export const CompanionshipStateEnum = asEnum(Object.keys(COMPANIONSHIP_MACHINE) as CompanionshipState[]);
registerEnumType(CompanionshipStateEnum, {
  name: 'CompanionshipState',
  description: 'Where a companionship stands (SM13).',
});
export const EndCauseEnum = asEnum(END_CAUSES);
registerEnumType(EndCauseEnum, {
  name: 'CompanionshipEndCause',
  description: 'Somebody decided it, or the work of the companion was stopped.',
});
const ConsentMethodEnum = asEnum(CONSENT_METHODS);
registerEnumType(ConsentMethodEnum, { name: 'ConsentMethod', description: 'How the guardian signed.' });
const ChildAnswerEnum = asEnum(CHILD_ANSWERS);
registerEnumType(ChildAnswerEnum, { name: 'ChildAnswer', description: "The child's own answer to this companion." });

@ObjectType('Blocker', { description: 'What still stands between a companionship and Active (H26).' })
@Graded('companionship', 'G1')
export class BlockerType {
  @Field({ description: 'Code of what is missing.' }) code: string;
  @Field({ description: 'Rule of the platform.' }) rule: string;
  @Field(() => String, { nullable: true, description: 'Clause of MZ/T 248—2025.' }) clause: string | null;
  @Field(() => [EligibilityFindingType], {
    description: "The volunteer's findings, where the volunteer is the blocker.",
  })
  findings: EligibilityFindingType[];
}

@ObjectType('CompanionshipPlan', { description: 'What the two set out to do, approved by a worker.' })
@Graded('companionship', 'G5')
export class CompanionshipPlanType {
  @Field({ description: 'What is to be reached.' }) taskGoal: string;
  @Field({ description: 'How the child is to grow on the way.' }) processGoal: string;
  @Field({ description: 'Where they meet.' }) meetingPlace: string;
  @Field(() => Int, { description: 'Meetings a month.' }) contactsPerMonth: number;
  @Field(() => LocalDateType, { description: 'Day of approval.' }) approvedOn: string;
  @HideField() approvedById: string;
}

@ObjectType('Consent', { description: "A family's recorded word on one companion." })
@Graded('consent', 'G5')
export class ConsentType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Who signed.' }) guardianName: string;
  @Field({ description: 'Relation to the child.' }) relation: string;
  @Field(() => ConsentMethodEnum, { description: 'How it was signed.' }) method: ConsentMethod;
  @Field(() => String, { nullable: true, description: 'Witness, where one stood by.' }) witnessName: string | null;
  @Field(() => LocalDateType, { description: 'Day of the service agreement (H5).' }) serviceAgreementSignedOn: string;
  @Field(() => LocalDateType, { description: 'Day it was given.' }) givenOn: string;
  @Field(() => LocalDateType, { description: 'Last day on which it holds.' }) validUntil: string;
  @Field(() => ChildAnswerEnum, { description: "The child's own answer." }) childAnswer: ChildAnswer;
  @Field(() => LocalDateType, { nullable: true, description: 'Day of that answer.' }) childAnsweredOn: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Day it was taken back.' }) withdrawnOn: string | null;
  @HideField() recordedById: string;
}

@ObjectType('Companionship', { description: 'An accepted pair on its way, as the case team sees it.' })
@Graded('companionship', 'G1')
export class CompanionshipType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => CompanionshipStateEnum, { description: 'Where it stands.' }) state: CompanionshipState;
  @Field(() => LocalDateType, { nullable: true, description: 'First day.' }) startsOn: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day.' }) endedOn: string | null;
  @Field(() => EndCauseEnum, { nullable: true, description: 'By decision or by a stop; null while it has not ended.' })
  endCause: EndCause | null;
  @Field(() => String, {
    nullable: true,
    description: 'Words of whoever ended, paused or declined it; none of a stop.',
  })
  @OfGrade('G5')
  endReason: string | null;
  @Field(() => [String], { description: 'States that the machine offers from here.' }) transitions: string[];
  @Field(() => Int, { description: 'To be passed back with a change.' }) version: number;
  @HideField() view: CompanionshipView;
}

export const CompanionshipConnection = Connection(() => CompanionshipType, 'Companionship');

@ObjectType({ implements: () => [UserError], description: 'It cannot begin yet (H26).' })
@Graded('companionship', 'G1')
export class CompanionshipBlocked extends UserError {
  @Field(() => [BlockerType], { description: 'Everything that is missing, never only the first.' })
  blockers: BlockerType[];
}

@InputType()
export class RecordConsentInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
  @Field({ description: 'Who signed.' }) guardianName: string;
  @Field({ description: 'Relation to the child.' }) relation: string;
  @Field(() => ConsentMethodEnum, { description: 'How it was signed.' }) method: ConsentMethod;
  @Field(() => String, { nullable: true, description: 'Needed for WITNESSED.' }) witnessName?: string | null;
  @Field(() => LocalDateType, { description: 'Day of the service agreement.' }) serviceAgreementSignedOn: string;
  @Field(() => LocalDateType, { description: 'Day the consent was given.' }) givenOn: string;
  @Field(() => LocalDateType, { description: 'Last day on which it holds; two years at most.' }) validUntil: string;
  @Field(() => ChildAnswerEnum, { description: "The child's own answer." }) childAnswer: ChildAnswer;
  @Field(() => LocalDateType, { nullable: true, description: 'Needed unless NOT_ASKED.' }) childAnsweredOn?:
    string | null;
  @Field(() => [ID], { nullable: true, description: 'Photos of the paper, brought in before; three at most.' })
  paperIds?: string[] | null;
}

@InputType()
export class ApprovePlanInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
  @Field({ description: 'What is to be reached.' }) taskGoal: string;
  @Field({ description: 'How the child is to grow on the way.' }) processGoal: string;
  @Field({ description: 'Where they meet.' }) meetingPlace: string;
  @Field(() => Int, { description: 'Meetings a month, 1 to 31.' }) contactsPerMonth: number;
}

@InputType()
export class ActivateCompanionshipInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
  @Field(() => LocalDateType, { description: 'First day: today or up to ninety days ahead.' }) startsOn: string;
}

@InputType()
export class EndCompanionshipInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
  @Field({ description: 'Why it ends.' }) reason: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Day of the closing talk; needed where it had begun.' })
  closingTalkOn?: string | null;
}

const PREPARE = [InvalidInput, TransitionRefused, StaleVersion, NotFound] as const;
export const RecordConsentResult = createUnionType({
  name: 'RecordConsentResult',
  types: () => [CompanionshipType, ...PREPARE] as const,
});
export const ApprovePlanResult = createUnionType({
  name: 'ApprovePlanResult',
  types: () => [CompanionshipType, ...PREPARE] as const,
});
export const EndCompanionshipResult = createUnionType({
  name: 'EndCompanionshipResult',
  types: () => [CompanionshipType, ...PREPARE] as const,
});
export const ActivateCompanionshipResult = createUnionType({
  name: 'ActivateCompanionshipResult',
  types: () => [CompanionshipType, CompanionshipBlocked, ...PREPARE] as const,
});
