import { createUnionType, Field, HideField, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LIST_NAMES, type ListName } from '@tongxing/shared/rules';
import { Graded } from '../../../platform/access/index.js';
import { InvalidInput, make, NotFound, StaleVersion, toGlobalId } from '../../../platform/graphql/index.js';
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

const view = (name: string) =>
  createUnionType({ name, types: () => [SavedViewType, InvalidInput, NotFound, StaleVersion] as const });
export const SaveViewResult = createUnionType({
  name: 'SaveViewResult',
  types: () => [SavedViewType, InvalidInput] as const,
});
export const ChangeViewResult = view('ChangeViewResult');
export const RemoveViewResult = createUnionType({
  name: 'RemoveViewResult',
  types: () => [SavedViewType, NotFound, StaleVersion] as const,
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
