import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ProgressCardState } from '@tongxing/shared/states';
import { ChildrenRepository } from '../../children/index.js';
import { ConsentMissing } from '../../giving/index.js';
import { VolunteerLoaders } from '../../people/index.js';
import { Allow, OfGrade, rowsFor, type PersonActor } from '../../platform/access/index.js';
import {
  fromGlobalId,
  make,
  pageBounds,
  toCommonPayload,
  toConnection,
  type GraphqlContext,
} from '../../platform/graphql/index.js';
import { ProgressCards, type CardStepError } from '../progress-cards.js';
import {
  MarksUnread,
  ProgressCardConnection,
  ProgressCardStateEnum,
  ProgressCardType,
  ReleaseMarkType,
  SaveProgressCardInput,
  SaveProgressCardResult,
  SecondReaderNeeded,
  StepProgressCardInput,
  StepProgressCardResult,
  toMark,
  toProgressCard,
} from './progress-card.types.js';

@Resolver(() => ProgressCardType)
export class ProgressCardResolver {
  constructor(
    private readonly service: ProgressCards,
    private readonly children: ChildrenRepository,
    private readonly names: VolunteerLoaders,
  ) {}

  @Query(() => ProgressCardConnection, {
    description: 'Cards about the children of these people, the newest change first.',
  })
  @Allow('progress.read')
  async progressCards(
    @Context('actor') actor: PersonActor,
    @Args('childId', { type: () => ID, nullable: true, description: 'Only those about one child.' }) childId?: string,
    @Args('state', { type: () => ProgressCardStateEnum, nullable: true, description: 'Only those that stand so.' })
    state?: ProgressCardState,
    @Args('waiting', { type: () => Boolean, nullable: true, description: 'Only those that wait for a second reader.' })
    waiting?: boolean,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
  ) {
    const bounds = pageBounds({ first, after });
    const about = childId == null ? undefined : (fromGlobalId('Child', childId) ?? '');
    const filter = { childId: about, state: state ?? undefined, waiting: waiting ?? undefined };
    const { cards, total } = await this.service.page(actor, filter, bounds);
    return toConnection(
      cards.map((card) => toProgressCard(card, actor.personId)),
      bounds.offset,
      total,
    );
  }

  @Query(() => ProgressCardType, { nullable: true, description: 'One card; null where there is none for this reader.' })
  @Allow('progress.read')
  async progressCard(
    @Args('id', { type: () => ID, description: 'Which card.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ProgressCardType | null> {
    const card = await this.service.find(actor, fromGlobalId('ProgressCard', id) ?? '');
    return card ? toProgressCard(card, actor.personId) : null;
  }

  @Query(() => [ReleaseMarkType], {
    nullable: true,
    description: 'What the release check marks in a text about a child; null for a child whom the reader may not read.',
  })
  @Allow('progress.read')
  async releaseCheck(
    @Args('childId', { type: () => ID, description: 'Whom the text is about.' }) childId: string,
    @Args('text', { description: 'The text; what is beyond a card’s length is not read.' }) text: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ReleaseMarkType[] | null> {
    const marks = await this.service.check(actor, fromGlobalId('Child', childId) ?? '', text);
    return marks?.map(toMark) ?? null;
  }

  @Mutation(() => SaveProgressCardResult, { description: 'Writes a card as a draft, or writes on at one.' })
  @Allow('progress.write')
  async saveProgressCard(
    @Args('input') input: SaveProgressCardInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveProgressCardResult> {
    const { title, text, submit, requestId } = input;
    const outcome = await this.service.save(actor, {
      ...{ title, text, submit, requestId },
      progressCardId:
        input.progressCardId == null ? undefined : (fromGlobalId('ProgressCard', input.progressCardId) ?? ''),
      childId: input.childId == null ? undefined : (fromGlobalId('Child', input.childId) ?? ''),
      version: input.version ?? undefined,
    });
    return outcome.ok ? toProgressCard(outcome.value, actor.personId) : toCommonPayload(outcome.error);
  }

  @Mutation(() => StepProgressCardResult, {
    description:
      'A second reader’s word on a card, its release, and its way back; a safeguarding flag and its lifting.',
  })
  @Allow('progress.decide')
  async stepProgressCard(
    @Args('input') { progressCardId, step, note, marksSeen, version }: StepProgressCardInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof StepProgressCardResult> {
    const id = fromGlobalId('ProgressCard', progressCardId) ?? '';
    const outcome = await this.service.step(actor, { id, step, version, note: note ?? '', marksSeen: marksSeen ?? 0 });
    return outcome.ok ? toProgressCard(outcome.value, actor.personId) : refusalOf(outcome.error);
  }

  @ResolveField(() => String, { description: 'The child’s own name.' })
  async childName(@Parent() { view }: ProgressCardType, @Context('actor') actor: PersonActor): Promise<string> {
    const found = await this.children.byIds(rowsFor(actor, 'progress.read'), [view.childId]);
    return found.get(view.childId)?.person.name ?? '';
  }

  @ResolveField(() => String, { description: 'Who wrote it.' })
  @OfGrade('G2')
  async writtenBy(@Parent() { view }: ProgressCardType, @Context() context: GraphqlContext): Promise<string> {
    return (await this.names.personName(context, view.writtenBy)) ?? '';
  }

  @ResolveField(() => [ReleaseMarkType], {
    description: 'What the release check marks in the title and, after one line break, the text.',
  })
  async marks(@Parent() { view }: ProgressCardType, @Context('actor') actor: PersonActor): Promise<ReleaseMarkType[]> {
    return ((await this.service.marksOf(actor, view)) ?? []).map(toMark);
  }
}

function refusalOf(error: CardStepError) {
  switch (error.code) {
    case 'MARKS_UNREAD': {
      const { code, marks } = error;
      return make(MarksUnread, { code, marks, message: 'Look at everything that is marked first.' });
    }
    case 'SECOND_READER_NEEDED':
      return make(SecondReaderNeeded, { code: error.code, message: 'Somebody else than the author does this.' });
    case 'CONSENT_MISSING':
      return make(ConsentMissing, { code: error.code, message: 'The family has not agreed to this.' });
    default:
      return toCommonPayload(error);
  }
}
