import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { Activities } from '../../activities/index.js';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload } from '../../platform/graphql/index.js';
import { StaffingBoards } from '../boards.js';
import { SeatReasons } from '../seat-reasons.js';
import { Seats, type AddSeatError } from '../seats.js';
import type { SeatAssignment } from '../staffing.entities.js';
import { MONTH, StaffingRuns, type RunStaffingError } from '../staffing-runs.js';
import {
  AddSeatInput,
  AddSeatResult,
  EndSeatInput,
  EndSeatResult,
  MonthBusy,
  NothingToStaff,
  PublishStaffingInput,
  PublishStaffingResult,
  RunStaffingInput,
  RunStaffingResult,
  SeatAssignmentType,
  SeatConflictsType,
  SeatNotPublishedType,
  SeatReasonType,
  StaffingBoardType,
  StaffingPublishedType,
} from './staffing.types.js';
import { toBoard, toConflict, toReason, toRun, toSeat, type Themes } from './to-staffing.js';

const NO_THEMES: Themes = new Map();

@Resolver()
export class StaffingResolver {
  constructor(
    private readonly boards: StaffingBoards,
    private readonly runs: StaffingRuns,
    private readonly seats: Seats,
    private readonly reasons: SeatReasons,
    private readonly activities: Activities,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => StaffingBoardType, {
    nullable: true,
    description: 'A month’s open activities with their seats; null where that is no month.',
  })
  @Allow('staffing.read')
  async staffing(
    @Args('month', { description: 'As 2027-03.' }) month: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<StaffingBoardType | null> {
    return MONTH.test(month) ? toBoard(await this.boards.of(agencyId, month)) : null;
  }

  @Query(() => [SeatReasonType], {
    nullable: true,
    description:
      'Everybody for one role: who has it, who is next best, who is ruled out and why; null without the activity.',
  })
  @Allow('staffing.read')
  async seatReasons(
    @Args('activityId', { type: () => ID, description: 'Which activity.' }) activityId: string,
    @Args('role', { type: () => Int, description: 'Which of its roles, counted from 0.' }) role: number,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<SeatReasonType[] | null> {
    const found = await this.reasons.of(agencyId, fromGlobalId('Activity', activityId) ?? '', role);
    if (!found) return null;
    const themes = await this.#themes(agencyId, found);
    return found.map((one) => toReason(one, themes));
  }

  @Mutation(() => RunStaffingResult, { description: 'Has the engine propose seats for a month; decided seats stay.' })
  @Allow('staffing.plan')
  async runStaffing(
    @Args('input') { month, requestId }: RunStaffingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RunStaffingResult> {
    const outcome = await this.runs.run(actor, month, requestId);
    return outcome.ok ? toRun(outcome.value) : toRunRefusal(outcome.error);
  }

  @Mutation(() => PublishStaffingResult, { description: 'Tells the volunteers of a month’s proposals.' })
  @Allow('staffing.plan')
  async publishStaffing(
    @Args('input') { month }: PublishStaffingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof PublishStaffingResult> {
    if (!MONTH.test(month)) {
      return toCommonPayload({ code: 'INVALID_INPUT', fields: [{ field: 'month', code: 'MALFORMED' }] });
    }
    const { told, refused } = await this.seats.publish(actor, month);
    const themes = await this.#themes(
      actor.agencyId,
      refused,
      refused.map(({ asked }) => asked.activityId),
    );
    const names = await this.names.of(
      actor.agencyId,
      refused.map(({ asked }) => asked.personId),
    );
    return make(StaffingPublishedType, {
      told,
      refused: refused.map(({ asked, conflicts }) =>
        make(SeatNotPublishedType, {
          name: names.get(asked.personId) ?? '',
          theme: themes.get(asked.activityId) ?? '',
          conflicts: conflicts.map((one) => toConflict(one, themes)),
        }),
      ),
    });
  }

  @Mutation(() => AddSeatResult, { description: 'Proposes somebody by hand; later runs leave them there.' })
  @Allow('staffing.plan')
  async addSeat(
    @Args('input') { activityId, volunteerId, role, despite }: AddSeatInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AddSeatResult> {
    const outcome = await this.seats.add(actor, {
      activityId: fromGlobalId('Activity', activityId) ?? '',
      volunteerId: fromGlobalId('Volunteer', volunteerId) ?? '',
      ...{ role, despite },
    });
    return outcome.ok
      ? this.#seat(actor, outcome.value)
      : toAddRefusal(outcome.error, await this.#themes(actor.agencyId, [conflictsOf(outcome.error)]));
  }

  @Mutation(() => EndSeatResult, { description: 'Takes somebody off a seat; whoever was told is told again.' })
  @Allow('staffing.plan')
  async endSeat(
    @Args('input') { seatAssignmentId, version }: EndSeatInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EndSeatResult> {
    const outcome = await this.seats.end(actor, fromGlobalId('SeatAssignment', seatAssignmentId) ?? '', version);
    return outcome.ok ? this.#seat(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  async #seat({ agencyId }: PersonActor, seat: SeatAssignment): Promise<SeatAssignmentType> {
    const name = (await this.names.of(agencyId, [seat.personId])).get(seat.personId) ?? '';
    return toSeat({ seat, name, volunteerId: undefined, conflicts: [], reason: undefined }, NO_THEMES);
  }

  /** Of every activity that a reason names. */
  async #themes(
    agencyId: PersonActor['agencyId'],
    found: readonly { readonly conflicts: readonly { readonly activityId?: string | undefined }[] }[],
    more: readonly string[] = [],
  ): Promise<Themes> {
    const ids = new Set([
      ...more,
      ...found.flatMap(({ conflicts }) => conflicts.flatMap((one) => one.activityId ?? [])),
    ]);
    const named = await this.activities.themes(agencyId, [...ids]);
    return new Map([...named].map(([id, { theme }]) => [id, theme]));
  }
}

const conflictsOf = (error: AddSeatError) => ({ conflicts: error.code === 'SEAT_CONFLICTS' ? error.conflicts : [] });

function toRunRefusal(error: RunStaffingError): typeof RunStaffingResult {
  switch (error.code) {
    case 'INVALID_INPUT':
      return toCommonPayload(error);
    case 'NOTHING_TO_STAFF':
      return make(NothingToStaff, { code: error.code, message: 'No activity of this month is open.' });
    case 'MONTH_BUSY':
      return make(MonthBusy, { code: error.code, message: 'Somebody else changes seats of this month.' });
    default:
      return assertUnreachable(error);
  }
}

function toAddRefusal(error: AddSeatError, themes: Themes): typeof AddSeatResult {
  if (error.code === 'NOT_FOUND') return toCommonPayload(error);
  return make(SeatConflictsType, {
    ...{ code: error.code, message: 'Something stands against this seat.' },
    conflicts: error.conflicts.map((one) => toConflict(one, themes)),
  });
}
