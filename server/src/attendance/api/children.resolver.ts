import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { ChildrenPart, type ActivityChildView } from '../children-part.js';
import type { Visits } from '../exposure.js';
import {
  ActivityChildrenType,
  ActivityChildType,
  ChildVisitsType,
  WriteActivityChildInput,
  WriteActivityChildResult,
} from './children.types.js';

@Resolver()
export class ActivityChildrenResolver {
  constructor(private readonly part: ChildrenPart) {}

  @Query(() => ActivityChildrenType, {
    nullable: true,
    description: 'Children of an activity; null where there is none.',
  })
  @Allow('activity.withChildren')
  async activityChildren(
    @Args('activityId', { type: () => ID, description: 'Opaque id.' }) activityId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ActivityChildrenType | null> {
    const found = await this.part.of(actor, fromGlobalId('Activity', activityId) ?? '');
    return found ? make(ActivityChildrenType, { activityId, list: found.map(toActivityChild) }) : null;
  }

  @Query(() => [ChildVisitsType], {
    nullable: true,
    description:
      'Before a child signs up: visits by teams this month, of children whom the viewer may read, at most 50; null where there is no such activity.',
  })
  @Allow('activity.withChildren')
  async childVisits(
    @Args('activityId', { type: () => ID, description: 'Opaque id.' }) activityId: string,
    @Args('childIds', { type: () => [ID], description: 'Opaque ids.' }) childIds: string[],
    @Context('actor') actor: PersonActor,
  ): Promise<ChildVisitsType[] | null> {
    const ids = childIds.flatMap((id) => fromGlobalId('Child', id) ?? []);
    const found = await this.part.visits(actor, fromGlobalId('Activity', activityId) ?? '', ids);
    return found ? [...found].map(([id, visits]) => toVisits(id, visits)) : null;
  }

  @Mutation(() => WriteActivityChildResult, { description: 'Writes a child’s part in an activity.' })
  @Allow('activity.withChildren')
  async writeActivityChild(
    @Args('input') { activityId, childId, version, seemed, face, ...said }: WriteActivityChildInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof WriteActivityChildResult> {
    const id = fromGlobalId('Activity', activityId) ?? '';
    const words = { ...said, seemed: seemed ?? undefined, face: face ?? undefined };
    const outcome = await this.part.write(actor, id, fromGlobalId('Child', childId) ?? '', words, version);
    if (!outcome.ok) return toCommonPayload(outcome.error);
    const list = (await this.part.of(actor, id)) ?? [];
    return make(ActivityChildrenType, { activityId, list: list.map(toActivityChild) });
  }
}

const toVisits = (childId: string, { taken, most }: Visits): ChildVisitsType =>
  make(ChildVisitsType, { taken, most: most ?? null, childId: toGlobalId('Child', childId) });

const toActivityChild = ({ row, child, note, fetchedBy, words, visits }: ActivityChildView): ActivityChildType => {
  const { choice, saidBy, version, inMinute, outMinute, seemed, face } = row;
  return make(ActivityChildType, {
    ...{ choice, saidBy, version, inMinute, outMinute, seemed, face, note, fetchedBy, words },
    childId: toGlobalId('Child', child.id),
    name: child.person.name,
    visits: toVisits(child.id, visits),
  });
};
