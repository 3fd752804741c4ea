import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Remedy, Requirement, SeenEligibility, SeenFinding, SeenOutcome } from '@tongxing/shared/rules';
import { LocalDateType, make } from '../../../platform/graphql/index.js';
import { Graded } from '../../../platform/access/index.js';

const words = <Word extends string>(...list: Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

export const EligibilityOutcomeEnum = words<SeenOutcome>(
  'VALID',
  'RENEWAL_DUE',
  'EXPIRED',
  'EXEMPT',
  'MISSING',
  'STOPPED',
  'NOT_AVAILABLE',
);
registerEnumType(EligibilityOutcomeEnum, {
  name: 'EligibilityOutcome',
  description:
    'How a requirement stands on the service date. NOT_AVAILABLE: others than checker and director do not read it (H8).',
});

export const RequirementEnum = words<Requirement>(
  'TRAINING',
  'VOLUNTEER_AGREEMENT',
  'RECORD_CHECK',
  'AGE',
  'WORK_STATUS',
);
registerEnumType(RequirementEnum, { name: 'Requirement', description: 'What a volunteer must have before serving.' });

export const RemedyEnum = words<Remedy>(
  'NONE',
  'COMPLETE_TRAINING',
  'RENEW_TRAINING',
  'SIGN_AGREEMENT',
  'RENEW_AGREEMENT',
  'REQUEST_RECORD_CHECK',
  'RENEW_RECORD_CHECK',
  'CONFIRM_IMPORTED_FACT',
  'WAIT_FOR_AGE',
  'SERVE_BESIDE_CLEARED_ADULT',
  'ASK_DIRECTOR',
);
registerEnumType(RemedyEnum, { name: 'Remedy', description: 'What would satisfy the requirement.' });

@ObjectType('EligibilityFinding', { description: 'One requirement of the eligibility function, passed or not.' })
@Graded('volunteer', 'G2')
export class EligibilityFindingType {
  @Field(() => RequirementEnum, { description: 'What is required.' }) requirement: Requirement;
  @Field(() => EligibilityOutcomeEnum, { description: 'How it stands.' }) outcome: SeenOutcome;
  @Field({ description: 'Rule of the platform, for example H8.' }) rule: string;
  @Field(() => String, {
    nullable: true,
    description: 'Clause of MZ/T 248—2025 behind the rule, where one stands there.',
  })
  clause: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Day the fact took place or was signed.' }) since:
    string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day on which the fact counts.' }) until:
    string | null;
  @Field(() => RemedyEnum, { description: 'What would satisfy it.' }) remedy: Remedy;
}

@ObjectType('Eligibility', { description: 'The one eligibility function at a day of service, with all findings.' })
@Graded('volunteer', 'G2')
export class EligibilityType {
  @Field(() => LocalDateType, { description: 'The day it was judged for.' }) serviceDate: string;
  @Field({ description: 'Whether the volunteer may serve on that day.' }) ready: boolean;
  @Field(() => [EligibilityFindingType], { description: 'One for each requirement, never only the first.' })
  findings: EligibilityFindingType[];
}

export function toFinding(finding: SeenFinding): EligibilityFindingType {
  return make(EligibilityFindingType, {
    requirement: finding.requirement,
    outcome: finding.outcome,
    rule: finding.rule,
    clause: finding.clause ?? null,
    since: finding.since ?? null,
    until: finding.until ?? null,
    remedy: finding.remedy,
  });
}

export function toEligibility(eligibility: SeenEligibility): EligibilityType {
  return make(EligibilityType, {
    serviceDate: eligibility.serviceDate,
    ready: eligibility.ready,
    findings: eligibility.findings.map(toFinding),
  });
}
