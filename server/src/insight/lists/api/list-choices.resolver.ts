// Where and to whom many rows of a list can be moved.
import { Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Placements } from '../../../people/index.js';
import { Allow, Graded, type PersonActor } from '../../../platform/access/index.js';
import { make, toGlobalId } from '../../../platform/graphql/index.js';

@ObjectType('OfficeChoice', { description: 'An open office to which families, children and volunteers can be moved.' })
@Graded('list', 'G1')
class OfficeChoiceType {
  @Field(() => ID, { description: 'Opaque id of the office.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
}

@ObjectType('SupervisorChoice', { description: 'Somebody who supervises now.' })
@Graded('list', 'G2')
class SupervisorChoiceType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field({ description: 'Name.' }) name: string;
}

@ObjectType('WorkerChoice', { description: 'Somebody who stands beside pairs now.' })
@Graded('list', 'G2')
class WorkerChoiceType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field({ description: 'Name.' }) name: string;
}

@Resolver()
export class ListChoicesResolver {
  constructor(private readonly placements: Placements) {}

  @Query(() => [OfficeChoiceType], { description: 'Open offices, to move people and children to.' })
  @Allow('list.use')
  async officeChoices(@Context('actor') { agencyId }: PersonActor): Promise<OfficeChoiceType[]> {
    const offices = await this.placements.openOffices(agencyId);
    return offices.map(({ id, name }) => make(OfficeChoiceType, { id: toGlobalId('Office', id), name }));
  }

  @Query(() => [SupervisorChoiceType], { description: 'Who supervises today and could supervise more.' })
  @Allow('list.use')
  async supervisorChoices(@Context('actor') { agencyId }: PersonActor): Promise<SupervisorChoiceType[]> {
    const found = await this.placements.supervisors(agencyId);
    return found.map(({ personId, name }) =>
      make(SupervisorChoiceType, { personId: toGlobalId('Person', personId), name }),
    );
  }

  @Query(() => [WorkerChoiceType], { description: 'Who stands beside pairs today and could take more over.' })
  @Allow('list.use')
  async workerChoices(@Context('actor') { agencyId }: PersonActor): Promise<WorkerChoiceType[]> {
    const found = await this.placements.workers(agencyId);
    return found.map(({ personId, name }) =>
      make(WorkerChoiceType, { personId: toGlobalId('Person', personId), name }),
    );
  }
}
