import { Field, InputType } from '@nestjs/graphql';
import type { Requirement, SeenOutcome } from '@tongxing/shared/rules';
import { EligibilityOutcomeEnum, RequirementEnum } from './eligibility.types.js';

@InputType()
export class VolunteerReasonInput {
  @Field(() => RequirementEnum, { description: 'What is required.' }) requirement: Requirement;
  @Field(() => EligibilityOutcomeEnum, { description: 'How it stands for those who are asked for.' })
  outcome: SeenOutcome;
}
