import {
  Args,
  Context,
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { SeenOutcome } from '@tongxing/shared/rules';
import { Allow, Graded, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  toCommonPayload,
  toGlobalId,
} from '../../../platform/graphql/index.js';
import { EligibilityOutcomeEnum } from '../../volunteers/api/eligibility.types.js';
import { FactRefused } from '../../volunteers/api/volunteer-history.types.js';
import { ChecksDue, type ChecksDueView } from '../checks-due.js';
import { ServiceChecks } from '../service-checks.js';

@ObjectType('CheckDue', { description: 'Somebody at work whose record check is missing, over, or ends soon.' })
@Graded('screening', 'G2')
export class CheckDueType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field(() => ID, { nullable: true, description: 'Their record as a volunteer, where there is one.' })
  volunteerId: string | null;
  @Field({ description: 'Full name.' }) name: string;
  @Field({ description: 'Whether they have a role at the desk.' }) colleague: boolean;
  @Field({ description: 'Whether it is the viewer: nobody writes their own down.' }) own: boolean;
  @Field(() => EligibilityOutcomeEnum, { description: 'How the check stands today.' }) outcome: SeenOutcome;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day on which it counts or counted.' })
  until: string | null;
}

@ObjectType('ChecksDue', { description: 'Whose record checks are due, of the viewer’s offices.' })
@Graded('screening', 'G2')
export class ChecksDueType {
  @Field(() => [CheckDueType], { description: 'The most pressing first; at most 300.' }) due: CheckDueType[];
  @Field(() => Int, { description: 'All without a check that holds beyond the window, minors included.' })
  total: number;
  @Field(() => Int, { description: 'Minors: they cannot be checked, and serve beside a cleared adult only.' })
  minors: number;
  @Field(() => Int, { description: 'Days before its end from which a check is due.' }) windowDays: number;
  @Field(() => Int, { description: 'Days for which a check counts.' }) validDays: number;
}

@InputType()
export class RecordServiceCheckInput {
  @Field(() => ID, { description: 'Whom it is about: a volunteer or a colleague.' }) personId: string;
  @Field(() => LocalDateType, { description: 'Day of the answer; today at the latest.' }) happenedOn: LocalDate;
  @Field({ description: 'True: no record.' }) clear: boolean;
  @Field({ description: 'The paper was looked at and given back, and no copy was kept.' }) paperGivenBack: boolean;
}
export const RecordServiceCheckResult = createUnionType({
  name: 'RecordServiceCheckResult',
  types: () => [ChecksDueType, FactRefused, InvalidInput, NotFound] as const,
});

@Resolver()
export class ChecksDueResolver {
  constructor(
    private readonly due: ChecksDue,
    private readonly checks: ServiceChecks,
  ) {}

  @Query(() => ChecksDueType, { description: 'Volunteers and colleagues whose record check is due (H8).' })
  @Allow('screening.record')
  async checksDue(@Context('actor') actor: PersonActor): Promise<ChecksDueType> {
    return toChecksDue(await this.due.of(actor));
  }

  @Mutation(() => RecordServiceCheckResult, { description: 'Writes the answer of a query of records down (H8).' })
  @Allow('screening.record')
  async recordServiceCheck(
    @Args('input') { personId, ...check }: RecordServiceCheckInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RecordServiceCheckResult> {
    const outcome = await this.checks.record(actor, { ...check, personId: fromGlobalId('Person', personId) ?? '' });
    if (outcome.ok) return toChecksDue(await this.due.of(actor));
    return outcome.error.code === 'FACT_REFUSED'
      ? make(FactRefused, { ...outcome.error, message: 'Somebody else has to write this down.' })
      : toCommonPayload(outcome.error);
  }
}

const toChecksDue = ({ due, ...view }: ChecksDueView): ChecksDueType =>
  make(ChecksDueType, {
    ...view,
    due: due.map(({ personId, volunteerId, until, ...one }) =>
      make(CheckDueType, {
        ...one,
        personId: toGlobalId('Person', personId),
        volunteerId: volunteerId === undefined ? null : toGlobalId('Volunteer', volunteerId),
        until: until ?? null,
      }),
    ),
  });
