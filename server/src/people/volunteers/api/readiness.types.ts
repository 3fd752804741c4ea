import { createUnionType, Field, HideField, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import {
  EXEMPTABLE,
  EXEMPTION_REASONS,
  type Exemptable,
  type ExemptionReason,
  type ReadinessCounts,
  type Requirement,
  type SeenOutcome,
} from '@tongxing/shared/rules';
import { Graded } from '../../../platform/access/index.js';
import { InvalidInput, LocalDateType, make, NotFound, toGlobalId } from '../../../platform/graphql/index.js';
import type { EligibilityExemption } from '../exemptions/exemption.entity.js';
import { EligibilityOutcomeEnum, RequirementEnum } from './eligibility.types.js';
import { FactRefused } from './volunteer-history.types.js';
import { VolunteerType } from './volunteer.types.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const ExemptableEnum = words(EXEMPTABLE);
registerEnumType(ExemptableEnum, {
  name: 'ExemptableRequirement',
  description: 'What a director can exempt somebody from. A record check is not among them (H8).',
});
const ExemptionReasonEnum = words(EXEMPTION_REASONS);
registerEnumType(ExemptionReasonEnum, {
  name: 'ExemptionReason',
  description: 'Why it may be done without for a while.',
});

@ObjectType('ReadinessReason', { description: 'One reason, and how many volunteers have it.' })
@Graded('volunteer', 'G1')
export class ReadinessReasonType {
  @Field(() => RequirementEnum, { description: 'What is required.' }) requirement: Requirement;
  @Field(() => EligibilityOutcomeEnum, { description: 'How it stands.' }) outcome: SeenOutcome;
  @Field(() => Int, { description: 'Volunteers; somebody with several reasons counts in each.' }) volunteers: number;
}

@ObjectType('VolunteerReadiness', {
  description: 'How many of the volunteers whom the viewer may see are ready on a day, and why the others are not.',
})
@Graded('volunteer', 'G1')
export class VolunteerReadinessType {
  @Field(() => LocalDateType, { description: 'Day of service.' }) serviceDate: string;
  @Field(() => Int, { description: 'Volunteers in all.' }) total: number;
  @Field(() => Int, { description: 'May serve.' }) ready: number;
  @Field(() => Int, { description: 'May serve, and something ends soon.' }) renewalDue: number;
  @Field(() => Int, { description: 'May not serve yet.' }) notReady: number;
  @Field(() => Int, { description: 'Their work has stopped.' }) stopped: number;
  @Field(() => [ReadinessReasonType], {
    description: 'Reasons that somebody has: stops, gaps, ends, and ends to come.',
  })
  reasons: ReadinessReasonType[];
}

@ObjectType('EligibilityExemption', { description: 'Somebody may serve without one paper from a day to a day.' })
@Graded('volunteer', 'G2')
export class ExemptionType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ExemptableEnum, { description: 'Without what.' }) requirement: Exemptable;
  @Field(() => ExemptionReasonEnum, { description: 'Why.' }) reason: ExemptionReason;
  @Field(() => LocalDateType, { description: 'Day of the approval.' }) startsOn: string;
  @Field(() => LocalDateType, { description: 'Last day.' }) until: string;
  @Field({ description: 'Whether it was taken back before its last day.' }) ended: boolean;
  @HideField() approvedById: string;
}

@InputType()
export class GrantExemptionInput {
  @Field(() => ID, { description: 'For whom.' }) volunteerId: string;
  @Field(() => ExemptableEnum, { description: 'From what.' }) requirement: Exemptable;
  @Field(() => ExemptionReasonEnum, { description: 'Why.' }) reason: ExemptionReason;
  @Field(() => LocalDateType, { description: 'Last day; the agency’s setting says how far it may be.' })
  until: LocalDate;
}

@InputType()
export class EndExemptionInput {
  @Field(() => ID, { description: 'Which exemption.' }) exemptionId: string;
}

export const ExemptionResult = createUnionType({
  name: 'ExemptionResult',
  types: () => [VolunteerType, FactRefused, InvalidInput, NotFound] as const,
});

export const toReadiness = (serviceDate: string, { total, standings, reasons }: ReadinessCounts) =>
  make(VolunteerReadinessType, {
    serviceDate,
    total,
    ready: standings.READY,
    renewalDue: standings.RENEWAL_DUE,
    notReady: standings.NOT_READY,
    stopped: standings.STOPPED,
    reasons: reasons.map(({ people, ...reason }) => make(ReadinessReasonType, { ...reason, volunteers: people })),
  });

export const toExemption = (row: EligibilityExemption): ExemptionType =>
  make(ExemptionType, {
    id: toGlobalId('EligibilityExemption', row.id),
    requirement: row.requirement,
    reason: row.reason,
    startsOn: row.startsOn,
    until: row.until,
    ended: row.endedAt !== null,
    approvedById: row.approvedBy,
  });
