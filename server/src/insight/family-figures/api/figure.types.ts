import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Graded } from '../../../platform/access/index.js';
import { Connection, LocalDateType, make, toGlobalId } from '../../../platform/graphql/index.js';
import {
  FIGURE_CODES,
  FIGURE_UNITS,
  type FamilyFigure,
  type FigureCode,
  type FigureUnit,
} from '../domain/family-figures.js';
import type { HouseholdBehind } from '../households-behind.js';

/** An enum of a list of words, as the schema wants it. */
const wordsOf = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Readonly<Record<Word, Word>>;

export const FigureCodeEnum = wordsOf(FIGURE_CODES);
registerEnumType(FigureCodeEnum, {
  name: 'FigureCode',
  description: 'What a figure tells of.',
  valuesMap: {
    HOUSEHOLD_SIZE: { description: 'Persons in a household, on average.' },
    FAMILY_FORM: { description: 'Who lives together.' },
    CAREGIVER_EDUCATION: { description: 'How long primary caregivers went to school.' },
    MAJOR_EVENT: { description: 'Visited households with a major event, and those without.' },
    MAJOR_EVENT_KIND: { description: 'Which events, of the households that had one.' },
    FAMILY_NEED: { description: 'What families that were asked need.' },
    VOLUNTEER_KIND: { description: 'Roles in which people came to help.' },
  },
});
const FigureUnitEnum = wordsOf(FIGURE_UNITS);
registerEnumType(FigureUnitEnum, {
  name: 'FigureUnit',
  description: 'What is counted once.',
  valuesMap: {
    HOUSEHOLD: { description: 'A household.' },
    PERSON: { description: 'A person.' },
    ROLE: { description: 'A role of a person: who has two is counted in each.' },
  },
});

@ObjectType('FigurePart', { description: 'One part of a figure.' })
@Graded('figure', 'G1')
export class FigurePartType {
  @Field({ description: 'Code of the part; its words stand in the tables of families and of volunteers.' })
  part: string;
  @Field(() => Int, { nullable: true, description: 'How many; null where it is withheld from outsiders.' })
  count: number | null;
  @Field(() => Float, { nullable: true, description: 'Per cent of the denominator, one decimal, half rounded up.' })
  share: number | null;
}

@ObjectType('FamilyFigure', { description: 'One figure with its denominator.' })
@Graded('figure', 'G1')
export class FamilyFigureType {
  @Field(() => FigureCodeEnum, { description: 'Which figure.' }) figure: FigureCode;
  @Field(() => FigureUnitEnum, { description: 'What is counted once.' }) unit: FigureUnit;
  @Field(() => Int, { nullable: true, description: 'How many the shares are of; null where it is withheld.' })
  denominator: number | null;
  @Field({ description: 'Whether one can be in several parts, so that shares add up to more than a hundred.' })
  multiSelect: boolean;
  @Field(() => Int, { nullable: true, description: 'Persons in all these households; only of the mean.' })
  sum: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The mean, one decimal, half rounded up; of HOUSEHOLD_SIZE only.',
  })
  mean: number | null;
  @Field(() => Int, { nullable: true, description: 'Parts that the figure adds up to its own number; null: none.' })
  together: number | null;
  @Field(() => Float, { nullable: true, description: 'The same, per cent of the denominator.' })
  togetherShare: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'People with such a role who had been served themselves; of VOLUNTEER_KIND only.',
  })
  helpers: number | null;
  @Field(() => [FigurePartType], { description: 'In a fixed order.' }) parts: FigurePartType[];
}

@ObjectType('FamilyFigures', { description: "The agency's figures of families, as of a day." })
@Graded('figure', 'G1')
export class FamilyFiguresType {
  @Field(() => LocalDateType, { description: 'Dated facts stand as of this day.' }) on: string;
  @Field({ description: 'Whether small cells are withheld, as outsiders must have it.' }) outside: boolean;
  @Field(() => [FamilyFigureType], { description: 'All of them.' }) figures: FamilyFigureType[];
}

export const toFigures = (on: LocalDate, outside: boolean, figures: readonly FamilyFigure[]): FamilyFiguresType =>
  make(FamilyFiguresType, { on, outside, figures: figures.map(toFigure) });

function toFigure(figure: FamilyFigure): FamilyFigureType {
  return make(FamilyFigureType, {
    figure: figure.code,
    unit: figure.unit,
    denominator: figure.denominator ?? null,
    multiSelect: !figure.oneEach,
    sum: figure.sum ?? null,
    mean: figure.mean ?? null,
    together: figure.together ?? null,
    togetherShare: figure.togetherShare ?? null,
    helpers: figure.helpers ?? null,
    parts: figure.parts.map(({ code, count, share }) =>
      make(FigurePartType, { part: code, count: count ?? null, share: share ?? null }),
    ),
  });
}

@ObjectType('HouseholdBehind', { description: 'A household that a figure counts.' })
@Graded('figure', 'G5')
export class HouseholdBehindType {
  @Field(() => ID, { description: 'Opaque id of the household.' }) id: string;
  @Field(() => Int, { description: 'Its number in the agency.' }) number: number;
  @Field(() => String, { nullable: true, description: 'Code of who lives together; null where unknown.' })
  familyForm: string | null;
  @Field(() => Int, { nullable: true, description: 'Persons, as the family states it.' }) size: number | null;
}
export const HouseholdBehindConnection = Connection(() => HouseholdBehindType, 'HouseholdBehind');

export const toBehind = ({ id, number, familyForm, size }: HouseholdBehind): HouseholdBehindType =>
  make(HouseholdBehindType, { id: toGlobalId('Household', id), number, familyForm, size });
