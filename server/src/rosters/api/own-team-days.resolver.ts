import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { OwnTeamDays, type OwnTeamDay } from '../own-team-days.js';
import {
  ChooseTeamDayTasksInput,
  ChooseTeamDayTasksResult,
  DayAgreementType,
  JoinTeamDayInput,
  JoinTeamDayResult,
  LeaveTeamDayInput,
  LeaveTeamDayResult,
  MyTeamDaysType,
  MyTeamDayType,
  SignDayAgreementInput,
  SignDayAgreementResult,
  toGuestDay,
  toRosterRefused,
} from './team-day.types.js';

type Outcome = Awaited<ReturnType<OwnTeamDays['leave']>>;

@Resolver()
export class OwnTeamDaysResolver {
  constructor(
    private readonly service: OwnTeamDays,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => MyTeamDaysType, { description: 'The reader’s days with teams, and what is missing for each.' })
  @Allow('teamDay.readOwn')
  async myTeamDays(@Context('actor') actor: PersonActor): Promise<MyTeamDaysType> {
    return this.#show(actor, await this.service.list(actor));
  }

  @Mutation(() => JoinTeamDayResult, { description: 'Takes a place on a team’s day.' })
  @Allow('teamDay.changeOwn')
  async joinTeamDay(
    @Args('input') { code, dayId, tasks }: JoinTeamDayInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof JoinTeamDayResult> {
    const by = code ? { code } : { placeId: rowOf(dayId ?? '') };
    return this.#result(actor, await this.service.join(actor, by, tasks));
  }

  @Mutation(() => ChooseTeamDayTasksResult, { description: 'With children, or without.' })
  @Allow('teamDay.changeOwn')
  async chooseTeamDayTasks(
    @Args('input') { dayId, tasks }: ChooseTeamDayTasksInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChooseTeamDayTasksResult> {
    return this.#result(actor, await this.service.choose(actor, rowOf(dayId), tasks));
  }

  @Mutation(() => LeaveTeamDayResult, { description: 'Gives the place back.' })
  @Allow('teamDay.changeOwn')
  async leaveTeamDay(
    @Args('input') { dayId }: LeaveTeamDayInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof LeaveTeamDayResult> {
    return this.#result(actor, await this.service.leave(actor, rowOf(dayId)));
  }

  @Mutation(() => SignDayAgreementResult, { description: 'Signs the short agreement for the day.' })
  @Allow('teamDay.changeOwn')
  async signDayAgreement(
    @Args('input') { dayId, ...said }: SignDayAgreementInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SignDayAgreementResult> {
    return this.#result(actor, await this.service.sign(actor, rowOf(dayId), said));
  }

  async #result(actor: PersonActor, outcome: Outcome) {
    if (outcome.ok) return this.#show(actor, outcome.value);
    const { error } = outcome;
    return error.code === 'ROSTER_REFUSED' ? toRosterRefused(error) : toCommonPayload(error);
  }

  async #show({ agencyId, personId }: PersonActor, days: readonly OwnTeamDay[]): Promise<MyTeamDaysType> {
    const ownName = (await this.names.of(agencyId, [personId])).get(personId) ?? '';
    return make(MyTeamDaysType, { ownName, days: days.map(toMyTeamDay) });
  }
}

const rowOf = (id: string): string => fromGlobalId('RosterPlace', id) ?? '';

const toMyTeamDay = ({ day, place, needs, needsWithout, agreement, closed }: OwnTeamDay): MyTeamDayType =>
  make(MyTeamDayType, {
    id: toGlobalId('RosterPlace', place.id),
    day: toGuestDay(day, closed),
    state: place.state === 'JOINED' ? 'JOINED' : 'ASKED',
    ...{ chosen: place.tasks, needs: [...needs], needsWithout: [...needsWithout], signedAt: place.signedAt },
    locked: day.booking.state !== 'CONFIRMED',
    agreement: make(DayAgreementType, agreement),
  });
