import { createUnionType, Field, HideField, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import {
  TAKE_BACK_REASONS,
  VOLUNTEER_KINDS,
  type TakeBackReason,
  type VolunteerKindCode,
} from '@tongxing/shared/rules';
import { Graded } from '../../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  toGlobalId,
  UserError,
} from '../../../platform/graphql/index.js';
import { FACT_KINDS, type FactKind } from '../facts/fact-kinds.js';
import { FACT_REFUSALS, type FactRefusal } from '../facts/volunteer-facts.js';
import type { FactView, KindView, SpanView } from '../facts/volunteer-history.js';
import { VolunteerType } from './volunteer.types.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const FactKindEnum = words(FACT_KINDS);
registerEnumType(FactKindEnum, { name: 'VolunteerFactKind', description: 'What a dated fact about a volunteer is.' });
const FactRefusalEnum = words(FACT_REFUSALS);
registerEnumType(FactRefusalEnum, {
  name: 'FactRefusal',
  description: 'Why a fact cannot be written down or taken back.',
});
export const TakeBackReasonEnum = words(TAKE_BACK_REASONS.map(({ code }) => code));
registerEnumType(TakeBackReasonEnum, { name: 'TakeBackReason', description: 'Why a record was a mistake.' });
const VolunteerKindEnum = words(VOLUNTEER_KINDS.map(({ code }) => code));
registerEnumType(VolunteerKindEnum, { name: 'VolunteerKindCode', description: 'Who somebody is beside volunteering.' });

@ObjectType('VolunteerFact', { description: 'A training, an agreement or a record check, on its day.' })
@Graded('volunteer', 'G2')
export class VolunteerFactType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => FactKindEnum, {
    description: 'What it is. A check that hit is there for directors and whoever wrote it down only (H8).',
  })
  kind: FactKind;
  @Field(() => LocalDateType, { description: 'Day it took place or was signed.' }) happenedOn: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day that its paper names.' })
  validUntil: string | null;
  @Field({ description: 'Whether it counts: confirmed where an import brought it, and not taken back.' })
  counts: boolean;
  @Field(() => TakeBackReasonEnum, { nullable: true, description: 'Why it was taken back; null where it stands.' })
  takenBack: TakeBackReason | null;
  @Field({ description: 'Whether the paper of a check is still at the desk, for its owner to have back (H8).' })
  paperHere: boolean;
  @Field(() => InstantType, { nullable: true, description: 'When the paper of a check went back to its owner.' })
  paperGivenBackAt: string | null;
  @HideField() recordedById: string | undefined;
  @HideField() paperGivenBackById: string | undefined;
}

@ObjectType('ServiceSpan', { description: 'From a day to a day.' })
@Graded('volunteer', 'G2')
export class ServiceSpanType {
  @Field(() => LocalDateType, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where it goes on.' }) endsOn:
    string | null;
}

@ObjectType('VolunteerKind', { description: 'Who a volunteer is beside volunteering, from a day to a day.' })
@Graded('volunteer', 'G2')
export class VolunteerKindType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => VolunteerKindEnum, { description: 'Which kind.' }) kind: VolunteerKindCode;
  @Field(() => LocalDateType, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where it goes on.' }) endsOn:
    string | null;
}

@ObjectType('VolunteerHistory', { description: 'What happened with a volunteer, as far as the viewer may know it.' })
@Graded('volunteer', 'G2')
export class VolunteerHistoryType {
  @Field(() => [VolunteerFactType], { description: 'Trainings, agreements, checks; taken back ones too.' })
  facts: VolunteerFactType[];
  @Field(() => [ServiceSpanType], { description: 'When they were a volunteer.' }) service: ServiceSpanType[];
  @Field(() => [VolunteerKindType], { description: 'Who they are beside it.' }) kinds: VolunteerKindType[];
  @Field(() => [ServiceSpanType], { description: 'When all work was stopped; for whoever may stop it.' })
  stops: ServiceSpanType[];
}

@ObjectType('FactRefused', {
  implements: () => [UserError],
  description: 'A fact cannot be written down, or taken back, by this person.',
})
@Graded('volunteer', 'G1')
export class FactRefused extends UserError {
  @Field(() => FactRefusalEnum, { description: 'Why.' }) why: FactRefusal;
}

@InputType()
export class RecordFactInput {
  @Field(() => ID, { description: 'Whom it is about.' }) volunteerId: string;
  @Field(() => FactKindEnum, { description: 'A training or an agreement.' }) kind: FactKind;
  @Field(() => LocalDateType, { description: 'Day it took place or was signed; today at the latest.' })
  happenedOn: LocalDate;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day that its paper names.' })
  validUntil?: LocalDate | null;
  @Field(() => [ID], { nullable: true, description: 'Papers on the volunteer’s page that prove it.' })
  paperIds?: string[] | null;
}

@InputType()
export class RecordCheckInput {
  @Field(() => ID, { description: 'Whom it is about.' }) volunteerId: string;
  @Field({ description: 'Whether the answer was that nothing is known. Anything else stops all work at once (H8).' })
  clear: boolean;
  @Field(() => LocalDateType, { description: 'Day of the answer; today at the latest.' }) happenedOn: LocalDate;
  @Field({
    nullable: true,
    description: 'The paper was looked at and given back, and no copy was kept; until then it stands on a list.',
  })
  paperGivenBack?: boolean;
}

@InputType()
export class TakeBackFactInput {
  @Field(() => ID, { description: 'Which fact.' }) factId: string;
  @Field(() => TakeBackReasonEnum, { description: 'Why it was a mistake.' }) reason: TakeBackReason;
}

@InputType()
export class AddVolunteerKindInput {
  @Field(() => ID, { description: 'Which volunteer.' }) volunteerId: string;
  @Field(() => VolunteerKindEnum, { description: 'Which kind.' }) kind: VolunteerKindCode;
  @Field(() => LocalDateType, { description: 'First day; today at the latest.' }) startsOn: LocalDate;
}

@InputType()
export class EndVolunteerKindInput {
  @Field(() => ID, { description: 'Which of the rows.' }) volunteerKindId: string;
  @Field(() => LocalDateType, { description: 'Last day; today at the latest.' }) endsOn: LocalDate;
}

export const RecordFactResult = createUnionType({
  name: 'RecordFactResult',
  types: () => [VolunteerType, FactRefused, InvalidInput, NotFound] as const,
});
export const TakeBackFactResult = createUnionType({
  name: 'TakeBackFactResult',
  types: () => [VolunteerType, FactRefused, InvalidInput, NotFound] as const,
});
export const VolunteerKindResult = createUnionType({
  name: 'VolunteerKindResult',
  types: () => [VolunteerType, InvalidInput, NotFound] as const,
});

export const toSpanType = ({ startsOn, endsOn }: SpanView): ServiceSpanType =>
  make(ServiceSpanType, { startsOn, endsOn: endsOn ?? null });

export const toKindType = ({ id, kind, startsOn, endsOn }: KindView): VolunteerKindType =>
  make(VolunteerKindType, { id: toGlobalId('VolunteerKind', id), kind, startsOn, endsOn: endsOn ?? null });

export const toFactType = (fact: FactView): VolunteerFactType =>
  make(VolunteerFactType, {
    id: toGlobalId(fact.type, fact.id),
    kind: fact.kind,
    happenedOn: fact.happenedOn,
    validUntil: fact.validUntil ?? null,
    counts: fact.counts,
    takenBack: (fact.takenBackReason ?? null) as TakeBackReason | null,
    recordedById: fact.recordedBy,
    paperHere: fact.paper !== undefined && fact.paper.givenBackAt === undefined && fact.takenBackReason === undefined,
    paperGivenBackAt: fact.paper?.givenBackAt ?? null,
    paperGivenBackById: fact.paper?.givenBackBy,
  });
