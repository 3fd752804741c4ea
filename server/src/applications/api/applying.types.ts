// The form and the applicant's own words. They are answered to whoever holds the code, who wrote them: nobody else's.
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { APPLY_STEPS, type ApplicationAnswers, type ApplyStep, type MissingAnswer } from '@tongxing/shared/rules';
import { APPLICATION_STATES, type ApplicationState } from '@tongxing/shared/states';
import { GenderEnum, LocaleEnum, TooManyAttempts, WeeklyTimeInput, WeeklyTimeType } from '../../people/index.js';
import { Graded } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  make,
  NotFound,
  toGlobalId,
  TransitionRefused,
} from '../../platform/graphql/index.js';
import type { ApplyForm } from '../apply-forms.js';
import type { OwnApplication } from '../applying.js';
import { APPLICATION_WAITS_WORDS, type ApplicationWaitWord, words } from './application-words.js';

export const ApplicationStateEnum = words<ApplicationState>(APPLICATION_STATES);
registerEnumType(ApplicationStateEnum, { name: 'ApplicationState', description: 'How far an application has come.' });
const ApplyStepEnum = words<ApplyStep>(APPLY_STEPS);
registerEnumType(ApplyStepEnum, { name: 'ApplyStep', description: 'A screen of the form.' });
export const ApplicationWaitEnum = words<ApplicationWaitWord>(APPLICATION_WAITS_WORDS);
registerEnumType(ApplicationWaitEnum, { name: 'ApplicationWait', description: 'What must come before a decision.' });

@ObjectType('ApplyArea', { description: 'An area in which somebody may live.' })
@Graded('G0')
export class ApplyAreaType {
  @Field({ description: 'Its code.' }) code: string;
  @Field({ description: 'Its name.' }) name: string;
  @Field({ description: 'Its name in English.' }) nameEn: string;
}

@ObjectType('ApplyForm', { description: 'The form of an agency as a stranger finds it.' })
@Graded('G0')
export class ApplyFormType {
  @Field(() => ID, { description: 'Opaque id of the agency.' }) agencyId: string;
  @Field({ description: 'Name of the agency.' }) agencyName: string;
  @Field(() => String, { nullable: true, description: 'Number to call with questions.' }) agencyPhone: string | null;
  @Field(() => String, { nullable: true, description: 'The team or occasion whose link was followed.' })
  linkName: string | null;
  @Field(() => [ApplyAreaType], { description: 'Areas to choose from.' }) areas: ApplyAreaType[];
  @Field(() => Int, { description: 'From which birthday on somebody may volunteer.' }) minimumAge: number;
  @Field(() => Int, { description: 'How many people who know the applicant are needed.' }) referees: number;
}

@ObjectType('ApplicationReferee', { description: 'Somebody who knows the applicant, as the applicant named them.' })
@Graded('G0')
export class RefereeType {
  @Field({ description: 'Name.' }) name: string;
  @Field({ description: 'Number, as it was typed.' }) phone: string;
  @Field({ description: 'How the two know each other.' }) relation: string;
}

@ObjectType('MissingAnswer', { description: 'Something that must be said before it can be sent.' })
@Graded('G0')
export class MissingAnswerType {
  @Field(() => ApplyStepEnum, { description: 'On which screen.' }) step: ApplyStep;
  @Field({ description: 'Which answer.' }) field: string;
}

@ObjectType('MyApplication', { description: 'What whoever holds the code wrote, and how far it has come.' })
@Graded('G0')
export class MyApplicationType {
  @Field(() => ApplyFormType, { description: 'The form.' }) form: ApplyFormType;
  @Field(() => ApplicationStateEnum, { description: 'How far it has come.' }) state: ApplicationState;
  @Field({ description: 'Whether it rests now.' }) paused: boolean;
  @Field(() => InstantType, { description: 'When something was kept last.' }) savedAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When it was sent.' }) sentAt: string | null;
  @Field(() => [MissingAnswerType], { description: 'What is missing; nothing once it is sent.' })
  missing: MissingAnswerType[];
  @Field(() => [ApplicationWaitEnum], { description: 'What it waits for.' }) waits: ApplicationWaitWord[];
  @Field(() => String, { nullable: true, description: 'Why it was not possible this time; a code.' })
  declineReason: string | null;
  @Field(() => String, { nullable: true, description: "The agency's own words with the answer." })
  letter: string | null;
  @Field({ description: 'Full name.' }) name: string;
  @Field({ description: 'Own number, as it was typed.' }) phone: string;
  @Field(() => GenderEnum, { nullable: true, description: 'As stated, where it was.' })
  gender: 'FEMALE' | 'MALE' | null;
  @Field({ description: 'Day of birth, as it was typed.' }) birthDate: string;
  @Field({ description: "Of a minor: the guardian's name." }) guardianName: string;
  @Field({ description: "Of a minor: the guardian's number, as it was typed." }) guardianPhone: string;
  @Field(() => [String], { description: 'Codes of what they would like to do.' }) interests: string[];
  @Field(() => [WeeklyTimeType], { description: 'When they are free.' }) freeTimes: WeeklyTimeType[];
  @Field({ description: 'Code of the area where they live.' }) areaCode: string;
  @Field(() => [String], { description: 'Language codes.' }) languages: string[];
  @Field(() => [String], { description: 'Skill codes.' }) skills: string[];
  @Field({ description: 'Why they would like to.' }) motive: string;
  @Field({ description: 'What they did before.' }) experience: string;
  @Field(() => [RefereeType], { description: 'Who knows them.' }) referees: RefereeType[];
}

@InputType()
export class StartApplicationInput {
  @Field({ description: 'The client’s own code of this, twelve signs; by it one comes back. A retry finds the same.' })
  code: string;
  @Field(() => ID, { nullable: true, description: 'Which agency, where several look for volunteers.' })
  agencyId?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the link that was followed.' }) link?: string | null;
  @Field(() => LocaleEnum, { description: 'Language of messages.' }) locale: 'zh-CN' | 'en';
  @Field({ description: 'Full name; 60 characters.' }) name: string;
  @Field({ description: 'Own phone number.' }) phone: string;
}
@InputType()
export class RefereeInput {
  @Field({ description: 'Name; 60 characters.' }) name: string;
  @Field({ description: 'Phone number.' }) phone: string;
  @Field({ description: 'How the two know each other; 100 characters.' }) relation: string;
}
@InputType()
export class SaveApplicationInput {
  @Field({ description: 'The code of the application.' }) code: string;
  @Field(() => String, { nullable: true, description: 'Full name.' }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'Own number.' }) phone?: string | null;
  @Field(() => GenderEnum, { nullable: true, description: 'As stated.' }) gender?: 'FEMALE' | 'MALE' | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' }) birthDate?: string | null;
  @Field(() => String, { nullable: true, description: "A minor's guardian." }) guardianName?: string | null;
  @Field(() => String, { nullable: true, description: "The guardian's number." }) guardianPhone?: string | null;
  @Field(() => [String], { nullable: true, description: 'Codes of interests.' }) interests?: string[] | null;
  @Field(() => [WeeklyTimeInput], { nullable: true, description: 'All free times.' })
  freeTimes?: WeeklyTimeInput[] | null;
  @Field(() => String, { nullable: true, description: 'Code of the area; empty for none.' }) areaCode?: string | null;
  @Field(() => [String], { nullable: true, description: 'Language codes.' }) languages?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Skill codes.' }) skills?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Why; 1,000 characters.' }) motive?: string | null;
  @Field(() => String, { nullable: true, description: 'Before; 1,000 characters.' }) experience?: string | null;
  @Field(() => [RefereeInput], { nullable: true, description: 'All who know them; three at most.' })
  referees?: RefereeInput[] | null;
}
@InputType()
export class SendApplicationInput {
  @Field({ description: 'The code of the application.' }) code: string;
  @Field({ description: 'Version of the privacy notice that was read.' }) privacyVersion: string;
}
@InputType()
export class PauseApplicationInput {
  @Field({ description: 'The code of the application.' }) code: string;
  @Field({ description: 'True to rest, false to go on.' }) paused: boolean;
}
@InputType()
export class WithdrawApplicationInput {
  @Field({ description: 'The code of the application.' }) code: string;
}
@InputType()
export class AskApplicationLinkInput {
  @Field({ description: 'The number that was given in the form.' }) phone: string;
}

@ObjectType('ApplicationLinkAsked', { description: 'The same for every number.' })
@Graded('G0')
export class ApplicationLinkAskedType {
  @Field({ description: 'Always true: a link is on its way where there is an application.' }) asked: boolean;
}

export const StartApplicationResult = createUnionType({
  name: 'StartApplicationResult',
  types: () => [MyApplicationType, InvalidInput, NotFound, TooManyAttempts] as const,
});
export const ApplicationStepResult = createUnionType({
  name: 'ApplicationStepResult',
  types: () => [MyApplicationType, InvalidInput, NotFound, TransitionRefused] as const,
});
export const AskApplicationLinkResult = createUnionType({
  name: 'AskApplicationLinkResult',
  types: () => [ApplicationLinkAskedType, InvalidInput, TooManyAttempts] as const,
});

export const toForm = ({ agencyId, agencyName, agencyPhone, link, areas, minimumAge, referees }: ApplyForm) =>
  make(ApplyFormType, {
    ...{ agencyName, minimumAge, referees },
    agencyId: toGlobalId('Agency', agencyId),
    agencyPhone: agencyPhone ?? null,
    linkName: link?.name ?? null,
    areas: areas.map(({ code, name, nameEn }) => make(ApplyAreaType, { code, name, nameEn })),
  });

export function toMine({ application, form, missing, waits }: OwnApplication): MyApplicationType {
  const { state, pausedAt, savedAt, sentAt, declineReason, decision } = application;
  return make(MyApplicationType, {
    ...toAnswers(application.answers),
    ...{ state, savedAt, waits: [...waits] },
    form: toForm(form),
    paused: pausedAt !== undefined,
    sentAt: sentAt ?? null,
    missing: missing.map((one: MissingAnswer) => make(MissingAnswerType, { ...one })),
    declineReason: declineReason ?? null,
    letter: decision.letter ?? null,
  });
}

/** What was typed; empty where nothing was. */
export const toAnswers = (answers: ApplicationAnswers) => ({
  name: answers.name ?? '',
  phone: answers.phone ?? '',
  gender: answers.gender ?? null,
  birthDate: answers.birthDate ?? '',
  guardianName: answers.guardianName ?? '',
  guardianPhone: answers.guardianPhone ?? '',
  interests: [...(answers.interests ?? [])],
  freeTimes: (answers.freeTimes ?? []).map((time) => ({ ...time })),
  areaCode: answers.areaCode ?? '',
  languages: [...(answers.languages ?? [])],
  skills: [...(answers.skills ?? [])],
  motive: answers.motive ?? '',
  experience: answers.experience ?? '',
  referees: (answers.referees ?? []).map((one) => make(RefereeType, { ...one })),
});
