// What the state of a journey follows from: own rows, and the facts that the one eligibility function judges.
import { Injectable } from '@nestjs/common';
import { ageOn, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { ADULT_AGE, ASSIGNABLE, type Eligibility, type Requirement } from '@tongxing/shared/rules';
import {
  helperState,
  helperSteps,
  type HelperFacts,
  type HelperState,
  type HelperStep,
  type RecordedStep,
} from '@tongxing/shared/states';
import { Agencies, AgencySettings, PeopleRepository, VolunteerEligibility, type OpenPerson } from '../people/index.js';
import type { AnswerGiver, HelperJourney } from './helper.entities.js';
import { HelperRows, type RowsOfJourneys } from './helper-rows.js';

export interface JourneyView {
  readonly row: HelperJourney;
  readonly person: OpenPerson;
  readonly facts: HelperFacts;
  readonly state: HelperState;
  readonly steps: readonly {
    readonly step: HelperStep;
    readonly on: LocalDate | undefined;
    readonly words: string | undefined;
  }[];
}

@Injectable()
export class HelperFactsReader {
  constructor(
    private readonly rows: HelperRows,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly people: PeopleRepository,
    private readonly eligibility: VolunteerEligibility,
  ) {}

  /** In the same order; journeys of erased people are left out. */
  async views(agencyId: AgencyId, journeys: readonly HelperJourney[]): Promise<JourneyView[]> {
    const today = await this.agencies.today(agencyId);
    const { helperAccompanied } = await this.settings.valuesOf(agencyId);
    const rows = await this.rows.of(
      agencyId,
      journeys.map(({ id }) => id),
    );
    const people = await this.people.byIds(
      agencyId,
      journeys.map(({ personId }) => personId as PersonId),
    );
    const judged = await this.#judged(agencyId, journeys, people, today);
    return journeys.flatMap((row) => {
      const person = people.get(row.personId);
      if (!person || person.erased) return [];
      const facts = factsOf(row, person, rows, judged.get(row.id), { today, accompaniedNeeded: helperAccompanied });
      const words = rows.words.filter(({ journeyId }) => journeyId === row.id);
      const steps = helperSteps(facts).map((one) => ({
        ...one,
        words: words.find(({ step }) => step === one.step)?.words,
      }));
      return [{ row, person, facts, state: helperState(facts), steps }];
    });
  }

  #judged(
    agencyId: AgencyId,
    journeys: readonly HelperJourney[],
    people: ReadonlyMap<string, OpenPerson>,
    today: LocalDate,
  ): Promise<ReadonlyMap<string, Eligibility>> {
    const judged = journeys.map(({ id, personId }) => {
      return { id, person: { id: personId, birthDate: people.get(personId)?.birthDate } };
    });
    return this.eligibility.on(agencyId, judged, today);
  }
}

function factsOf(
  row: HelperJourney,
  { birthDate }: OpenPerson,
  { answers, milestones }: RowsOfJourneys,
  judged: Eligibility | undefined,
  { today, accompaniedNeeded }: { readonly today: LocalDate; readonly accompaniedNeeded: number },
): HelperFacts {
  const own = milestones.filter(({ journeyId }) => journeyId === row.id);
  const dayOf = (kind: RecordedStep) => own.find((one) => one.kind === kind)?.happenedOn as LocalDate | undefined;
  const yesOf = (giver: AnswerGiver) => {
    // The newest word of each counts; they come oldest first.
    const said = answers.filter((one) => one.journeyId === row.id && one.giver === giver).at(-1);
    return said?.answer === 'YES' ? (said.saidOn as LocalDate) : undefined;
  };
  return {
    minor: birthDate !== undefined && ageOn(birthDate, today) < ADULT_AGE,
    begunOn: row.begunOn as LocalDate,
    leftOn: (row.leftOn ?? undefined) as LocalDate | undefined,
    childYesOn: yesOf('CHILD'),
    guardianYesOn: yesOf('GUARDIAN'),
    checkedOn: sinceOf(judged, 'RECORD_CHECK'),
    trainedOn: sinceOf(judged, 'TRAINING'),
    agreedOn: sinceOf(judged, 'VOLUNTEER_AGREEMENT'),
    accompaniedOn: own.filter(({ kind }) => kind === 'ACCOMPANIED').map(({ happenedOn }) => happenedOn as LocalDate),
    accompaniedNeeded,
    recorded: { ACTIVE: dayOf('ACTIVE'), CORE: dayOf('CORE'), STAFF: dayOf('STAFF') },
  };
}

function sinceOf(judged: Eligibility | undefined, requirement: Requirement): LocalDate | undefined {
  const finding = judged?.findings.find((one) => one.requirement === requirement);
  return finding && ASSIGNABLE.includes(finding.outcome) ? finding.since : undefined;
}
