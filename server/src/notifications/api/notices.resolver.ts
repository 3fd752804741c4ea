import {
  Args,
  Context,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { PersonId } from '@tongxing/shared/kernel';
import { ViewerType } from '../../people/index.js';
import { Allow, type PersonActor, Graded } from '../../platform/access/index.js';
import { fromGlobalId, InstantType, make, toGlobalId } from '../../platform/graphql/index.js';
import { Notices } from '../notices.js';

@ObjectType('Notice', { description: 'Something the viewer was told. Only the person it is for can read it.' })
@Graded('account', 'G2')
class NoticeType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => InstantType, { description: 'When it was written.' }) at: string;
  @Field({ description: 'Kind of notice, as a word of the code.' }) template: string;
  @Field({ description: "Title in the viewer's language." }) title: string;
  @Field({ description: "Text in the viewer's language." }) body: string;
  @Field(() => String, { nullable: true, description: 'Page that it leads to.' }) path: string | null;
  @Field({ description: 'Whether the viewer has marked it as read.' }) read: boolean;
}

@Resolver()
export class NoticesResolver {
  constructor(private readonly service: Notices) {}

  @Query(() => [NoticeType], { description: "The viewer's own notices, the newest first, at most 50." })
  @Allow('account.own')
  async notices(@Context('actor') actor: PersonActor): Promise<NoticeType[]> {
    const views = await this.service.own(actor);
    return views.map((view) => make(NoticeType, { ...view, id: toGlobalId('Notice', view.id) }));
  }

  @Mutation(() => Boolean, { description: 'Marks an own notice as read; false where there is none of that id.' })
  @Allow('account.own')
  markNoticeRead(
    @Args('id', { type: () => ID, description: 'Which notice.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<boolean> {
    return this.service.markRead(actor, fromGlobalId('Notice', id) ?? '');
  }
}

@Resolver(() => ViewerType)
export class ViewerNoticesResolver {
  constructor(private readonly service: Notices) {}

  /** By the viewer rather than the session: the answer to signing in has the one before the other. */
  @ResolveField(() => Int, { description: 'How many notices wait to be read.' })
  unreadNotices(@Parent() viewer: ViewerType): Promise<number> {
    return this.service.unreadOf((fromGlobalId('Person', viewer.id) ?? '') as PersonId);
  }
}
