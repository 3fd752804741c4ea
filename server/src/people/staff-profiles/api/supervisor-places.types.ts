import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Graded } from '../../../platform/access/index.js';
import { InvalidInput, NotFound, StaleVersion } from '../../../platform/graphql/index.js';
import { StaffMemberType } from '../../staff/api/staff.types.js';

@ObjectType('SupervisorPlaces', { description: 'How many companionships a supervisor looks after at most.' })
@Graded('staff', 'G2')
export class SupervisorPlacesType {
  @Field(() => Int, { description: 'So many.' }) places: number;
  @Field({ description: 'Whether it was agreed with this supervisor; else the agency’s setting stands.' }) own: boolean;
  @Field(() => Int, { description: 'Changes with each change; 0 while the setting stands.' }) version: number;
}

@InputType()
export class ChangeSupervisorPlacesInput {
  @Field(() => ID, { description: 'Which supervisor.' }) personId: string;
  @Field(() => Int, { description: 'From 0 to 60.' }) places: number;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}

export const ChangeSupervisorPlacesResult = createUnionType({
  name: 'ChangeSupervisorPlacesResult',
  types: () => [StaffMemberType, InvalidInput, NotFound, StaleVersion] as const,
});
