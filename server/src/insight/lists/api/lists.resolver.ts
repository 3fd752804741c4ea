import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import type { ListName } from '@tongxing/shared/rules';
import { Placements } from '../../../people/index.js';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../../platform/graphql/index.js';
import { ListChanges, type ListChangeError, type ListChangeView } from '../list-changes.js';
import { SavedViews } from '../saved-views.js';
import {
  AssignSupervisorInput,
  AssignSupervisorResult,
  ChangeViewInput,
  ChangeViewResult,
  ListNameEnum,
  MoveChildrenInput,
  MoveChildrenResult,
  MoveVolunteersInput,
  MoveVolunteersResult,
  OfficeChoiceType,
  RemoveViewInput,
  RemoveViewResult,
  SavedViewType,
  SaveViewInput,
  SaveViewResult,
  SupervisorChoiceType,
  toChange,
  toView,
  UndoListChangeInput,
  UndoListChangeResult,
} from './lists.types.js';

@Resolver()
export class ListsResolver {
  constructor(
    private readonly views: SavedViews,
    private readonly changes: ListChanges,
    private readonly placements: Placements,
  ) {}

  @Query(() => [SavedViewType], { description: 'Own views of a list, and those that colleagues share.' })
  @Allow('list.use')
  async savedViews(
    @Args('list', { type: () => ListNameEnum, description: 'Which list.' }) list: ListName,
    @Context('actor') actor: PersonActor,
  ): Promise<SavedViewType[]> {
    return (await this.views.of(actor, list)).map((view) => toView(view, actor.personId));
  }

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

  @Mutation(() => MoveChildrenResult, { description: 'Moves children to another office; can be taken back for a day.' })
  @Allow('child.arrange')
  async moveChildren(
    @Args('input') { childIds, filters, officeId, requestId }: MoveChildrenInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MoveChildrenResult> {
    const ids = rowIds('Child', childIds);
    const wish = {
      kind: 'MOVE_CHILDREN',
      ids,
      filters: filters ?? undefined,
      to: toOffice(officeId),
      requestId,
    } as const;
    return payload(await this.changes.apply(actor, wish));
  }

  @Mutation(() => MoveVolunteersResult, {
    description: 'Moves volunteers to another office; can be taken back for a day.',
  })
  @Allow('volunteer.arrange')
  async moveVolunteers(
    @Args('input') { volunteerIds, filters, officeId, requestId }: MoveVolunteersInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MoveVolunteersResult> {
    const ids = rowIds('Volunteer', volunteerIds);
    const wish = {
      kind: 'MOVE_VOLUNTEERS',
      ids,
      filters: filters ?? undefined,
      to: toOffice(officeId),
      requestId,
    } as const;
    return payload(await this.changes.apply(actor, wish));
  }

  @Mutation(() => AssignSupervisorResult, {
    description: 'Gives volunteers a supervisor; can be taken back for a day.',
  })
  @Allow('volunteer.arrange')
  async assignSupervisor(
    @Args('input') { volunteerIds, filters, personId, requestId }: AssignSupervisorInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AssignSupervisorResult> {
    const ids = rowIds('Volunteer', volunteerIds);
    const to = fromGlobalId('Person', personId) ?? '';
    const wish = { kind: 'ASSIGN_SUPERVISOR', ids, filters: filters ?? undefined, to, requestId } as const;
    return payload(await this.changes.apply(actor, wish));
  }

  @Mutation(() => UndoListChangeResult, { description: 'Takes an own change of many rows back, within a day.' })
  @Allow('list.use')
  async undoListChange(
    @Args('input') { listChangeId }: UndoListChangeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof UndoListChangeResult> {
    const outcome = await this.changes.undo(actor, fromGlobalId('ListChange', listChangeId) ?? '');
    return outcome.ok ? toChange(outcome.value) : toCommonPayload(outcome.error);
  }
}

/** An id of nothing is a missing row, never none. */
const rowIds = (type: 'Child' | 'Volunteer', ids: readonly string[]) => ids.map((id) => fromGlobalId(type, id) ?? '');
const toOffice = (officeId: string | null | undefined) =>
  officeId == null ? null : (fromGlobalId('Office', officeId) ?? '');

function payload(outcome: Result<ListChangeView, ListChangeError>) {
  return outcome.ok ? toChange(outcome.value) : toCommonPayload(outcome.error);
}
