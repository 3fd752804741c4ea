import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { CompanionshipState } from '@tongxing/shared/states';
import { WeeklyTimeType } from '../../../people/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
  UserError,
} from '../../../platform/graphql/index.js';
import { VolunteerNotEligible } from '../../runs/api/run.types.js';
import { CompanionshipStateEnum } from './companionship.types.js';
import { CoverDaysType } from './cover.types.js';
import { HandedOnType } from './handing-on.types.js';
import { NextStepType } from './next-steps.types.js';
import { CompanionshipContactType } from './steps.types.js';
import { Graded, OfGrade } from '../../../platform/access/index.js';

@ObjectType('CompanionChild', {
  description: 'What a companion may know of the child: nothing of the file, a pseudonym for the name (H11).',
})
@Graded('companionship', 'G3')
export class CompanionChildType {
  @Field({ description: 'The name between the two, until the child tells another.' }) pseudonym: string;
  @Field(() => String, { nullable: true, description: 'PRESCHOOL, PRIMARY, JUNIOR or SENIOR.' }) stage: string | null;
  @Field(() => [String], { description: 'Language codes.' }) languages: string[];
  @Field(() => [String], { description: 'What the two may do together, as codes.' }) interests: string[];
}

@ObjectType('MyCompanionship', { description: "A volunteer's own companionship." })
@Graded('companionship', 'G2')
export class MyCompanionshipType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => CompanionshipStateEnum, { description: 'Where it stands.' }) state: CompanionshipState;
  @Field(() => CompanionChildType, {
    nullable: true,
    description: 'Null until the family has consented, and again at once when the consent is taken back.',
  })
  @OfGrade('G3')
  child: CompanionChildType | null;
  @Field(() => LocalDateType, { nullable: true, description: 'First day.' }) startsOn: string | null;
  @Field(() => String, { nullable: true, description: 'What the two set out to do.' }) @OfGrade('G3') goal:
    string | null;
  @Field(() => String, { nullable: true, description: 'How the child is to grow on the way.' })
  @OfGrade('G3')
  processGoal: string | null;
  @Field(() => String, { nullable: true, description: 'Where they meet.' }) @OfGrade('G3') meetingPlace: string | null;
  @Field(() => Int, { nullable: true, description: 'Meetings a month.' }) @OfGrade('G3') contactsPerMonth:
    number | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day by which the next contact should be made.' })
  @OfGrade('G3')
  nextContactOn: string | null;
  @Field(() => [CompanionshipContactType], { description: 'The latest contacts, the newest first.' })
  @OfGrade('G3')
  contacts: CompanionshipContactType[];
  @Field(() => [NextStepType], { description: 'What the two set out to do: what is open, then what was done.' })
  @OfGrade('G3')
  nextSteps: NextStepType[];
  @Field(() => HandedOnType, {
    nullable: true,
    description:
      'What was chosen of the pair before, where this one goes on from another; opens and closes as the child.',
  })
  @OfGrade('G3')
  handedOn: HandedOnType | null;
  @Field(() => CoverDaysType, {
    nullable: true,
    description: 'The days of standing in for a companion who is away; null of any other companionship.',
  })
  cover: CoverDaysType | null;
  @Field(() => String, {
    nullable: true,
    description: 'Whom one stands in for, as the child knows them; opens and closes as the child.',
  })
  @OfGrade('G3')
  coversName: string | null;
  @Field(() => LocalDateType, {
    nullable: true,
    description: 'While one is away oneself: until when somebody stands in; null where nobody does.',
  })
  coveredUntil: string | null;
  @Field({ description: 'The social worker to turn to.' }) workerName: string;
  @Field(() => String, { nullable: true, description: "The worker's phone number." }) workerPhone: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Day the conduct rules (H25) were accepted.' })
  conductAcceptedOn: string | null;
  @Field(() => [WeeklyTimeType], { description: 'Times that both have free.' }) commonTimes: WeeklyTimeType[];
  @Field(() => Int, { description: 'To be passed back with an answer.' }) version: number;
}

@InputType()
export class AnswerCompanionshipInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
  @Field({ description: 'Yes or no.' }) agree: boolean;
  @Field({ description: 'Needed for a yes: the conduct rules were read and accepted (H25).' }) acceptConduct: boolean;
  @Field(() => String, { nullable: true, description: 'Needed for a no.' }) reason?: string | null;
}

export const AnswerCompanionshipResult = createUnionType({
  name: 'AnswerCompanionshipResult',
  types: () =>
    [MyCompanionshipType, VolunteerNotEligible, InvalidInput, TransitionRefused, StaleVersion, NotFound] as const,
});

@ObjectType('GuardianConsent', { description: 'One consent, as the guardian sees it.' })
@Graded('consent', 'G2')
export class GuardianConsentType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Who the companion is.' }) companionName: string;
  @Field(() => LocalDateType, { description: 'Day it was given.' }) givenOn: string;
  @Field(() => LocalDateType, { description: 'Last day on which it holds.' }) validUntil: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Day it was taken back.' }) withdrawnOn: string | null;
  @Field(() => CompanionshipStateEnum, { description: 'Where the companionship stands.' }) state: CompanionshipState;
}

@ObjectType('GuardianView', { description: 'What a guardian sees by the personal link.' })
@Graded('consent', 'G2')
export class GuardianViewType {
  @Field({ description: "The child's own name." }) @OfGrade('G4') childName: string;
  @Field({ description: 'The agency.' }) agencyName: string;
  @Field(() => String, { nullable: true, description: 'Phone number for questions.' }) contactPhone: string | null;
  @Field(() => [GuardianConsentType], { description: 'Every consent given, the newest first.' })
  consents: GuardianConsentType[];
  @Field(() => InstantType, { description: 'When the link ends.' }) expiresAt: string;
}

@ObjectType({ implements: () => [UserError], description: 'The personal link has ended; the agency makes a new one.' })
export class LinkExpired extends UserError {}

@InputType()
export class WithdrawConsentInput {
  @Field(() => ID, { description: 'Which consent.' }) consentId: string;
}

export const WithdrawConsentResult = createUnionType({
  name: 'WithdrawConsentResult',
  types: () => [GuardianViewType, LinkExpired, NotFound] as const,
});
