import { createUnionType, Field, HideField, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { SeenOutcome, TakeBackReason } from '@tongxing/shared/rules';
import { Graded } from '../../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  toGlobalId,
} from '../../../platform/graphql/index.js';
import { EligibilityOutcomeEnum } from '../../volunteers/api/eligibility.types.js';
import { FactRefused, TakeBackReasonEnum } from '../../volunteers/api/volunteer-history.types.js';
import type { ChecksDueView } from '../checks-due.js';
import type { KeptCheck, PaperHere } from '../kept-checks.js';

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

@ObjectType('PaperStillHere', { description: 'The paper of a record check that is still at the desk.' })
@Graded('screening', 'G2')
export class PaperStillHereType {
  @Field(() => ID, { description: 'Opaque id of the check.' }) id: string;
  @Field(() => ID, { description: 'Opaque id of its owner.' }) personId: string;
  @Field({ description: 'Full name of its owner.' }) name: string;
  @Field({ description: 'Whether it is the viewer’s: somebody else says that it went back.' }) own: boolean;
  @Field(() => LocalDateType, { description: 'Day of the answer.' }) happenedOn: string;
  @HideField() recordedById: string | undefined;
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
  @Field(() => [PaperStillHereType], { description: 'Papers that nobody said to have given back, the oldest first.' })
  papersHere: PaperStillHereType[];
}

@ObjectType('ServiceCheck', { description: 'A record check as it was written down: result, day, who looked (H8).' })
@Graded('screening', 'G2')
export class ServiceCheckType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => LocalDateType, { description: 'Day of the answer.' }) happenedOn: string;
  @Field({ description: 'No record. One that hit is there for directors and whoever wrote it down only.' })
  clear: boolean;
  @Field({ description: 'Whether it counts: confirmed where an import brought it, and not taken back.' })
  counts: boolean;
  @Field(() => InstantType, { nullable: true, description: 'Since when it counts no longer, as it was a mistake.' })
  takenBackAt: string | null;
  @Field(() => TakeBackReasonEnum, { nullable: true, description: 'Why it was taken back; null where it stands.' })
  takenBack: TakeBackReason | null;
  @Field({ description: 'Whether its paper is still at the desk, for its owner to have back.' }) paperHere: boolean;
  @Field(() => InstantType, { nullable: true, description: 'When its paper went back to its owner.' })
  paperGivenBackAt: string | null;
  @HideField() recordedById: string | undefined;
  @HideField() paperGivenBackById: string | undefined;
}

@ObjectType('ServiceChecks', { description: 'Record checks of one person.' })
@Graded('screening', 'G2')
export class ServiceChecksType {
  @Field(() => [ServiceCheckType], { description: 'The newest first; those taken back too.' })
  checks: ServiceCheckType[];
}

@ObjectType('OwnServiceCheck', { description: 'How the viewer’s own record check stands today.' })
@Graded('account', 'G2')
export class OwnServiceCheckType {
  @Field(() => EligibilityOutcomeEnum, { description: 'How it stands.' }) outcome: SeenOutcome;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day on which it counts or counted.' })
  until: string | null;
}

@InputType()
export class RecordServiceCheckInput {
  @Field(() => ID, { description: 'Whom it is about: a volunteer or a colleague.' }) personId: string;
  @Field(() => LocalDateType, { description: 'Day of the answer; today at the latest.' }) happenedOn: LocalDate;
  @Field({ description: 'True: no record.' }) clear: boolean;
  @Field({ description: 'The paper was looked at and given back, and no copy was kept; until then it is on a list.' })
  paperGivenBack: boolean;
}
export const RecordServiceCheckResult = createUnionType({
  name: 'RecordServiceCheckResult',
  types: () => [ChecksDueType, FactRefused, InvalidInput, NotFound] as const,
});

@InputType()
export class GiveCheckPaperBackInput {
  @Field(() => ID, { description: 'Which check.' }) recordCheckId: string;
}

@InputType()
export class TakeBackCheckInput {
  @Field(() => ID, { description: 'Which check.' }) recordCheckId: string;
  @Field(() => TakeBackReasonEnum, { description: 'Why it was a mistake.' }) reason: TakeBackReason;
}
export const ServiceChecksResult = createUnionType({
  name: 'ServiceChecksResult',
  types: () => [ServiceChecksType, FactRefused, InvalidInput, NotFound] as const,
});

export const toChecksDue = ({ due, ...view }: ChecksDueView, papersHere: readonly PaperHere[]): ChecksDueType =>
  make(ChecksDueType, {
    ...view,
    papersHere: papersHere.map(({ id, personId, recordedBy, ...paper }) =>
      make(PaperStillHereType, {
        ...paper,
        id: toGlobalId('RecordCheck', id),
        personId: toGlobalId('Person', personId),
        recordedById: recordedBy,
      }),
    ),
    due: due.map(({ personId, volunteerId, until, ...one }) =>
      make(CheckDueType, {
        ...one,
        personId: toGlobalId('Person', personId),
        volunteerId: volunteerId === undefined ? null : toGlobalId('Volunteer', volunteerId),
        until: until ?? null,
      }),
    ),
  });

export const toServiceChecks = (checks: readonly KeptCheck[]): ServiceChecksType =>
  make(ServiceChecksType, {
    checks: checks.map(({ id, happenedOn, clear, counts, takenBackAt, takenBackReason, recordedBy, paper }) =>
      make(ServiceCheckType, {
        ...{ id: toGlobalId('RecordCheck', id), happenedOn, clear, counts },
        takenBackAt: takenBackAt ?? null,
        takenBack: takenBackReason ?? null,
        paperHere: paper !== undefined && paper.givenBackAt === undefined,
        paperGivenBackAt: paper?.givenBackAt ?? null,
        recordedById: recordedBy,
        paperGivenBackById: paper?.givenBackBy,
      }),
    ),
  });
