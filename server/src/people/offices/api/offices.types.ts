import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Graded } from '../../../platform/access/index.js';
import { InvalidInput, LocalDateType, make, NotFound, toGlobalId, UserError } from '../../../platform/graphql/index.js';
import type { Office } from '../../agencies/office.entity.js';

@ObjectType('Office', { description: 'A place of the agency from which staff work.' })
@Graded('staff', 'G1')
export class OfficeType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => LocalDateType, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where it is open.' })
  endsOn: string | null;
}

@ObjectType('OfficeInUse', {
  implements: () => [UserError],
  description: 'Somebody would be left with a closed office.',
})
@Graded('staff', 'G2')
export class OfficeInUse extends UserError {
  @Field(() => [String], { description: 'Names of colleagues whose roles there must end first.' }) colleagues: string[];
  @Field(() => Int, { description: 'Volunteers of the office.' }) volunteers: number;
  @Field(() => Int, { description: 'Children of the office.' }) children: number;
  @Field(() => Int, { description: 'Rosters that wait to be taken in there.' }) rosters: number;
}

@InputType()
export class OpenOfficeInput {
  @Field({ description: 'Name, at most 80 characters; no two open offices have the same.' }) name: string;
}

@InputType()
export class RenameOfficeInput {
  @Field(() => ID, { description: 'Which office.' }) officeId: string;
  @Field({ description: 'The new name.' }) name: string;
}

@InputType({ description: 'Where volunteers, children and waiting rosters of a closed office belong from now on.' })
export class OfficeMoveInput {
  @Field(() => ID, { nullable: true, description: 'To this open office; missing: to the whole agency.' })
  officeId?: string | null;
}

@InputType()
export class CloseOfficeInput {
  @Field(() => ID, { description: 'Which office.' }) officeId: string;
  @Field(() => OfficeMoveInput, { nullable: true, description: 'Needed where anybody belongs to it.' })
  moveTo?: OfficeMoveInput | null;
}

export const SaveOfficeResult = createUnionType({
  name: 'SaveOfficeResult',
  types: () => [OfficeType, InvalidInput, NotFound] as const,
});
export const CloseOfficeResult = createUnionType({
  name: 'CloseOfficeResult',
  types: () => [OfficeType, OfficeInUse, NotFound] as const,
});

export const toOffice = ({ id, name, startsOn, endsOn }: Office): OfficeType =>
  make(OfficeType, { id: toGlobalId('Office', id), name, startsOn, endsOn });
