import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { KEPT_REASONS, type KeptReason } from '@tongxing/shared/rules';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import { InvalidInput, make, NotFound, toGlobalId } from '../../../platform/graphql/index.js';
import type { ListChangeView } from '../list-changes.js';

const KeptReasonEnum = Object.fromEntries(KEPT_REASONS.map((why) => [why, why])) as Record<KeptReason, KeptReason>;
registerEnumType(KeptReasonEnum, {
  name: 'KeptReason',
  description: 'Why a row stays as it is when many are changed.',
});

@ObjectType('KeptRows', { description: 'Rows that stayed as they were, for one reason.' })
@Graded('list', 'G1')
class KeptRowsType {
  @Field(() => KeptReasonEnum, { description: 'Why.' }) why: KeptReason;
  @Field(() => Int, { description: 'How many.' }) count: number;
}

@ObjectType('ListChange', { description: 'A change of many rows at once, and how to take it back.' })
@Graded('list', 'G1')
export class ListChangeType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => Int, { description: 'How many rows say something else now.' }) changed: number;
  @Field(() => Int, { description: 'How many had to stay as they were.' }) kept: number;
  @Field(() => [KeptRowsType], { description: 'Why they had to, told when it is done; empty to whoever asks again.' })
  reasons: KeptRowsType[];
  @Field({ description: 'Whether it was taken back.' }) @OfGrade('G1') undone: boolean;
}

@InputType()
export class MoveChildrenInput {
  @Field(() => [ID], { description: 'Which children; empty where the filters say it.' }) childIds: string[];
  @Field(() => String, { nullable: true, description: 'All children whom these filters of the address find.' })
  filters?: string | null;
  @Field(() => ID, { nullable: true, description: 'To this open office; missing: to the whole agency.' })
  officeId?: string | null;
  @Field({ description: 'The client’s own id of this change; a retry with it finds the same one.' }) requestId: string;
}

@InputType()
export class MoveVolunteersInput {
  @Field(() => [ID], { description: 'Which volunteers; empty where the filters say it.' }) volunteerIds: string[];
  @Field(() => String, { nullable: true, description: 'All volunteers whom these filters of the address find.' })
  filters?: string | null;
  @Field(() => ID, { nullable: true, description: 'To this open office; missing: to the whole agency.' })
  officeId?: string | null;
  @Field({ description: 'The client’s own id of this change; a retry with it finds the same one.' }) requestId: string;
}

@InputType()
export class AssignSupervisorInput {
  @Field(() => [ID], { description: 'Which volunteers; empty where the filters say it.' }) volunteerIds: string[];
  @Field(() => String, { nullable: true, description: 'All volunteers whom these filters of the address find.' })
  filters?: string | null;
  @Field(() => ID, { description: 'The person who supervises them from now on.' }) personId: string;
  @Field({ description: 'The client’s own id of this change; a retry with it finds the same one.' }) requestId: string;
}

@InputType()
export class MoveHouseholdsInput {
  @Field(() => [ID], { description: 'Which households; empty where the filters say it.' }) householdIds: string[];
  @Field(() => String, { nullable: true, description: 'All households whom these filters of the address find.' })
  filters?: string | null;
  @Field(() => ID, { nullable: true, description: 'To this open office; missing: to the whole agency.' })
  officeId?: string | null;
  @Field({ description: 'The client’s own id of this change; a retry with it finds the same one.' }) requestId: string;
}

@InputType()
export class HandOverCompanionshipsInput {
  @Field(() => [ID], { description: 'Which pairs; empty where the filters say it.' }) companionshipIds: string[];
  @Field(() => String, { nullable: true, description: 'All pairs whom these filters of the address find.' })
  filters?: string | null;
  @Field(() => ID, { description: 'The person who stands beside them from now on.' }) personId: string;
  @Field({ description: 'The client’s own id of this change; a retry with it finds the same one.' }) requestId: string;
}

@InputType()
export class InviteVolunteersInput {
  @Field(() => [ID], { description: 'Which volunteers; empty where the filters say it.' }) volunteerIds: string[];
  @Field(() => String, { nullable: true, description: 'All volunteers whom these filters of the address find.' })
  filters?: string | null;
  @Field({ description: 'The client’s own id of this change; a retry with it finds the same one.' }) requestId: string;
}

@InputType()
export class UndoListChangeInput {
  @Field(() => ID, { description: 'Which of the own changes of the last day.' }) listChangeId: string;
}

const change = (name: string) =>
  createUnionType({ name, types: () => [ListChangeType, InvalidInput, NotFound] as const });

export const MoveChildrenResult = change('MoveChildrenResult');
export const MoveVolunteersResult = change('MoveVolunteersResult');
export const AssignSupervisorResult = change('AssignSupervisorResult');
export const MoveHouseholdsResult = change('MoveHouseholdsResult');
export const HandOverCompanionshipsResult = change('HandOverCompanionshipsResult');
export const InviteVolunteersResult = change('InviteVolunteersResult');
export const UndoListChangeResult = createUnionType({
  name: 'UndoListChangeResult',
  types: () => [ListChangeType, NotFound] as const,
});

export const toChange = ({ id, changed, kept, reasons, undone }: ListChangeView): ListChangeType =>
  make(ListChangeType, {
    id: toGlobalId('ListChange', id),
    changed,
    kept,
    reasons: reasons.map((one) => make(KeptRowsType, { ...one })),
    undone,
  });
