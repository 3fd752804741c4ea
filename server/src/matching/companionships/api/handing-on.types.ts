// A pair handed on to another volunteer, and what that one may read of what was before.
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  TransitionRefused,
} from '../../../platform/graphql/index.js';
import { PairRefused } from '../../runs/api/board.types.js';
import { PlaceTaken, VolunteerNotEligible } from '../../runs/api/run.types.js';
import { HANDED_ON_KINDS, type HandedOnKind } from '../handing-on/handed-on-kinds.js';
import type { HandedOnView } from '../handing-on/handed-on.js';
import { CompanionshipType } from './companionship.types.js';
import { NextStepType, toNextStep } from './next-steps.types.js';
import { CompanionshipContactType, toContact } from './steps.types.js';

export const HandedOnKindEnum = Object.fromEntries(HANDED_ON_KINDS.map((kind) => [kind, kind])) as Record<
  HandedOnKind,
  HandedOnKind
>;
registerEnumType(HandedOnKindEnum, {
  name: 'HandedOnKind',
  description: 'What of an earlier pair the next companion may read. Notes of contacts are chosen one by one.',
});

@ObjectType('HandedOn', { description: 'Of the pair before: what a worker chose for the companion who goes on.' })
@Graded('companionship', 'G3')
export class HandedOnType {
  @Field(() => [HandedOnKindEnum], { description: 'What was chosen; empty: nothing.' }) chosen: HandedOnKind[];
  @Field(() => String, { nullable: true, description: 'What the two had set out to do.' }) taskGoal: string | null;
  @Field(() => String, { nullable: true, description: 'How the child was to grow on the way.' })
  processGoal: string | null;
  @Field(() => String, { nullable: true, description: 'Where they met.' }) meetingPlace: string | null;
  @Field(() => Int, { nullable: true, description: 'Meetings a month.' }) contactsPerMonth: number | null;
  @Field(() => [NextStepType], { description: 'What was still open.' }) steps: NextStepType[];
  @Field(() => [CompanionshipContactType], { description: 'The chosen contacts, the newest first.' })
  notes: CompanionshipContactType[];
  @Field(() => LocalDateType, { nullable: true, description: 'Last day of the pair before.' })
  @OfGrade('G2')
  endedOn: string | null;
}

@InputType()
export class HandOnCompanionshipInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
  @Field(() => ID, { description: 'The volunteer who goes on with the child.' }) volunteerId: string;
  @Field({ description: 'Why; 1000 characters at most.' }) reason: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Day of the closing talk with the child; not ahead.' })
  closingTalkOn?: string | null;
  @Field(() => [HandedOnKindEnum], { description: 'What the next companion may read; NOTE goes by contactIds.' })
  share: HandedOnKind[];
  @Field(() => [ID], { description: 'Contacts of this pair whose notes the next companion may read.' })
  contactIds: string[];
}

export const HandOnCompanionshipResult = createUnionType({
  name: 'HandOnCompanionshipResult',
  types: () =>
    [
      ...[CompanionshipType, VolunteerNotEligible, PlaceTaken, PairRefused],
      ...[InvalidInput, TransitionRefused, StaleVersion, NotFound],
    ] as const,
});

export const toHandedOn = (view: HandedOnView): HandedOnType =>
  make(HandedOnType, {
    chosen: [...view.chosen],
    taskGoal: view.taskGoal ?? null,
    processGoal: view.processGoal ?? null,
    meetingPlace: view.meetingPlace ?? null,
    contactsPerMonth: view.contactsPerMonth ?? null,
    steps: view.steps.map(toNextStep),
    notes: view.notes.map(toContact),
    endedOn: view.endedOn ?? null,
  });
