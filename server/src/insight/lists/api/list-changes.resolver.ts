import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../../platform/graphql/index.js';
import type { ChangeKind } from '../list-change.entity.js';
import { ListChanges, type ListChangeError, type ListChangeView } from '../list-changes.js';
import {
  AssignSupervisorInput,
  AssignSupervisorResult,
  HandOverCompanionshipsInput,
  HandOverCompanionshipsResult,
  InviteVolunteersInput,
  InviteVolunteersResult,
  MoveChildrenInput,
  MoveChildrenResult,
  MoveHouseholdsInput,
  MoveHouseholdsResult,
  MoveVolunteersInput,
  MoveVolunteersResult,
  toChange,
  UndoListChangeInput,
  UndoListChangeResult,
} from './list-changes.types.js';

@Resolver()
export class ListChangesResolver {
  constructor(private readonly changes: ListChanges) {}

  @Mutation(() => MoveChildrenResult, { description: 'Moves children to another office; can be taken back for a day.' })
  @Allow('child.arrange')
  moveChildren(
    @Args('input') { childIds, officeId, ...input }: MoveChildrenInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MoveChildrenResult> {
    return this.#apply(actor, 'MOVE_CHILDREN', rowIds('Child', childIds), toOffice(officeId), input);
  }

  @Mutation(() => MoveVolunteersResult, {
    description: 'Moves volunteers to another office; can be taken back for a day.',
  })
  @Allow('volunteer.arrange')
  moveVolunteers(
    @Args('input') { volunteerIds, officeId, ...input }: MoveVolunteersInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MoveVolunteersResult> {
    return this.#apply(actor, 'MOVE_VOLUNTEERS', rowIds('Volunteer', volunteerIds), toOffice(officeId), input);
  }

  @Mutation(() => AssignSupervisorResult, {
    description: 'Gives volunteers a supervisor; can be taken back for a day.',
  })
  @Allow('volunteer.arrange')
  assignSupervisor(
    @Args('input') { volunteerIds, personId, ...input }: AssignSupervisorInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AssignSupervisorResult> {
    return this.#apply(actor, 'ASSIGN_SUPERVISOR', rowIds('Volunteer', volunteerIds), toPerson(personId), input);
  }

  @Mutation(() => MoveHouseholdsResult, {
    description: 'Moves families with their children to another office; can be taken back for a day.',
  })
  @Allow('household.arrange')
  moveHouseholds(
    @Args('input') { householdIds, officeId, ...input }: MoveHouseholdsInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MoveHouseholdsResult> {
    return this.#apply(actor, 'MOVE_HOUSEHOLDS', rowIds('Household', householdIds), toOffice(officeId), input);
  }

  @Mutation(() => HandOverCompanionshipsResult, {
    description: 'Hands pairs over to another worker who sees them; can be taken back for a day.',
  })
  @Allow('companionship.handOver')
  handOverCompanionships(
    @Args('input') { companionshipIds, personId, ...input }: HandOverCompanionshipsInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof HandOverCompanionshipsResult> {
    const ids = rowIds('Companionship', companionshipIds);
    return this.#apply(actor, 'HAND_OVER_PAIRS', ids, toPerson(personId), input);
  }

  @Mutation(() => InviteVolunteersResult, {
    description: 'Invites volunteers without an account, by the phone number on file; can be taken back for a day.',
  })
  @Allow('person.invite')
  inviteVolunteers(
    @Args('input') { volunteerIds, ...input }: InviteVolunteersInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof InviteVolunteersResult> {
    return this.#apply(actor, 'INVITE_VOLUNTEERS', rowIds('Volunteer', volunteerIds), null, input);
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

  async #apply(
    actor: PersonActor,
    kind: ChangeKind,
    ids: readonly string[],
    to: string | null,
    { filters, requestId }: { readonly filters?: string | null; readonly requestId: string },
  ) {
    return payload(await this.changes.apply(actor, { kind, ids, filters: filters ?? undefined, to, requestId }));
  }
}

/** An id of nothing is a missing row, never none. */
const rowIds = (type: 'Child' | 'Companionship' | 'Household' | 'Volunteer', ids: readonly string[]) =>
  ids.map((id) => fromGlobalId(type, id) ?? '');
const toOffice = (officeId: string | null | undefined) =>
  officeId == null ? null : (fromGlobalId('Office', officeId) ?? '');
const toPerson = (personId: string) => fromGlobalId('Person', personId) ?? '';

function payload(outcome: Result<ListChangeView, ListChangeError>) {
  return outcome.ok ? toChange(outcome.value) : toCommonPayload(outcome.error);
}
