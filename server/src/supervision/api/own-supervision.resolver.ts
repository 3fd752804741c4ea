import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { OwnSessions, type OwnSession } from '../own-sessions.js';
import type { TalkError } from '../sessions.js';
import {
  FinishOwnSupervisionActionInput,
  FinishOwnSupervisionActionResult,
  MySupervisionType,
  SignSupervisionInput,
  SignSupervisionResult,
  WishForSupervisionInput,
  WishForSupervisionResult,
} from './own-supervision.types.js';
import { peopleOf, toAction, type Names } from './to-session.js';

@Resolver()
export class OwnSupervisionResolver {
  constructor(
    private readonly service: OwnSessions,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => [MySupervisionType], { description: 'Own talks with the supervisor, the latest day first.' })
  @Allow('supervision.readOwn')
  async mySupervision(@Context('actor') actor: PersonActor): Promise<MySupervisionType[]> {
    const own = await this.service.list(actor);
    const names = await this.#namesOf(actor, own);
    return own.map((one) => toOwn(one, names));
  }

  @Mutation(() => WishForSupervisionResult, { description: 'What the volunteer would like to talk about.' })
  @Allow('supervision.signOwn')
  async wishForSupervision(
    @Args('input') { sessionId, wish }: WishForSupervisionInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof WishForSupervisionResult> {
    return this.#toResult(actor, await this.service.wish(actor, sessionOf(sessionId), wish));
  }

  @Mutation(() => SignSupervisionResult, { description: 'Signs the record of a talk as it was last read.' })
  @Allow('supervision.signOwn')
  async signSupervision(
    @Args('input') { sessionId, version }: SignSupervisionInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SignSupervisionResult> {
    return this.#toResult(actor, await this.service.sign(actor, sessionOf(sessionId), version));
  }

  @Mutation(() => FinishOwnSupervisionActionResult, { description: 'Something that the volunteer agreed to is done.' })
  @Allow('supervision.signOwn')
  async finishOwnSupervisionAction(
    @Args('input') { sessionId, actionId }: FinishOwnSupervisionActionInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof FinishOwnSupervisionActionResult> {
    const action = fromGlobalId('SupervisionAction', actionId) ?? '';
    return this.#toResult(actor, await this.service.finish(actor, sessionOf(sessionId), action));
  }

  async #toResult(actor: PersonActor, outcome: Result<OwnSession, TalkError>) {
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return toOwn(outcome.value, await this.#namesOf(actor, [outcome.value]));
  }

  #namesOf({ agencyId }: PersonActor, own: readonly OwnSession[]): Promise<Names> {
    return this.names.of(agencyId, peopleOf(own.map(({ session }) => session)));
  }
}

const sessionOf = (id: string): string => fromGlobalId('SupervisionSession', id) ?? '';

/** What others in a group agreed to is theirs; whoever was not there has nothing written down of them. */
function toOwn({ session, seat }: OwnSession, names: Names): MySupervisionType {
  const { kind, format, source, state, plannedOn, startMinute, version } = session;
  const actions = session.actions.filter(({ personId }) => [seat.personId, session.leaderId].includes(personId));
  return make(MySupervisionType, {
    ...{ kind, format, source, state, plannedOn, startMinute, version, came: seat.came },
    id: toGlobalId('SupervisionSession', session.id),
    heldOn: session.heldOn ?? null,
    minutes: session.minutes ?? null,
    leaderName: names.get(session.leaderId) ?? '',
    wish: seat.wish ?? null,
    topics: seat.came ? (session.topics ?? null) : null,
    wellbeing: seat.wellbeing ?? null,
    note: seat.note ?? null,
    praise: seat.praise ?? null,
    actions: seat.came ? actions.map((action) => toAction(action, session, names)) : [],
    signedAt: seat.signedAt ?? null,
    leaderSignedAt: session.signedAt ?? null,
  });
}
