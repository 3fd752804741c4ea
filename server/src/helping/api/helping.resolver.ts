import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate, Result } from '@tongxing/shared/kernel';
import { FILE_GUARDIAN } from '../../disclosure/index.js';
import { Agencies, PeopleNames, Volunteers } from '../../people/index.js';
import { Allow, rowsFor, type PersonActor } from '../../platform/access/index.js';
import {
  fromGlobalId,
  LocalDateType,
  make,
  toCommonPayload,
  toGlobalId,
  type InvalidInputError,
  type NotFoundError,
} from '../../platform/graphql/index.js';
import { GrownVolunteers } from '../grown-volunteers.js';
import { HelperAnswers } from '../helper-answers.js';
import { HelperCounts } from '../helper-counts.js';
import type { JourneyView } from '../helper-facts.js';
import { HelperJourneys, type StepsMissingError } from '../helper-journeys.js';
import {
  AskHelperGuardianInput,
  AskHelperGuardianResult,
  BeginHelpingInput,
  BeginHelpingResult,
  GrownKindCountType,
  GrownVolunteersType,
  HelperAskedType,
  HelperChoicesType,
  HelperChoiceType,
  HelperCountType,
  HelperJourneyType,
  HelperPartType,
  HelperOptionType,
  HelperStepResult,
  HelperStepsMissing,
  HelperTextType,
  LeaveHelpingInput,
  RecordAccompaniedInput,
  RecordHelperAnswerInput,
  RecordHelperStepInput,
  toJourney,
} from './helping.types.js';

const MOST_BESIDE = 200;
const journeyId = (id: string) => fromGlobalId('HelperJourney', id) ?? '';
const person = (id: string, name: string) => make(HelperOptionType, { id, name });

/** Whoever only the child's file names has no person of their own: the child's id stands in its place. */
const guardianId = (id: string, childId: string) =>
  id === FILE_GUARDIAN ? toGlobalId('FileGuardian', childId) : toGlobalId('Person', id);
const guardianOf = (id: string): string =>
  fromGlobalId('Person', id) ?? (fromGlobalId('FileGuardian', id) === undefined ? '' : FILE_GUARDIAN);

/** 助人自助 at the desk of the case team. */
@Resolver()
export class HelpingResolver {
  constructor(
    private readonly journeys: HelperJourneys,
    private readonly answers: HelperAnswers,
    private readonly counts: HelperCounts,
    private readonly grown: GrownVolunteers,
    private readonly volunteers: Volunteers,
    private readonly agencies: Agencies,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => [HelperJourneyType], { description: 'Ways of those whose child the reader may read, the newest first.' })
  @Allow('helping.read')
  async helperJourneys(@Context('actor') actor: PersonActor): Promise<HelperJourneyType[]> {
    return this.#all(actor, await this.journeys.list(actor));
  }

  @Query(() => HelperChoicesType, { nullable: true, description: 'Who of a child’s family can be invited to help.' })
  @Allow('helping.begin')
  async helperChoices(
    @Args('childId', { type: () => ID, description: 'Which child.' }) child: string,
    @Context('actor') actor: PersonActor,
  ): Promise<HelperChoicesType | null> {
    const childId = fromGlobalId('Child', child) ?? '';
    const family = await this.journeys.choices(actor, childId);
    if (!family) return null;
    const supervisors = await this.journeys.supervisors(actor, childId);
    const guardians = await this.answers.guardiansFor(actor, childId);
    return make(HelperChoicesType, {
      family: family.map(({ person: { id, name }, origin, against }) =>
        make(HelperChoiceType, { id: toGlobalId('Person', id), name, origin, against: [...against] }),
      ),
      supervisors: supervisors.map(({ personId, name }) => person(toGlobalId('Person', personId), name)),
      guardians: guardians.map(({ id, name }) => person(guardianId(id, childId), name)),
    });
  }

  @Query(() => [HelperOptionType], { description: 'Volunteers who are ready today, beside whom somebody may begin.' })
  @Allow('helping.begin')
  async helperCompanions(@Context('actor') actor: PersonActor): Promise<HelperOptionType[]> {
    const today = await this.agencies.today(actor.agencyId);
    const query = { standing: 'READY' as const, reads: { hits: false }, serviceDate: () => today };
    const bounds = { offset: 0, limit: MOST_BESIDE };
    const { volunteers } = await this.volunteers.page(rowsFor(actor, 'volunteer.read'), { ...query, ...bounds });
    return volunteers.map(({ id, person: { name } }) => person(toGlobalId('Volunteer', id), name));
  }

  @Query(() => HelperTextType, { description: 'The exact words that a family answers.' })
  @Allow('helping.begin')
  async helperText(
    @Args('english', { description: 'In English.' }) english: boolean,
    @Context('actor') actor: PersonActor,
  ): Promise<HelperTextType> {
    const { parts, hash } = await this.answers.text(actor.agencyId, english ? 'en' : 'zh');
    return make(HelperTextType, { parts: [...parts], hash });
  }

  @Query(() => [HelperCountType], { description: 'How many of those who were helped help, by kind, until a day.' })
  @Allow('helping.count')
  async helperCounts(
    @Args('outside', { description: 'As outsiders may have it, without small cells.' }) outside: boolean,
    @Context('actor') actor: PersonActor,
    @Args('on', {
      type: () => LocalDateType,
      nullable: true,
      description: 'Until which day; today where none is named.',
    })
    on?: LocalDate,
  ): Promise<HelperCountType[]> {
    const day = on ?? (await this.agencies.today(actor.agencyId));
    const counts = await this.counts.of(actor.agencyId, day, outside);
    return counts.map(({ step, total = null, parts }) =>
      make(HelperCountType, {
        ...{ step, total },
        parts: parts.map(({ origin, count = null }) => make(HelperPartType, { origin, count })),
      }),
    );
  }

  @Query(() => GrownVolunteersType, { description: 'Volunteers who grew from service until a day, by kind.' })
  @Allow('helping.count')
  async grownVolunteers(
    @Args('outside', { description: 'As outsiders may have it, without small cells.' }) outside: boolean,
    @Args('on', { type: () => LocalDateType, description: 'Until which day.' }) on: LocalDate,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<GrownVolunteersType> {
    const { roles = null, served = null, kinds } = await this.grown.figure(agencyId, on, outside);
    const parts = kinds.map(({ kind, count = null }) => make(GrownKindCountType, { kind, count }));
    return make(GrownVolunteersType, { roles, served, kinds: parts });
  }

  @Mutation(() => BeginHelpingResult, {
    description: 'Begins the way of somebody who wishes to help; nothing they receive changes.',
  })
  @Allow('helping.begin')
  async beginHelping(
    @Args('input') input: BeginHelpingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof BeginHelpingResult> {
    const outcome = await this.journeys.begin(actor, {
      childId: fromGlobalId('Child', input.childId) ?? '',
      personId: fromGlobalId('Person', input.helperId) ?? '',
      supervisorId: fromGlobalId('Person', input.supervisorId) ?? '',
    });
    return outcome.ok ? this.#one(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => BeginHelpingResult, {
    description: 'Writes down what the child or a guardian said, to the exact words.',
  })
  @Allow('helping.begin')
  async recordHelperAnswer(
    @Args('input') { journeyId: id, guardianId: guardian, english, signature, ...said }: RecordHelperAnswerInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof BeginHelpingResult> {
    const outcome = await this.answers.record(actor, journeyId(id), {
      ...said,
      language: english ? 'en' : 'zh',
      guardianId: guardianOf(guardian ?? ''),
      signature: signature ?? undefined,
    });
    return outcome.ok ? this.#one(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => AskHelperGuardianResult, { description: 'Makes the personal link by which a guardian answers.' })
  @Allow('helping.begin')
  async askHelperGuardian(
    @Args('input') { journeyId: id, guardianId: guardian }: AskHelperGuardianInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AskHelperGuardianResult> {
    const outcome = await this.answers.ask(actor, journeyId(id), guardianOf(guardian));
    return outcome.ok ? make(HelperAskedType, { ...outcome.value }) : toCommonPayload(outcome.error);
  }

  @Mutation(() => HelperStepResult, { description: 'A first service beside a cleared adult.' })
  @Allow('helping.begin')
  async recordAccompanied(
    @Args('input') { journeyId: id, volunteerId, happenedOn }: RecordAccompaniedInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof HelperStepResult> {
    const service = { volunteerId: fromGlobalId('Volunteer', volunteerId) ?? '', happenedOn };
    return this.#stepped(actor, await this.journeys.accompanied(actor, journeyId(id), service));
  }

  @Mutation(() => HelperStepResult, { description: 'Active, core, or a colleague, from today.' })
  @Allow('helping.begin')
  async recordHelperStep(
    @Args('input') { journeyId: id, step }: RecordHelperStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof HelperStepResult> {
    return this.#stepped(actor, await this.journeys.reached(actor, journeyId(id), step));
  }

  @Mutation(() => HelperStepResult, {
    description: 'On the helper’s word: it ends today, and what they receive goes on.',
  })
  @Allow('helping.begin')
  async leaveHelping(
    @Args('input') { journeyId: id }: LeaveHelpingInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof HelperStepResult> {
    return this.#stepped(actor, await this.journeys.leave(actor, journeyId(id)));
  }

  async #stepped(
    actor: PersonActor,
    outcome: Result<JourneyView, StepsMissingError | NotFoundError | InvalidInputError>,
  ): Promise<typeof HelperStepResult> {
    if (outcome.ok) return this.#one(actor, outcome.value);
    const { error } = outcome;
    if (error.code !== 'STEPS_MISSING') return toCommonPayload(error);
    const message = 'Steps before this one are missing.';
    return make(HelperStepsMissing, { code: error.code, message, steps: [...error.steps] });
  }

  async #one(actor: PersonActor, view: JourneyView): Promise<HelperJourneyType> {
    const [one] = await this.#all(actor, [view]);
    if (!one) throw new Error('BUG: a journey without a view');
    return one;
  }

  async #all({ agencyId }: PersonActor, views: readonly JourneyView[]): Promise<HelperJourneyType[]> {
    const names = await this.names.of(
      agencyId,
      views.map(({ row }) => row.supervisorId),
    );
    return views.map((view) => toJourney(view, names.get(view.row.supervisorId)));
  }
}
