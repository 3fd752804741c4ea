import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { isHardMove, type MoveConflict, type NewTime } from '../domain/rescheduling.js';
import { Rescheduling, type PastMove } from '../rescheduling.js';
import { ActivityType } from './activities.types.js';
import {
  ActivityMoveInput,
  ActivityMovePreviewResult,
  ActivityMovePreviewType,
  ActivityPastMoveType,
  MoveActivityInput,
  MoveConflictType,
  MoveRefused,
  RescheduleActivityResult,
} from './rescheduling.types.js';
import { toActivity } from './to-activity.js';

@Resolver(() => ActivityType)
export class ReschedulingResolver {
  constructor(private readonly rescheduling: Rescheduling) {}

  @Query(() => ActivityMovePreviewResult, {
    nullable: true,
    description:
      'Everything that would stand against another time for an open activity; null where there is none. Nothing is changed.',
  })
  @Allow('activity.plan')
  async activityMove(
    @Args('input') input: ActivityMoveInput,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<typeof ActivityMovePreviewResult | null> {
    const outcome = await this.rescheduling.preview(agencyId, activityId(input), timeOf(input));
    if (!outcome.ok) return outcome.error.code === 'NOT_FOUND' ? null : toCommonPayload(outcome.error);
    return make(ActivityMovePreviewType, { conflicts: outcome.value.map(toConflict) });
  }

  @Mutation(() => RescheduleActivityResult, {
    description: 'Moves an open activity with all that hangs on its time; everybody concerned is told once.',
  })
  @Allow('activity.plan')
  async moveActivity(
    @Args('input') input: MoveActivityInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RescheduleActivityResult> {
    const { version, reason } = input;
    const wish = { ...timeOf(input), id: activityId(input), version, reason };
    const outcome = await this.rescheduling.move(actor, wish);
    if (outcome.ok) return toActivity(outcome.value, actor);
    const { error } = outcome;
    if (error.code !== 'MOVE_REFUSED') return toCommonPayload(error);
    const conflicts = error.conflicts.map(toConflict);
    return make(MoveRefused, { code: error.code, message: 'Something has to change first.', conflicts });
  }

  @ResolveField(() => [ActivityPastMoveType], { description: 'Its moves, the latest first.' })
  async pastMoves(@Parent() { view }: ActivityType): Promise<ActivityPastMoveType[]> {
    return (await this.rescheduling.history(view.activity)).map(toPastMove);
  }
}

const activityId = (input: ActivityMoveInput): string => fromGlobalId('Activity', input.activityId) ?? '';

const timeOf = ({ onDate, startMinute, endMinute, venueId }: ActivityMoveInput): NewTime => ({
  ...{ onDate, startMinute, endMinute },
  venueId: fromGlobalId('Venue', venueId) ?? '',
});

const toConflict = (conflict: MoveConflict): MoveConflictType => {
  const { code, names, count, other, needs } = conflict;
  return make(MoveConflictType, {
    ...{ code, hard: isHardMove(conflict), names: [...(names ?? [])], count: count ?? null },
    otherId: other ? toGlobalId('Activity', other.id) : null,
    theme: other?.theme ?? null,
    startMinute: other?.startMinute ?? null,
    endMinute: other?.endMinute ?? null,
    needs: [...(needs ?? [])],
  });
};

const toPastMove = ({ row, venueName, movedBy, reason }: PastMove): ActivityPastMoveType =>
  make(ActivityPastMoveType, {
    ...{ fromDate: row.fromDate, startMinute: row.fromMinute, endMinute: row.untilMinute, movedAt: row.movedAt },
    ...{ venueName, movedBy, reason },
  });
