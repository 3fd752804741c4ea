import { createUnionType, Field, HideField, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import {
  ENROLMENT_CRITERIA,
  ENROLMENT_REMEDIES,
  PLACE_END_REASONS,
  SERVICE_LEVELS,
  SUPPORT_KINDS,
  type EnrolmentCriterion,
  type EnrolmentRemedy,
  type PlaceEndReason,
  type ProgrammeCriteria,
  type ProgrammeFinding,
  type ServiceLevel,
  type SupportKind,
} from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
  UserError,
} from '../../platform/graphql/index.js';
import type { CoverageCell } from '../domain/coverage.js';
import { ENROLMENT_REFUSALS, type EnrolmentRefusal, type PlaceView } from '../enrolments.js';
import type { ProgrammeView } from '../programmes.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
const codes = <C extends string>(table: readonly { readonly code: C }[]) => words(table.map(({ code }) => code));

const ServiceLevelEnum = codes(SERVICE_LEVELS);
registerEnumType(ServiceLevelEnum, { name: 'ServiceLevel', description: 'Where a service works (P13).' });
const SupportKindEnum = codes(SUPPORT_KINDS);
registerEnumType(SupportKindEnum, { name: 'SupportKind', description: 'How a service helps (P13).' });
const PlaceEndReasonEnum = codes(PLACE_END_REASONS);
registerEnumType(PlaceEndReasonEnum, { name: 'PlaceEndReason', description: 'Why a place in a programme has ended.' });
const EnrolmentCriterionEnum = words(ENROLMENT_CRITERIA);
registerEnumType(EnrolmentCriterionEnum, { name: 'EnrolmentCriterion', description: 'What a programme asks.' });
const EnrolmentRemedyEnum = words(ENROLMENT_REMEDIES);
registerEnumType(EnrolmentRemedyEnum, { name: 'EnrolmentRemedy', description: 'What would satisfy a criterion.' });
const EnrolmentRefusalEnum = words(ENROLMENT_REFUSALS);
registerEnumType(EnrolmentRefusalEnum, { name: 'EnrolmentRefusal', description: 'Why a place is not given.' });
const FindingOutcomeEnum = words(['MET', 'NOT_MET', 'UNKNOWN'] as const);
registerEnumType(FindingOutcomeEnum, { name: 'EnrolmentOutcome', description: 'How a criterion stands for a child.' });
const StandingKindEnum = words(['PROGRAMME', 'COMPANIONSHIP'] as const);
registerEnumType(StandingKindEnum, { name: 'CoverageKind', description: 'What stands beside a child.' });

@ObjectType('ProgrammeCriteria', { description: 'Whom a programme asks for; what is left out asks nothing.' })
@Graded('programme', 'G1')
export class ProgrammeCriteriaType {
  @Field(() => Int, { nullable: true, description: 'Completed years at least.' }) minAge: number | null;
  @Field(() => Int, { nullable: true, description: 'Completed years at most.' }) maxAge: number | null;
  @Field(() => [String], { description: 'Codes of school stages; any will do.' }) schoolStages: string[];
  @Field({ description: 'Whether a child who goes to no school now is welcome too.' }) allowOutOfSchool: boolean;
  @Field(() => [String], { description: 'Codes of household registration; any will do.' }) registrations: string[];
  @Field(() => [String], { description: 'Codes of children’s situations; any will do.' }) categoriesAny: string[];
}

@ObjectType('Programme', { description: 'Something that the agency offers to children (P01).' })
@Graded('programme', 'G1')
export class ProgrammeType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name in Chinese.' }) name: string;
  @Field(() => String, { nullable: true, description: 'Name in English.' }) nameEn: string | null;
  @Field(() => String, { nullable: true, description: 'What it is for, in the agency’s words.' })
  purpose: string | null;
  @Field(() => ServiceLevelEnum, { description: 'Where it works.' }) level: ServiceLevel;
  @Field(() => SupportKindEnum, { description: 'How it helps.' }) support: SupportKind;
  @Field(() => ProgrammeCriteriaType, { description: 'Whom it asks for.' }) criteria: ProgrammeCriteriaType;
  @Field(() => Int, { nullable: true, description: 'Places; null: as many as come.' }) places: number | null;
  @Field(() => Int, { description: 'Places that children hold now.' }) held: number;
  @Field(() => LocalDateType, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where it has no end yet.' })
  endsOn: string | null;
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
}

@ObjectType('EnrolmentFinding', { description: 'One thing that a programme asks, met by a child or not.' })
@Graded('child', 'G5')
export class EnrolmentFindingType {
  @Field(() => EnrolmentCriterionEnum, { description: 'What is asked.' }) criterion: EnrolmentCriterion;
  @Field(() => FindingOutcomeEnum, { description: 'How it stands.' }) outcome: ProgrammeFinding['outcome'];
  @Field(() => EnrolmentRemedyEnum, { description: 'What would satisfy it.' }) remedy: EnrolmentRemedy;
  @Field(() => [String], { description: 'Codes, ages or days that would do; an open end is an empty text.' })
  wanted: string[];
  @Field(() => [String], { description: 'What stands on the child’s page.' }) found: string[];
  @Field(() => LocalDateType, { nullable: true, description: 'From this day on it will be met.' }) from: string | null;
}

@ObjectType('ProgrammePlace', { description: 'A child’s place in a programme, from a day to a day.' })
@Graded('child', 'G5')
export class ProgrammePlaceType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ID, { description: 'Which programme.' }) programmeId: string;
  @Field({ description: 'Name of the programme.' }) programme: string;
  @Field(() => String, { nullable: true, description: 'Its name in English.' }) programmeEn: string | null;
  @Field(() => LocalDateType, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where the place is held.' })
  endsOn: string | null;
  @Field(() => PlaceEndReasonEnum, { nullable: true, description: 'Why it ended.' }) endReason: PlaceEndReason | null;
  @HideField() view: PlaceView;
}

@ObjectType('ProgrammeChoice', { description: 'A programme beside one child: what it asks, and what is free.' })
@Graded('child', 'G5')
export class ProgrammeChoiceType {
  @Field(() => ProgrammeType, { description: 'The programme.' }) programme: ProgrammeType;
  @Field({ description: 'Whether everything that it asks is known and met.' }) fits: boolean;
  @Field(() => [EnrolmentFindingType], { description: 'Everything that it asks, met or not.' })
  findings: EnrolmentFindingType[];
}

@ObjectType('CoverageItem', { description: 'Something that stands beside a child.' })
@Graded('child', 'G5')
export class CoverageItemType {
  @Field(() => StandingKindEnum, { description: 'A programme, or a companionship.' }) kind:
    'PROGRAMME' | 'COMPANIONSHIP';
  @Field(() => ID, { description: 'Opaque id of it.' }) subjectId: string;
  @Field(() => String, { nullable: true, description: 'Name of the programme; null for a companionship.' })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'Its name in English.' }) nameEn: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Since when.' }) since: string | null;
}

@ObjectType('CoverageCell', { description: 'One level and one kind of support, with what stands there (P13).' })
@Graded('child', 'G5')
export class CoverageCellType {
  @Field(() => ServiceLevelEnum, { description: 'Where it works.' }) level: ServiceLevel;
  @Field(() => SupportKindEnum, { description: 'How it helps.' }) support: SupportKind;
  @Field(() => [CoverageItemType], { description: 'What stands there; an empty list is open.' })
  standing: CoverageItemType[];
}

@ObjectType('EnrolmentRefused', { implements: () => [UserError], description: 'A place is not given.' })
@Graded('child', 'G5')
export class EnrolmentRefused extends UserError {
  @Field(() => EnrolmentRefusalEnum, { description: 'Why.' }) why: EnrolmentRefusal;
  @Field(() => [EnrolmentFindingType], { description: 'Everything that the programme asks, met or not.' })
  findings: EnrolmentFindingType[];
  @Field(() => Int, { nullable: true, description: 'Places that it has; null: no limit.' }) places: number | null;
}

@InputType()
export class ProgrammeCriteriaInput {
  @Field(() => Int, { nullable: true, description: 'Completed years at least.' }) minAge?: number | null;
  @Field(() => Int, { nullable: true, description: 'Completed years at most.' }) maxAge?: number | null;
  @Field(() => [String], { nullable: true, description: 'Codes of school stages.' }) schoolStages?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'A child who goes to no school now is welcome too.' })
  allowOutOfSchool?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'Codes of registration.' }) registrations?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Codes of situations.' }) categoriesAny?: string[] | null;
}

@InputType()
export class CreateProgrammeInput {
  @Field({ description: 'At most 60 characters; no two programmes have the same.' }) name: string;
  @Field(() => String, { nullable: true, description: 'At most 80 characters.' }) nameEn?: string | null;
  @Field(() => String, { nullable: true, description: 'At most 300 characters.' }) purpose?: string | null;
  @Field(() => ServiceLevelEnum, { description: 'Where it works.' }) level: ServiceLevel;
  @Field(() => SupportKindEnum, { description: 'How it helps.' }) support: SupportKind;
  @Field(() => ProgrammeCriteriaInput, { description: 'Whom it asks for.' }) criteria: ProgrammeCriteriaInput;
  @Field(() => Int, { nullable: true, description: 'Places; left out: as many as come.' }) places?: number | null;
  @Field(() => LocalDateType, { description: 'First day.' }) startsOn: LocalDate;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day.' }) endsOn?: LocalDate | null;
}

@InputType()
export class ChangeProgrammeInput extends CreateProgrammeInput {
  @Field(() => ID, { description: 'Which programme.' }) programmeId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}

@InputType()
export class EnrolChildInput {
  @Field(() => ID, { description: 'Which programme.' }) programmeId: string;
  @Field(() => ID, { description: 'Which child.' }) childId: string;
  @Field({ description: 'Made by the client: the same request sent twice gives one place.' }) requestId: string;
}

@InputType()
export class EndProgrammePlaceInput {
  @Field(() => ID, { description: 'Which place.' }) programmePlaceId: string;
  @Field(() => LocalDateType, { description: 'Last day; today at the latest.' }) endsOn: LocalDate;
  @Field(() => PlaceEndReasonEnum, { description: 'Why.' }) why: PlaceEndReason;
}

export const SaveProgrammeResult = createUnionType({
  name: 'SaveProgrammeResult',
  types: () => [ProgrammeType, InvalidInput, NotFound, StaleVersion] as const,
});
export const EnrolChildResult = createUnionType({
  name: 'EnrolChildResult',
  types: () => [ProgrammePlaceType, EnrolmentRefused, NotFound] as const,
});
export const EndProgrammePlaceResult = createUnionType({
  name: 'EndProgrammePlaceResult',
  types: () => [ProgrammePlaceType, InvalidInput, NotFound] as const,
});

export function toProgramme({ programme, held }: ProgrammeView): ProgrammeType {
  const { id, name, nameEn, purpose, level, support, criteria, places, startsOn, endsOn, version } = programme;
  return make(ProgrammeType, {
    ...{
      id: toGlobalId('Programme', id),
      name,
      nameEn,
      purpose,
      level,
      support,
      places,
      held,
      startsOn,
      endsOn,
      version,
    },
    criteria: make(ProgrammeCriteriaType, {
      minAge: criteria.minAge ?? null,
      maxAge: criteria.maxAge ?? null,
      schoolStages: [...(criteria.schoolStages ?? [])],
      allowOutOfSchool: criteria.allowOutOfSchool ?? false,
      registrations: [...(criteria.registrations ?? [])],
      categoriesAny: [...(criteria.categoriesAny ?? [])],
    }),
  });
}

/** Only what asks something is kept. */
export function toCriteria(input: ProgrammeCriteriaInput): ProgrammeCriteria {
  return {
    ...(input.minAge == null ? {} : { minAge: input.minAge }),
    ...(input.maxAge == null ? {} : { maxAge: input.maxAge }),
    ...(input.schoolStages?.length ? { schoolStages: input.schoolStages } : {}),
    ...(input.allowOutOfSchool ? { allowOutOfSchool: true } : {}),
    ...(input.registrations?.length ? { registrations: input.registrations } : {}),
    ...(input.categoriesAny?.length ? { categoriesAny: input.categoriesAny } : {}),
  };
}

export const toFinding = (finding: ProgrammeFinding): EnrolmentFindingType =>
  make(EnrolmentFindingType, {
    criterion: finding.criterion,
    outcome: finding.outcome,
    remedy: finding.remedy,
    wanted: [...finding.wanted],
    found: [...finding.found],
    from: finding.from ?? null,
  });

export const toPlace = (view: PlaceView): ProgrammePlaceType =>
  make(ProgrammePlaceType, {
    id: toGlobalId('ProgrammePlace', view.place.id),
    programmeId: toGlobalId('Programme', view.programme.id),
    programme: view.programme.name,
    programmeEn: view.programme.nameEn,
    startsOn: view.place.startsOn,
    endsOn: view.place.endsOn,
    endReason: view.place.endReason,
    view,
  });

export const toCell = ({ level, support, standing }: CoverageCell): CoverageCellType =>
  make(CoverageCellType, {
    level,
    support,
    standing: standing.map((one) =>
      make(CoverageItemType, {
        kind: one.kind,
        subjectId: toGlobalId(one.kind === 'PROGRAMME' ? 'Programme' : 'Companionship', one.id),
        name: one.name ?? null,
        nameEn: one.nameEn ?? null,
        since: one.since ?? null,
      }),
    ),
  });
