import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate, Result } from '@tongxing/shared/kernel';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { Agenda } from '../agenda.js';
import { Sessions, type TalkError } from '../sessions.js';
import type { SessionView } from '../sessions.repository.js';
import { mayLead } from '../supervision-circle.js';
import {
  AgendaItemType,
  FinishSupervisionActionInput,
  FinishSupervisionActionResult,
  HoldSupervisionInput,
  HoldSupervisionResult,
  MissSupervisionInput,
  MissSupervisionResult,
  ScheduleSupervisionInput,
  ScheduleSupervisionResult,
  SessionType,
} from './supervision.types.js';
import { peopleOf, toSession } from './to-session.js';

@Resolver()
export class SupervisionResolver {
  constructor(
    private readonly service: Sessions,
    private readonly agenda: Agenda,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => [SessionType], {
    description: 'Talks that the viewer leads or led, and those of the volunteers whom they supervise; at most 100.',
  })
  @Allow('supervision.hold')
  async supervisionSessions(@Context('actor') actor: PersonActor): Promise<SessionType[]> {
    const { circle, sessions } = await this.service.list(actor);
    const names = await this.names.of(actor.agencyId, peopleOf(sessions));
    return sessions.map((one) => toSession(actor, one, mayLead(actor, circle, one), names));
  }

  @Query(() => SessionType, { nullable: true, description: 'A talk that the viewer leads or led; null for any other.' })
  @Allow('supervision.hold')
  async supervisionSession(
    @Args('id', { type: () => ID, description: 'Which talk.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<SessionType | null> {
    const found = await this.service.find(actor, fromGlobalId('SupervisionSession', id) ?? '');
    return found ? this.#show(actor, found) : null;
  }

  @Query(() => [AgendaItemType], {
    description: 'What there is to talk about with those who have a seat; nothing where the viewer does not lead it.',
  })
  @Allow('supervision.hold')
  async supervisionAgenda(
    @Args('supervisionSessionId', { type: () => ID, description: 'Which talk.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<AgendaItemType[]> {
    const session = await this.service.find(actor, fromGlobalId('SupervisionSession', id) ?? '');
    const items = session ? await this.agenda.of(actor, session) : [];
    return items.map(({ kind, volunteerId, on, text, companionshipId, pseudonym, requirement, concernId }) =>
      make(AgendaItemType, {
        ...{ kind, on: on ?? null, text: text ?? null, pseudonym: pseudonym ?? null },
        requirement: requirement ?? null,
        volunteerId: toGlobalId('Volunteer', volunteerId),
        companionshipId: companionshipId === undefined ? null : toGlobalId('Companionship', companionshipId),
        concernId: concernId === undefined ? null : toGlobalId('Concern', concernId),
      }),
    );
  }

  @Mutation(() => ScheduleSupervisionResult, { description: 'Agrees on a talk; the volunteers are told.' })
  @Allow('supervision.hold')
  async scheduleSupervision(
    @Args('input') { volunteerIds, plannedOn, ...input }: ScheduleSupervisionInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ScheduleSupervisionResult> {
    const ids = volunteerIds.map(volunteerId);
    const talk = { ...input, volunteerIds: ids, plannedOn: plannedOn as LocalDate };
    return this.#toResult(actor, await this.service.schedule(actor, talk));
  }

  @Mutation(() => HoldSupervisionResult, { description: 'Writes down what was said and agreed, and signs it.' })
  @Allow('supervision.hold')
  async holdSupervision(
    @Args('input') { sessionId, version, heldOn, minutes, topics, seats, actions }: HoldSupervisionInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof HoldSupervisionResult> {
    const talk = {
      ...{ heldOn: heldOn as LocalDate, minutes, topics },
      seats: seats.map((seat) => ({
        ...{ came: seat.came, volunteerId: volunteerId(seat.volunteerId) },
        ...{ wellbeing: seat.wellbeing ?? undefined, note: seat.note ?? undefined, praise: seat.praise ?? undefined },
      })),
      actions: actions.map(({ text, dueOn, ...action }) => ({
        ...{ text, dueOn: dueOn as LocalDate },
        volunteerId: action.volunteerId ? volunteerId(action.volunteerId) : undefined,
      })),
    };
    const id = fromGlobalId('SupervisionSession', sessionId) ?? '';
    return this.#toResult(actor, await this.service.hold(actor, id, version, talk));
  }

  @Mutation(() => MissSupervisionResult, { description: 'It did not take place.' })
  @Allow('supervision.hold')
  async missSupervision(
    @Args('input') { sessionId, version, missedFor }: MissSupervisionInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MissSupervisionResult> {
    const id = fromGlobalId('SupervisionSession', sessionId) ?? '';
    return this.#toResult(actor, await this.service.miss(actor, id, version, missedFor));
  }

  @Mutation(() => FinishSupervisionActionResult, { description: 'Something that was agreed is done.' })
  @Allow('supervision.hold')
  async finishSupervisionAction(
    @Args('input') { actionId }: FinishSupervisionActionInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof FinishSupervisionActionResult> {
    return this.#toResult(actor, await this.service.finish(actor, fromGlobalId('SupervisionAction', actionId) ?? ''));
  }

  async #toResult(actor: PersonActor, outcome: Result<SessionView, TalkError>) {
    return outcome.ok ? this.#show(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  async #show(actor: PersonActor, session: SessionView): Promise<SessionType> {
    return toSession(actor, session, true, await this.names.of(actor.agencyId, peopleOf([session])));
  }
}

const volunteerId = (id: string): string => fromGlobalId('Volunteer', id) ?? '';
