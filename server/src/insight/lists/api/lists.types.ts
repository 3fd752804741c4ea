import { createUnionType, Field, HideField, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LIST_NAMES, type ListName } from '@tongxing/shared/rules';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import { InvalidInput, make, NotFound, StaleVersion, toGlobalId } from '../../../platform/graphql/index.js';
import type { ListChangeView } from '../list-changes.js';
import type { SavedView } from '../saved-view.entity.js';

export const ListNameEnum = Object.fromEntries(LIST_NAMES.map((name) => [name, name])) as Record<ListName, ListName>;
registerEnumType(ListNameEnum, { name: 'ListName', description: 'A list of the desk.' });

@ObjectType('SavedView', { description: 'Filters and columns of a list under a name.' })
@Graded('list', 'G1')
export class SavedViewType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ListNameEnum, { description: 'The list.' }) list: ListName;
  @Field({ description: 'What its owner calls it.' }) name: string;
  @Field({ description: 'The part of the address after the question mark; never a name that was searched for.' })
  query: string;
  @Field({ description: 'Whether everybody who reads the list may open it.' }) shared: boolean;
  @Field({ description: 'Whether it is the own one: only those can be changed.' }) mine: boolean;
  @Field(() => Int, { description: 'To be passed back with a change.' }) version: number;
  @HideField() ownerId: string;
}

@ObjectType('OfficeChoice', { description: 'An open office to which children and volunteers can be moved.' })
@Graded('list', 'G1')
export class OfficeChoiceType {
  @Field(() => ID, { description: 'Opaque id of the office.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
}

@ObjectType('SupervisorChoice', { description: 'Somebody who supervises now.' })
@Graded('list', 'G2')
export class SupervisorChoiceType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field({ description: 'Name.' }) name: string;
}

@ObjectType('ListChange', { description: 'A change of many rows at once, and how to take it back.' })
@Graded('list', 'G1')
export class ListChangeType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => Int, { description: 'How many rows say something else now.' }) changed: number;
  @Field(() => Int, { description: 'How many had to stay as they were.' }) kept: number;
  @Field({ description: 'Whether it was taken back.' }) @OfGrade('G1') undone: boolean;
}

@InputType()
export class SaveViewInput {
  @Field(() => ListNameEnum, { description: 'Which list.' }) list: ListName;
  @Field({ description: 'Its name, at most 60 characters; an own one is not there twice.' }) name: string;
  @Field({ description: 'The address after the question mark; what is no filter and no column is left out.' })
  query: string;
  @Field({ description: 'Whether colleagues may open it.' }) shared: boolean;
}

@InputType()
export class ChangeViewInput {
  @Field(() => ID, { description: 'Which of the own views.' }) savedViewId: string;
  @Field({ description: 'Its name.' }) name: string;
  @Field({ description: 'The address after the question mark.' }) query: string;
  @Field({ description: 'Whether colleagues may open it.' }) shared: boolean;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
}

@InputType()
export class RemoveViewInput {
  @Field(() => ID, { description: 'Which of the own views.' }) savedViewId: string;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
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
export class UndoListChangeInput {
  @Field(() => ID, { description: 'Which of the own changes of the last day.' }) listChangeId: string;
}

const view = (name: string) =>
  createUnionType({ name, types: () => [SavedViewType, InvalidInput, NotFound, StaleVersion] as const });
const change = (name: string) =>
  createUnionType({ name, types: () => [ListChangeType, InvalidInput, NotFound] as const });

export const SaveViewResult = createUnionType({
  name: 'SaveViewResult',
  types: () => [SavedViewType, InvalidInput] as const,
});
export const ChangeViewResult = view('ChangeViewResult');
export const RemoveViewResult = createUnionType({
  name: 'RemoveViewResult',
  types: () => [SavedViewType, NotFound, StaleVersion] as const,
});
export const MoveChildrenResult = change('MoveChildrenResult');
export const MoveVolunteersResult = change('MoveVolunteersResult');
export const AssignSupervisorResult = change('AssignSupervisorResult');
export const UndoListChangeResult = createUnionType({
  name: 'UndoListChangeResult',
  types: () => [ListChangeType, NotFound] as const,
});

export const toView = (row: SavedView, readerId: string): SavedViewType =>
  make(SavedViewType, {
    id: toGlobalId('SavedView', row.id),
    list: row.list,
    name: row.name,
    query: row.query,
    shared: row.shared,
    mine: row.personId === readerId,
    version: row.version,
    ownerId: row.personId,
  });

export const toChange = ({ id, changed, kept, undone }: ListChangeView): ListChangeType =>
  make(ListChangeType, { id: toGlobalId('ListChange', id), changed, kept, undone });
