import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import {
  HELPER_STATES,
  HELPER_STEPS,
  RECORDED_STEPS,
  type HelperState,
  type HelperStep,
  type RecordedStep,
} from '@tongxing/shared/states';
import { GROWN_KINDS, type GrownKind } from '@tongxing/shared/rules';
import { Graded, OfGrade } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  toGlobalId,
  UserError,
} from '../../platform/graphql/index.js';
import { COUNTED_STEPS, type CountedStep } from '../helper-counts.js';
import type { JourneyView } from '../helper-facts.js';
import { ANSWER_GIVERS, HELPER_ORIGINS, type AnswerGiver, type HelperOrigin } from '../helper.entities.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as { readonly [W in Word]: W };

export const HelperStateEnum = words(HELPER_STATES);
registerEnumType(HelperStateEnum, {
  name: 'HelperState',
  description: 'How far somebody who was helped has come (SM4b).',
});
export const HelperStepEnum = words(HELPER_STEPS);
registerEnumType(HelperStepEnum, { name: 'HelperStep', description: 'One step of the way.' });
export const RecordedStepEnum = words(RECORDED_STEPS);
registerEnumType(RecordedStepEnum, { name: 'RecordedHelperStep', description: 'A step that a worker records.' });
export const HelperOriginEnum = words(HELPER_ORIGINS);
registerEnumType(HelperOriginEnum, { name: 'HelperOrigin', description: 'A child, or an adult of the family.' });
export const AnswerGiverEnum = words(ANSWER_GIVERS);
registerEnumType(AnswerGiverEnum, { name: 'HelperAnswerGiver', description: 'The child, or a guardian.' });
const CountedStepEnum = words(COUNTED_STEPS);
registerEnumType(CountedStepEnum, { name: 'CountedHelperStep', description: 'Up to which step somebody is counted.' });
export const DeskMethodEnum = { SIGNATURE: 'SIGNATURE', WITNESSED: 'WITNESSED' } as const;
registerEnumType(DeskMethodEnum, {
  name: 'HelperAnswerMethod',
  description: 'Drawn on the device, or said to the worker.',
});

@ObjectType('HelperMoment', { description: 'One step of the way, reached or ahead.' })
@Graded('helping', 'G2')
export class HelperMomentType {
  @Field(() => HelperStepEnum, { description: 'Which step.' }) step: HelperStep;
  @Field(() => LocalDateType, { nullable: true, description: 'When it was reached; null while it is ahead.' })
  on: LocalDate | null;
  @Field(() => String, { nullable: true, description: 'What the helper says of it, where they wish.' }) words:
    string | null;
}

@ObjectType('MyHelping', {
  description: 'The own way from being helped to helping. Nobody else’s, and nothing of a case.',
})
@Graded('helping', 'G2')
export class MyHelpingType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => HelperStateEnum, { description: 'How far it has come.' }) state: HelperState;
  @Field(() => [HelperMomentType], { description: 'Every step, in order.' }) moments: HelperMomentType[];
  @Field(() => Int, { description: 'Services done beside somebody.' }) accompanied: number;
  @Field(() => Int, { description: 'How many the agency asks for.' }) accompaniedNeeded: number;
}

@ObjectType('HelperJourney', { description: 'The way of somebody who is served and helps; for the case team alone.' })
@Graded('helping', 'G4')
export class HelperJourneyType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => ID, { description: 'The child through whom the family is served, opaque.' }) childId: string;
  @Field(() => HelperOriginEnum, { description: 'The child, or an adult of the family.' }) origin: HelperOrigin;
  @Field({ description: 'Under eighteen today.' }) minor: boolean;
  @Field(() => HelperStateEnum, { description: 'How far it has come.' }) state: HelperState;
  @Field(() => [HelperMomentType], { description: 'Every step, in order.' }) moments: HelperMomentType[];
  @Field(() => Int, { description: 'Services done beside a cleared adult.' }) accompanied: number;
  @Field(() => Int, { description: 'How many the agency asks for.' }) accompaniedNeeded: number;
  @Field({ description: 'The child’s own yes stands.' }) childSaidYes: boolean;
  @Field({ description: 'A guardian’s yes stands.' }) guardianSaidYes: boolean;
  @Field(() => LocalDateType, { nullable: true, description: 'When they left.' }) leftOn: string | null;
  @Field(() => String, { nullable: true, description: 'Who supervises them: never a worker of the case.' })
  supervisorName: string | null;
}

@ObjectType('HelperChoice', { description: 'Somebody of the family who may be invited, or why not now.' })
@Graded('helping', 'G4')
export class HelperChoiceType {
  @Field(() => ID, { description: 'The person, opaque.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => HelperOriginEnum, { description: 'The child, or an adult of the family.' }) origin: HelperOrigin;
  @Field(() => [String], { description: 'Codes of what stands against it; empty where nothing does.' })
  against: string[];
}

@ObjectType('HelperOption', { description: 'Somebody to choose: a supervisor, a cleared volunteer, or a guardian.' })
@Graded('helping', 'G2')
export class HelperOptionType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
}

@ObjectType('HelperChoices', { description: 'Who of a family can be invited, and by whom they could be supervised.' })
@Graded('helping', 'G4')
export class HelperChoicesType {
  @Field(() => [HelperChoiceType], { description: 'The child first.' }) family: HelperChoiceType[];
  @Field(() => [HelperOptionType], { description: 'Those who do not work on the case.' })
  supervisors: HelperOptionType[];
  @Field(() => [HelperOptionType], { description: 'Guardians who count today.' }) guardians: HelperOptionType[];
}

@ObjectType('HelperText', { description: 'The exact words that a family answers.' })
@Graded('helping', 'G1')
export class HelperTextType {
  @Field(() => [String], { description: 'In parts, as they are read out.' }) parts: string[];
  @Field({ description: 'SHA-256 of the words, hexadecimal; kept with the answer.' }) hash: string;
}

@ObjectType('HelperQuestion', {
  description: 'Whether one’s child may be a young volunteer: for the guardian who holds the link.',
})
@Graded('helping', 'G4')
export class HelperQuestionType {
  @Field({ description: 'Name of the child.' }) childName: string;
  @Field(() => HelperTextType, { description: 'What to read before answering.' }) text: HelperTextType;
  @Field(() => Boolean, { nullable: true, description: 'What was said last; null before.' }) yes: boolean | null;
}

@ObjectType('HelperAsked', { description: 'The personal link to the question; shown once.' })
@Graded('helping', 'G4')
export class HelperAskedType {
  @Field({ description: 'Path on this platform.' }) path: string;
  @Field(() => InstantType, { description: 'When the link ends.' }) expiresAt: string;
}

@ObjectType('HelperPart', { description: 'So many of one kind.' })
@Graded('helping', 'G1')
export class HelperPartType {
  @Field(() => HelperOriginEnum, { description: 'Children, or adults of families.' }) origin: HelperOrigin;
  @Field(() => Int, { nullable: true, description: 'People; null where the number is withheld.' }) count: number | null;
}
@ObjectType('HelperCount', { description: 'How many have come as far as a step until a day.' })
@Graded('helping', 'G1')
export class HelperCountType {
  @Field(() => CountedStepEnum, { description: 'Which step.' }) step: CountedStep;
  @Field(() => Int, { nullable: true, description: 'People altogether; null where it is withheld.' }) total:
    number | null;
  @Field(() => [HelperPartType], { description: 'By kind.' }) parts: HelperPartType[];
}

const GrownKindEnum = words(GROWN_KINDS);
registerEnumType(GrownKindEnum, {
  name: 'GrownKind',
  description: 'As what somebody volunteers who grew from service.',
});
@ObjectType('GrownKindCount', { description: 'So many roles of one kind.' })
@Graded('helping', 'G1')
export class GrownKindCountType {
  @Field(() => GrownKindEnum, { description: 'Which kind.' }) kind: GrownKind;
  @Field(() => Int, { nullable: true, description: 'Roles begun until that day; null where it is withheld.' })
  count: number | null;
}
@ObjectType('GrownVolunteers', { description: 'Volunteers who grew from service until a day.' })
@Graded('helping', 'G1')
export class GrownVolunteersType {
  @Field(() => Int, { nullable: true, description: 'Roles altogether: somebody with two is in two. Null: withheld.' })
  roles: number | null;
  @Field(() => Int, { nullable: true, description: 'People among them who were served themselves. Null: withheld.' })
  served: number | null;
  @Field(() => [GrownKindCountType], { description: 'By kind.' }) kinds: GrownKindCountType[];
}

@ObjectType({
  implements: () => [UserError],
  description: 'Steps that come before this one are not reached, or hold no more.',
})
@Graded('helping', 'G2')
export class HelperStepsMissing extends UserError {
  @Field(() => [HelperStepEnum], { description: 'Which ones.' }) @OfGrade('G2') steps: HelperStep[];
}

@InputType()
export class BeginHelpingInput {
  @Field(() => ID, { description: 'Through which child the family is served.' }) childId: string;
  @Field(() => ID, { description: 'Who wishes to help.' }) helperId: string;
  @Field(() => ID, { description: 'Who will supervise them: none who works on the case.' }) supervisorId: string;
}
@InputType()
export class RecordHelperAnswerInput {
  @Field(() => ID, { description: 'Which journey.' }) journeyId: string;
  @Field(() => AnswerGiverEnum, { description: 'Who said it.' }) giver: AnswerGiver;
  @Field(() => ID, { nullable: true, description: 'Which guardian.' }) guardianId?: string | null;
  @Field({ description: 'Yes or no.' }) yes: boolean;
  @Field(() => DeskMethodEnum, { description: 'How it was said.' }) method: 'SIGNATURE' | 'WITNESSED';
  @Field(() => String, { nullable: true, description: 'Drawn strokes, as an SVG path of moves and lines.' })
  signature?: string | null;
  @Field({ description: 'Whether the words were heard in English.' }) english: boolean;
  @Field({ description: 'SHA-256 of the words that were shown.' }) textHash: string;
}
@InputType()
export class AskHelperGuardianInput {
  @Field(() => ID, { description: 'Which journey.' }) journeyId: string;
  @Field(() => ID, { description: 'Which guardian.' }) guardianId: string;
}
@InputType()
export class AnswerHelperQuestionInput {
  @Field({ description: 'Yes or no; a no takes back an earlier yes at once.' }) yes: boolean;
  @Field({ description: 'Whether the words were read in English.' }) english: boolean;
  @Field({ description: 'SHA-256 of the words that were shown.' }) textHash: string;
}
@InputType()
export class RecordAccompaniedInput {
  @Field(() => ID, { description: 'Which journey.' }) journeyId: string;
  @Field(() => ID, { description: 'Beside which volunteer: grown up, record check in force on that day.' })
  volunteerId: string;
  @Field(() => LocalDateType, { description: 'On which day.' }) happenedOn: LocalDate;
}
@InputType()
export class RecordHelperStepInput {
  @Field(() => ID, { description: 'Which journey.' }) journeyId: string;
  @Field(() => RecordedStepEnum, { description: 'Which step, reached today.' }) step: RecordedStep;
}
@InputType()
export class LeaveHelpingInput {
  @Field(() => ID, { description: 'Which journey.' }) journeyId: string;
}
@InputType()
export class TellMyHelpingInput {
  @Field(() => HelperStepEnum, { description: 'Of which step.' }) step: HelperStep;
  @Field({ description: 'Own words, 500 characters at most; empty takes them away.' }) words: string;
}

export const BeginHelpingResult = createUnionType({
  name: 'BeginHelpingResult',
  types: () => [HelperJourneyType, InvalidInput, NotFound] as const,
});
export const HelperStepResult = createUnionType({
  name: 'HelperStepResult',
  types: () => [HelperJourneyType, HelperStepsMissing, InvalidInput, NotFound] as const,
});
export const AskHelperGuardianResult = createUnionType({
  name: 'AskHelperGuardianResult',
  types: () => [HelperAskedType, InvalidInput, NotFound] as const,
});
export const HelperQuestionResult = createUnionType({
  name: 'HelperQuestionResult',
  types: () => [HelperQuestionType, InvalidInput, NotFound] as const,
});
export const MyHelpingResult = createUnionType({
  name: 'MyHelpingResult',
  types: () => [MyHelpingType, InvalidInput, NotFound] as const,
});

const toMoments = ({ steps }: JourneyView) =>
  steps.map(({ step, on = null, words: said = null }) => make(HelperMomentType, { step, on, words: said }));

export const toMine = (view: JourneyView): MyHelpingType =>
  make(MyHelpingType, {
    id: toGlobalId('HelperJourney', view.row.id),
    state: view.state,
    moments: toMoments(view),
    accompanied: view.facts.accompaniedOn.length,
    accompaniedNeeded: view.facts.accompaniedNeeded,
  });

export const toJourney = (view: JourneyView, supervisorName: string | undefined): HelperJourneyType =>
  make(HelperJourneyType, {
    ...toMine(view),
    name: view.person.name,
    childId: toGlobalId('Child', view.row.childId),
    origin: view.row.origin,
    minor: view.facts.minor,
    childSaidYes: view.facts.childYesOn !== undefined,
    guardianSaidYes: view.facts.guardianYesOn !== undefined,
    leftOn: view.row.leftOn,
    supervisorName: supervisorName ?? null,
  });
