import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate, Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, type CommonError } from '../../platform/graphql/index.js';
import type { CompanyYear, CompanyYearPlace, CompanyYearRun } from '../company-year.entities.js';
import { CompanyYears } from '../company-years.js';
import { OwnYears } from '../own-years.js';
import { YearBoards } from '../year-boards.js';
import { YearPlans, type PlanError } from '../year-plans.js';
import { YearTelling } from '../year-telling.js';
import {
  CompanyYearStepInput,
  DecideYearPlaceInput,
  DesignYearPlaceInput,
  EndYearPlaceInput,
  MoveYearPlaceInput,
  PlanYearPlaceInput,
  RenewCompanyInput,
  RunCompanyYearInput,
  SaveCompanyYearInput,
} from './company-year.inputs.js';
import {
  CompanyYearPlanResult,
  CompanyYearResult,
  CompanyYearTellResult,
  CompanyYearToldType,
  CompanyYearType,
  YearChoiceType,
  YearNotToldType,
  YearPlaceResult,
} from './company-year.types.js';
import { toChoice, toPlace, toPlanRefusal, toRun, toYear } from './to-company-year.js';

type Answer = Promise<typeof CompanyYearResult>;
type PlanAnswer = Promise<typeof CompanyYearPlanResult>;
const idOf = (id: string) => fromGlobalId('CompanyYear', id) ?? '';
const placeOf = (id: string) => fromGlobalId('CompanyYearVisit', id) ?? '';
const teamOf = (id: string) => fromGlobalId('VolunteerTeam', id) ?? '';
const entryOf = (id: string) => fromGlobalId('CompanyYearEntry', id) ?? '';

@Resolver()
export class CompanyYearResolver {
  constructor(
    private readonly years: CompanyYears,
    private readonly boards: YearBoards,
    private readonly plans: YearPlans,
    private readonly telling: YearTelling,
    private readonly own: OwnYears,
  ) {}

  @Query(() => CompanyYearType, { nullable: true, description: 'A year at the desk; null where nobody has begun it.' })
  @Allow('companyYear.read')
  async companyYear(
    @Args('year', { type: () => Int, description: 'Which year.' }) year: number,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<CompanyYearType | null> {
    const view = await this.boards.atDesk(agencyId, year);
    return view ? toYear(view) : null;
  }

  @Query(() => [YearChoiceType], {
    nullable: true,
    description: 'Where a company could come instead, what costs the whole least first; null before the first run.',
  })
  @Allow('companyYear.read')
  async yearChoices(
    @Args('companyYearId', { type: () => ID, description: 'Of which year.' }) yearId: string,
    @Args('teamId', { type: () => ID, description: 'Which company.' }) teamId: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<YearChoiceType[] | null> {
    const found = await this.boards.choices(agencyId, idOf(yearId), teamOf(teamId));
    return found ? found.map(toChoice) : null;
  }

  @Mutation(() => CompanyYearResult, { description: 'Begins a year, or changes its closing date.' })
  @Allow('companyYear.plan')
  async saveCompanyYear(
    @Args('input') { year, wishesUntil, version }: SaveCompanyYearInput,
    @Context('actor') actor: PersonActor,
  ): Answer {
    return this.#year(actor, await this.years.save(actor, year, wishesUntil as LocalDate, version));
  }

  @Mutation(() => CompanyYearResult, { description: 'Opens the catalogue to companies.' })
  @Allow('companyYear.plan')
  async openCompanyYear(
    @Args('input') { companyYearId, version }: CompanyYearStepInput,
    @Context('actor') actor: PersonActor,
  ): Answer {
    return this.#year(actor, await this.years.open(actor, idOf(companyYearId), version));
  }

  @Mutation(() => CompanyYearResult, { description: 'Ends the wishes before their closing date.' })
  @Allow('companyYear.plan')
  async closeCompanyYear(
    @Args('input') { companyYearId, version }: CompanyYearStepInput,
    @Context('actor') actor: PersonActor,
  ): Answer {
    return this.#year(actor, await this.years.close(actor, idOf(companyYearId), version));
  }

  @Mutation(() => CompanyYearPlanResult, { description: 'Has the engine propose days; what is decided stays.' })
  @Allow('companyYear.plan')
  async runCompanyYear(
    @Args('input') { companyYearId, requestId }: RunCompanyYearInput,
    @Context('actor') actor: PersonActor,
  ): PlanAnswer {
    return planned(await this.plans.run(actor, idOf(companyYearId), requestId));
  }

  @Mutation(() => CompanyYearPlanResult, { description: 'Puts a company on another day; others yield around it.' })
  @Allow('companyYear.plan')
  async moveYearPlace(
    @Args('input') { companyYearId, teamId, visitId, entryId, day }: MoveYearPlaceInput,
    @Context('actor') actor: PersonActor,
  ): PlanAnswer {
    const instead = visitId == null ? undefined : placeOf(visitId);
    const move = { teamId: teamOf(teamId), placeId: instead, entryId: entryOf(entryId), day };
    return planned(await this.plans.move(actor, idOf(companyYearId), move));
  }

  @Mutation(() => CompanyYearPlanResult, { description: 'Takes a day from a company; it is not proposed anew.' })
  @Allow('companyYear.plan')
  async endYearPlace(
    @Args('input') { companyYearId, visitId }: EndYearPlaceInput,
    @Context('actor') actor: PersonActor,
  ): PlanAnswer {
    return planned(await this.plans.end(actor, idOf(companyYearId), placeOf(visitId)));
  }

  @Mutation(() => YearPlaceResult, { description: 'Whether later runs leave a proposal as it is.' })
  @Allow('companyYear.plan')
  async decideYearPlace(
    @Args('input') { visitId, decided }: DecideYearPlaceInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof YearPlaceResult> {
    return this.#place(actor, await this.plans.decide(actor, placeOf(visitId), decided));
  }

  @Mutation(() => CompanyYearTellResult, { description: 'Tells every company of its proposed days.' })
  @Allow('companyYear.plan')
  async tellCompanyYear(
    @Args('input') { companyYearId, version }: CompanyYearStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CompanyYearTellResult> {
    const outcome = await this.telling.publish(actor, idOf(companyYearId), version);
    if (!outcome.ok) return toCommonPayload(outcome.error);
    const { told, refused } = outcome.value;
    const names = await this.boards.names(
      actor.agencyId,
      refused.map(({ place }) => place),
    );
    return make(CompanyYearToldType, {
      told,
      refused: refused.map(({ place, free }) =>
        make(YearNotToldType, { ...names(place), day: place.day, people: place.people, free }),
      ),
    });
  }

  @Mutation(() => YearPlaceResult, { description: 'What a day is to be, by the agency, and whether it says yes.' })
  @Allow('companyYear.plan')
  async designYearPlace(
    @Args('input') { visitId, ...said }: DesignYearPlaceInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof YearPlaceResult> {
    return this.#place(actor, await this.own.designAtDesk(actor, placeOf(visitId), said));
  }

  @Mutation(() => YearPlaceResult, { description: 'Makes the plan of a day to which both sides said yes.' })
  @Allow('activity.plan')
  async planYearPlace(
    @Args('input') { visitId }: PlanYearPlaceInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof YearPlaceResult> {
    return this.#place(actor, await this.own.plan(actor, placeOf(visitId)));
  }

  @Mutation(() => CompanyYearResult, {
    description: 'Whether a company goes on after a year; what was said before stays.',
  })
  @Allow('companyYear.plan')
  async renewCompany(
    @Args('input') { companyYearId, teamId, answer, reason }: RenewCompanyInput,
    @Context('actor') actor: PersonActor,
  ): Answer {
    const said = await this.telling.renew(actor, idOf(companyYearId), teamOf(teamId), { answer, reason });
    return said.ok ? this.#byId(actor, said.value.yearId) : toCommonPayload(said.error);
  }

  async #year({ agencyId }: PersonActor, outcome: Result<CompanyYear, CommonError>): Answer {
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return toYear(await this.boards.one(agencyId, outcome.value.year));
  }

  async #byId({ agencyId }: PersonActor, yearId: string): Answer {
    return toYear(await this.boards.byId(agencyId, yearId));
  }

  async #place(
    { agencyId }: PersonActor,
    outcome: Result<CompanyYearPlace, CommonError>,
  ): Promise<typeof YearPlaceResult> {
    return outcome.ok ? toPlace(await this.boards.place(agencyId, outcome.value)) : toCommonPayload(outcome.error);
  }
}

const planned = (outcome: Result<CompanyYearRun, PlanError>): typeof CompanyYearPlanResult =>
  outcome.ok ? toRun(outcome.value) : toPlanRefusal(outcome.error);
