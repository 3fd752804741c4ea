// What both sides do while a pair goes on: a contact, a pause; and what a child is told after a stop.
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CONTACT_KINDS, type ContactKind } from '@tongxing/shared/rules';
import type { CompanionshipState } from '@tongxing/shared/states';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
  TransitionRefused,
} from '../../../platform/graphql/index.js';
import type { CompanionshipView } from '../companionships.repository.js';
import type { ContactView } from '../contacts/contacts.js';
import type { TellingView } from '../tellings/tellings.js';
import { PlaceTaken, VolunteerNotEligible } from '../../runs/api/run.types.js';
import { CompanionshipStateEnum, CompanionshipType } from './companionship.types.js';

const ContactKindEnum = Object.fromEntries(CONTACT_KINDS.map((kind) => [kind, kind])) as Record<
  ContactKind,
  ContactKind
>;
registerEnumType(ContactKindEnum, {
  name: 'ContactKind',
  description: 'A contact attempted is no contact made (P06).',
});

@ObjectType('CompanionshipContact', { description: 'One contact of a pair.' })
@Graded('companionship', 'G3')
export class CompanionshipContactType {
  @Field(() => ID, { description: 'Opaque id.' }) @OfGrade('G2') id: string;
  @Field(() => ContactKindEnum, { description: 'Attempted or made.' }) kind: ContactKind;
  @Field(() => LocalDateType, { description: 'On which day.' }) happenedOn: string;
  @Field(() => String, { nullable: true, description: 'A few words on it.' }) note: string | null;
}

@ObjectType('Telling', { description: 'That a child is told of a companion who does not come any more.' })
@Graded('companionship', 'G5')
export class TellingType {
  @Field(() => InstantType, { description: 'Since when somebody has to tell.' }) askedAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When it was written down; null while it waits.' })
  answeredAt: string | null;
  @Field(() => String, { nullable: true, description: 'What the child was told, and by whom.' }) words: string | null;
}

@ObjectType('CompanionshipStep', { description: 'Where a pair stands after a step of one of its two sides.' })
@Graded('companionship', 'G1')
export class CompanionshipStepType {
  @Field(() => ID, { description: 'Opaque id of the companionship.' }) id: string;
  @Field(() => CompanionshipStateEnum, { description: 'Where it stands.' }) state: CompanionshipState;
  @Field(() => Int, { description: 'To be passed back with a change.' }) version: number;
}

@InputType()
export class RecordContactInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
  @Field(() => ContactKindEnum, { description: 'Attempted or made.' }) kind: ContactKind;
  @Field(() => LocalDateType, { description: 'On which day; not in the future.' }) happenedOn: string;
  @Field(() => String, { nullable: true, description: 'A few words on it; 500 characters at most.' }) note?:
    string | null;
  @Field({ description: 'The client’s own id of this; a retry with it finds the same contact.' }) requestId: string;
}

@InputType()
export class PauseCompanionshipInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
  @Field({ description: 'Why it rests; 500 characters at most.' }) reason: string;
}

@InputType()
export class AnswerTellingInput {
  @Field(() => ID, { description: 'The companionship whose child was told.' }) companionshipId: string;
  @Field({ description: 'What the child was told, and by whom.' }) words: string;
}

@InputType()
export class RestartCompanionshipInput {
  @Field(() => ID, { description: 'The companionship that a stop had ended.' }) companionshipId: string;
}

export const RestartCompanionshipResult = createUnionType({
  name: 'RestartCompanionshipResult',
  types: () =>
    [CompanionshipType, VolunteerNotEligible, PlaceTaken, TransitionRefused, StaleVersion, NotFound] as const,
});
export const RecordContactResult = createUnionType({
  name: 'RecordContactResult',
  types: () => [CompanionshipStepType, InvalidInput, TransitionRefused, StaleVersion, NotFound] as const,
});
export const PauseCompanionshipResult = createUnionType({
  name: 'PauseCompanionshipResult',
  types: () => [CompanionshipStepType, InvalidInput, TransitionRefused, StaleVersion, NotFound] as const,
});
export const AnswerTellingResult = createUnionType({
  name: 'AnswerTellingResult',
  types: () => [CompanionshipType, InvalidInput, NotFound] as const,
});

export const toContact = ({ id, kind, happenedOn, note }: ContactView): CompanionshipContactType =>
  make(CompanionshipContactType, { id: toGlobalId('CompanionshipContact', id), kind, happenedOn, note: note ?? null });

export const toTelling = ({ askedAt, answeredAt, words }: TellingView): TellingType =>
  make(TellingType, { askedAt, answeredAt: answeredAt ?? null, words: words ?? null });

export const toStep = ({ id, state, version }: CompanionshipView): CompanionshipStepType =>
  make(CompanionshipStepType, { id: toGlobalId('Companionship', id), state, version });
