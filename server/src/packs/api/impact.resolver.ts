import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { Certificates } from '../certificates.js';
import { CompanionInterests } from '../companion-interests.js';
import { Impact, type ImpactView } from '../impact.js';
import {
  AfterMyDaysType,
  AnswerInterestInput,
  AnswerInterestResult,
  FreezeYearInput,
  FreezeYearResult,
  ImpactDayType,
  ImpactType,
  OwnServiceType,
  SayInterestInput,
  WaitingInterestsType,
  WaitingInterestType,
  YearOpen,
} from './impact.types.js';
import { toTeamPaper } from './papers.types.js';

@Resolver()
export class ImpactResolver {
  constructor(
    private readonly impact: Impact,
    private readonly certificates: Certificates,
    private readonly interests: CompanionInterests,
  ) {}

  @Query(() => [ImpactType], { description: 'A year of each of the viewer’s teams.' })
  @Allow('pack.readAsTeam')
  async companyImpact(
    @Args('year', { type: () => Int, description: 'Calendar year.' }) year: number,
    @Context('actor') actor: PersonActor,
  ): Promise<ImpactType[]> {
    return (await this.impact.list(actor, year)).map(toImpact);
  }

  @Mutation(() => FreezeYearResult, { description: 'Freezes a closed year as its statement; the first one stays.' })
  @Allow('pack.readAsTeam')
  async freezeTeamYear(
    @Args('input') { teamId, year }: FreezeYearInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof FreezeYearResult> {
    const frozen = await this.impact.freeze(actor, fromGlobalId('VolunteerTeam', teamId) ?? '', year);
    if (frozen.ok) return toImpact(frozen.value);
    const { error } = frozen;
    if (error.code === 'NOT_FOUND') return toCommonPayload(error);
    return make(YearOpen, { code: error.code, message: 'The year is not over yet.' });
  }

  @Query(() => AfterMyDaysType, { description: 'The viewer’s own service with teams.' })
  @Allow('pack.readOwn')
  async afterMyDays(@Context('actor') actor: PersonActor): Promise<AfterMyDaysType> {
    const services = (await this.certificates.own(actor)).map(({ line, head: { pack, team, theme, themeEn } }) =>
      make(OwnServiceType, {
        ...{ id: toGlobalId('TeamPackLine', line.id), teamName: team.name, theme, themeEn },
        ...{ onDate: pack.onDate, minutes: line.minutes },
      }),
    );
    return make(AfterMyDaysType, { services, interest: (await this.interests.own(actor)) ?? null });
  }

  @Mutation(() => AfterMyDaysType, { description: 'Would like to accompany a child for longer, or no more.' })
  @Allow('pack.readOwn')
  async sayCompanionInterest(
    @Args('input') { wants }: SayInterestInput,
    @Context('actor') actor: PersonActor,
  ): Promise<AfterMyDaysType> {
    await this.interests.say(actor, wants);
    return this.afterMyDays(actor);
  }

  @Query(() => WaitingInterestsType, { description: 'Who would like to accompany a child for longer.' })
  @Allow('volunteer.read')
  async companionInterests(@Context('actor') { agencyId }: PersonActor): Promise<WaitingInterestsType> {
    const waiting = (await this.interests.waiting(agencyId)).map(({ row, name }) =>
      make(WaitingInterestType, { id: toGlobalId('CompanionInterest', row.id), name, saidAt: row.saidAt }),
    );
    return make(WaitingInterestsType, { waiting });
  }

  @Mutation(() => AnswerInterestResult, { description: 'Somebody has talked with them.' })
  @Allow('volunteer.change')
  async answerCompanionInterest(
    @Args('input') { interestId }: AnswerInterestInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AnswerInterestResult> {
    const answered = await this.interests.answer(actor, fromGlobalId('CompanionInterest', interestId) ?? '');
    return answered.ok ? this.companionInterests(actor) : toCommonPayload(answered.error);
  }

  @Query(() => Boolean, { description: 'Whether a certificate of service with this number holds; nothing else.' })
  @Public()
  serviceCertificateHolds(
    @Args('number', { description: 'The number on the paper, however it is typed.' }) number: string,
  ): Promise<boolean> {
    return this.certificates.holds(number);
  }
}

function toImpact({ team, report, papers, closed, statement }: ImpactView): ImpactType {
  const { year, people, numbers } = report;
  const { minutes, children, taskReached, processReached } = numbers;
  return make(ImpactType, {
    ...{ teamId: toGlobalId('VolunteerTeam', team.id), teamName: team.name, year, people, minutes, closed },
    ...{ participants: children ?? null, taskReached: taskReached ?? null, processReached: processReached ?? null },
    ...{ frozenAt: statement?.madeAt ?? null, hash: statement?.hash ?? null },
    papers: papers.map(toTeamPaper),
    days: report.days.map(({ onDate, theme, themeEn, people: came, minutes: spent, children: there, outcomes }) =>
      make(ImpactDayType, {
        ...{ onDate, theme, themeEn, people: came, outcomes, participants: there ?? null },
        minutes: spent.reduce((all, one) => all + one, 0),
      }),
    ),
  });
}
