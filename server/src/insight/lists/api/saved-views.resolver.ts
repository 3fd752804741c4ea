import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { ListName } from '@tongxing/shared/rules';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../../platform/graphql/index.js';
import { SavedViews } from '../saved-views.js';
import {
  ChangeViewInput,
  ChangeViewResult,
  ListNameEnum,
  RemoveViewInput,
  RemoveViewResult,
  SavedViewType,
  SaveViewInput,
  SaveViewResult,
  toView,
} from './saved-views.types.js';

@Resolver()
export class SavedViewsResolver {
  constructor(private readonly views: SavedViews) {}

  @Query(() => [SavedViewType], { description: 'Own views of a list, and those that colleagues share.' })
  @Allow('list.use')
  async savedViews(
    @Args('list', { type: () => ListNameEnum, description: 'Which list.' }) list: ListName,
    @Context('actor') actor: PersonActor,
  ): Promise<SavedViewType[]> {
    return (await this.views.of(actor, list)).map((view) => toView(view, actor.personId));
  }

  @Mutation(() => SaveViewResult, { description: 'Keeps filters and columns of a list under a name.' })
  @Allow('list.use')
  async saveView(
    @Args('input') { list, ...words }: SaveViewInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveViewResult> {
    const outcome = await this.views.save(actor, list, words);
    return outcome.ok ? toView(outcome.value, actor.personId) : toCommonPayload(outcome.error);
  }

  @Mutation(() => ChangeViewResult, { description: 'Gives an own view another name, filters, or readers.' })
  @Allow('list.use')
  async changeView(
    @Args('input') { savedViewId, version, ...words }: ChangeViewInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeViewResult> {
    const id = fromGlobalId('SavedView', savedViewId) ?? '';
    const outcome = await this.views.change(actor, id, version, words);
    return outcome.ok ? toView(outcome.value, actor.personId) : toCommonPayload(outcome.error);
  }

  @Mutation(() => RemoveViewResult, { description: 'Removes an own view; answers with what it was.' })
  @Allow('list.use')
  async removeView(
    @Args('input') { savedViewId, version }: RemoveViewInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RemoveViewResult> {
    const outcome = await this.views.remove(actor, fromGlobalId('SavedView', savedViewId) ?? '', version);
    return outcome.ok ? toView(outcome.value, actor.personId) : toCommonPayload(outcome.error);
  }
}
