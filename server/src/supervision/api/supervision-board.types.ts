import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { SupervisionFormat } from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import { InvalidInput, LocalDateType, NotFound, UserError } from '../../platform/graphql/index.js';
import { FormatEnum } from './supervision.types.js';

@ObjectType('SupervisedVolunteer', {
  description: 'When somebody was seen, and when the next talk is due; nothing of what was said.',
})
@Graded('supervision', 'G2')
export class SupervisedVolunteerType {
  @Field(() => ID, { description: 'The volunteer.' }) volunteerId: string;
  @Field({ description: 'The volunteer’s name.' }) name: string;
  @Field(() => Int, { description: 'Children accompanied now.' }) held: number;
  @Field(() => ID, { nullable: true, description: 'Person who supervises them; null: nobody.' })
  supervisorId: string | null;
  @Field(() => LocalDateType, { description: 'Since when they have this supervisor.' }) since: string;
  @Field(() => LocalDateType, { nullable: true, description: 'The last talk with them alone.' })
  individualOn: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'The last talk in a group.' }) groupOn: string | null;
  @Field(() => LocalDateType, { description: 'Last day for the next talk with them alone.' }) individualDueOn: string;
  @Field(() => LocalDateType, { description: 'Last day for the next talk in a group.' }) groupDueOn: string;
  @Field(() => [FormatEnum], { description: 'What is overdue.' }) overdue: SupervisionFormat[];
  @Field(() => [LocalDateType], { description: 'Days of all talks, the newest first.' }) seenOn: string[];
}

@ObjectType('SupervisorLoad', { description: 'A supervisor and what they carry.' })
@Graded('supervision', 'G2')
export class SupervisorLoadType {
  @Field(() => ID, { description: 'The supervisor.' }) personId: string;
  @Field({ description: 'The supervisor’s name.' }) name: string;
  @Field(() => Int, { description: 'Companionships that they look after at most.' }) places: number;
  @Field(() => Int, { description: 'Companionships that they look after now.' }) held: number;
  @Field(() => [SupervisedVolunteerType], { description: 'Their volunteers.' }) volunteers: SupervisedVolunteerType[];
}

@ObjectType('SupervisionDelegate', { description: 'Who stands in for a supervisor, from a day to a day.' })
@Graded('supervision', 'G2')
export class DelegateType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ID, { description: 'The supervisor who is away.' }) supervisorId: string;
  @Field({ description: 'Their name.' }) supervisorName: string;
  @Field(() => ID, { description: 'Who stands in.' }) delegateId: string;
  @Field({ description: 'Their name.' }) delegateName: string;
  @Field(() => LocalDateType, { description: 'The first day.' }) startsOn: string;
  @Field(() => LocalDateType, { description: 'The last day.' }) endsOn: string;
}

@ObjectType('SupervisionBoard', { description: 'Who supervises whom, and who stands in for whom.' })
@Graded('supervision', 'G2')
export class SupervisionBoardType {
  @Field(() => [SupervisorLoadType], { description: 'Everybody who supervises today.' })
  supervisors: SupervisorLoadType[];
  @Field(() => [SupervisedVolunteerType], { description: 'Volunteers at work whom nobody supervises.' })
  nobodys: SupervisedVolunteerType[];
  @Field(() => [DelegateType], { description: 'Who stands in for whom, now or later.' }) delegates: DelegateType[];
}

@ObjectType({ implements: () => [UserError], description: 'Somebody else has moved them meanwhile.' })
@Graded('supervision', 'G2')
export class SupervisorChanged extends UserError {
  @Field(() => String, { nullable: true, description: 'Who supervises them by now; null: nobody.' })
  supervisorName: string | null;
}
@ObjectType({ implements: () => [UserError], description: 'The supervisor would look after too many.' })
@Graded('supervision', 'G2')
export class CaseloadFull extends UserError {
  @Field(() => Int, { description: 'Companionships that they look after at most.' }) places: number;
  @Field(() => Int, { description: 'Companionships that they look after now.' }) held: number;
  @Field(() => Int, { description: 'Companionships that would come with the volunteer.' }) more: number;
}

@ObjectType({
  implements: () => [UserError],
  description: 'They have to do with each other otherwise: somebody else supervises (T14).',
})
@Graded('supervision', 'G2')
export class SupervisorTooClose extends UserError {}

@InputType()
export class MoveSupervisedInput {
  @Field(() => ID, { description: 'Which volunteer.' }) volunteerId: string;
  @Field(() => ID, { nullable: true, description: 'Who supervised them when the page was read; null: nobody.' })
  fromPersonId?: string | null;
  @Field(() => ID, { description: 'Who supervises them from now on.' }) toPersonId: string;
}
@InputType()
export class AddSupervisionDelegateInput {
  @Field(() => ID, { description: 'The supervisor who is away.' }) supervisorPersonId: string;
  @Field(() => ID, { description: 'Who stands in.' }) delegatePersonId: string;
  @Field(() => LocalDateType, { description: 'The first day.' }) startsOn: string;
  @Field(() => LocalDateType, { description: 'The last day.' }) endsOn: string;
  @Field({ description: 'The client’s own id of this; a retry with it adds nothing more.' }) requestId: string;
}
@InputType()
export class EndSupervisionDelegateInput {
  @Field(() => ID, { description: 'Which one.' }) delegateId: string;
}

export const MoveSupervisedResult = createUnionType({
  name: 'MoveSupervisedResult',
  types: () => [SupervisionBoardType, SupervisorChanged, SupervisorTooClose, CaseloadFull, NotFound] as const,
});
export const AddSupervisionDelegateResult = createUnionType({
  name: 'AddSupervisionDelegateResult',
  types: () => [DelegateType, InvalidInput, NotFound] as const,
});
export const EndSupervisionDelegateResult = createUnionType({
  name: 'EndSupervisionDelegateResult',
  types: () => [DelegateType, InvalidInput, NotFound] as const,
});
