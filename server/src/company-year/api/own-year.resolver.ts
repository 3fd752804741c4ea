import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, LocalDateType, make, toCommonPayload } from '../../platform/graphql/index.js';
import { OwnYears } from '../own-years.js';
import { YearBoards } from '../year-boards.js';
import { AnswerYearPlaceInput, DesignYearPlaceInput, SaveYearWishInput } from './company-year.inputs.js';
import { CompanyYearType, DayOffType, YearPlaceResult, YearWishResult } from './company-year.types.js';
import { toBookRefusal, toPlace, toWishRefusal, toYear } from './to-company-year.js';

const placeOf = (id: string) => fromGlobalId('CompanyYearVisit', id) ?? '';

@Resolver()
export class OwnYearResolver {
  constructor(
    private readonly own: OwnYears,
    private readonly boards: YearBoards,
  ) {}

  @Query(() => CompanyYearType, {
    nullable: true,
    description: 'A year with the viewer’s own teams; null where the catalogue is not open.',
  })
  @Allow('companyYear.wish')
  async myCompanyYear(
    @Args('year', { type: () => Int, description: 'Which year.' }) year: number,
    @Context('actor') actor: PersonActor,
  ): Promise<CompanyYearType | null> {
    const view = await this.boards.mine(actor, year);
    return view ? toYear(view) : null;
  }

  @Query(() => [DayOffType], {
    description: 'Days off between two days of at most a year, by which teams plan theirs.',
  })
  @Allow('companyYear.wish')
  async daysOff(
    @Args('from', { type: () => LocalDateType, description: 'First day.' }) from: LocalDate,
    @Args('to', { type: () => LocalDateType, description: 'Last day; later than a year after the first is cut.' })
    to: LocalDate,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<DayOffType[]> {
    return (await this.boards.daysOff(agencyId, from, to)).map(({ day, mark, name, nameEn }) =>
      make(DayOffType, { day, worked: mark === 'WORK', name, nameEn }),
    );
  }

  @Mutation(() => YearWishResult, { description: 'What the own team would like of a year, until the closing date.' })
  @Allow('companyYear.wish')
  async saveYearWish(
    @Args('input') { companyYearId, teamId, budget, wishes, ...rest }: SaveYearWishInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof YearWishResult> {
    const yearId = fromGlobalId('CompanyYear', companyYearId) ?? '';
    const fields = {
      ...{ ...rest, budget: budget ?? undefined },
      wishes: wishes.map((id) => fromGlobalId('CompanyYearEntry', id) ?? ''),
    };
    const saved = await this.own.wish(actor, yearId, fromGlobalId('VolunteerTeam', teamId) ?? '', fields);
    return saved.ok ? toYear(await this.boards.mineById(actor, yearId)) : toWishRefusal(saved.error);
  }

  @Mutation(() => YearPlaceResult, { description: 'Whether the own team comes on a day that it was told of.' })
  @Allow('companyYear.wish')
  async answerYearPlace(
    @Args('input') { visitId, version, accept, reason }: AnswerYearPlaceInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof YearPlaceResult> {
    const outcome = accept
      ? await this.own.accept(actor, placeOf(visitId), version)
      : await this.own.decline(actor, placeOf(visitId), version, reason);
    if (!outcome.ok) return toBookRefusal(outcome.error);
    return toPlace(await this.boards.place(actor.agencyId, outcome.value));
  }

  @Mutation(() => YearPlaceResult, { description: 'What a day is to be, by the own team, and whether it says yes.' })
  @Allow('companyYear.wish')
  async designMyYearPlace(
    @Args('input') { visitId, ...said }: DesignYearPlaceInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof YearPlaceResult> {
    const outcome = await this.own.designAsTeam(actor, placeOf(visitId), said);
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return toPlace(await this.boards.place(actor.agencyId, outcome.value));
  }
}
