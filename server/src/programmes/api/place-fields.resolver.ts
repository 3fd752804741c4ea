import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { ChildrenRepository, ChildType, toChild, type ChildView } from '../../children/index.js';
import { OfGrade, rowsFor } from '../../platform/access/index.js';
import { perRequest, type GraphqlContext } from '../../platform/graphql/index.js';
import { ProgrammePlaceType } from './programmes.types.js';

@Resolver(() => ProgrammePlaceType)
export class PlaceFieldsResolver {
  constructor(private readonly children: ChildrenRepository) {}

  @ResolveField(() => ChildType, { nullable: true, description: 'Whose place it is; null for a child out of reach.' })
  @OfGrade('G4')
  async child(@Parent() place: ProgrammePlaceType, @Context() context: GraphqlContext): Promise<ChildType | null> {
    const { actor } = context;
    if (!actor) return null;
    const loader = perRequest(
      context,
      'child of place',
      () =>
        new DataLoader<string, ChildView | undefined>(async (ids) => {
          const found = await this.children.byIds(rowsFor(actor, 'child.read'), ids);
          return ids.map((id) => found.get(id));
        }),
    );
    const view = await loader.load(place.view.place.childId);
    return view ? toChild(view) : null;
  }
}
