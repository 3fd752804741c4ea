import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, pageBounds, toCommonPayload, toConnection } from '../../platform/graphql/index.js';
import { ErasureHoldEnum } from '../../people/index.js';
import type { ErasureHold } from '../../platform/keys/index.js';
import { RightsAnswers, type AnswerError } from '../rights-answers.js';
import { RightsRequests } from '../rights-requests.js';
import type { Asker, RightsView } from '../rights-store.js';
import {
  AnswerRightResult,
  AskForRightInput,
  AskForRightResult,
  GiveRightInput,
  MyRightsRequestType,
  RefuseRightInput,
  RightsRequestConnection,
  RightsRequestType,
  TakeBackRightInput,
  TakeBackRightResult,
  toMine,
  toRequest,
} from './rights.types.js';

@Resolver()
export class MyRightsResolver {
  constructor(private readonly requests: RightsRequests) {}

  @Query(() => [MyRightsRequestType], {
    description: 'What the viewer asked about what is kept of them, or by a link of the child, the newest first.',
  })
  @Allow('rights.ask')
  async myRights(@Context('actor') actor: Asker): Promise<MyRightsRequestType[]> {
    return (await this.requests.mine(actor)).map(toMine);
  }

  @Mutation(() => AskForRightResult, { description: 'Asks for a copy, a correction, a transfer or an erasure.' })
  @Allow('rights.ask')
  async askForRight(
    @Args('input') { right, words, about, shouldBe, requestId }: AskForRightInput,
    @Context('actor') actor: Asker,
  ): Promise<typeof AskForRightResult> {
    const said = { words: words ?? undefined, about: about ?? undefined, shouldBe: shouldBe ?? undefined };
    const outcome = await this.requests.ask(actor, { right, requestId, ...said });
    return outcome.ok ? toMine(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => TakeBackRightResult, { description: 'The asker thinks better of it, as long as it waits.' })
  @Allow('rights.ask')
  async takeBackRight(
    @Args('input') { rightsRequestId, version }: TakeBackRightInput,
    @Context('actor') actor: Asker,
  ): Promise<typeof TakeBackRightResult> {
    const id = fromGlobalId('RightsRequest', rightsRequestId) ?? '';
    const outcome = await this.requests.takeBack(actor, { id, version });
    return outcome.ok ? toMine(outcome.value) : toCommonPayload(outcome.error);
  }
}

@Resolver()
export class RightsResolver {
  constructor(private readonly answers: RightsAnswers) {}

  @Query(() => RightsRequestConnection, { description: 'Requests of people of the viewer’s offices.' })
  @Allow('rights.read')
  async rightsRequests(
    @Context('actor') actor: PersonActor,
    @Args('open', { type: () => Boolean, description: 'What waits, the oldest first; or else what is done.' })
    open: boolean,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
  ) {
    const bounds = pageBounds({ first, after });
    const { requests, total } = await this.answers.page(actor, open, bounds);
    const names = await this.answers.namesOf(actor, requests);
    return toConnection(
      requests.map((request) => toRequest(request, names)),
      bounds.offset,
      total,
    );
  }

  @Query(() => RightsRequestType, { nullable: true, description: 'One of them; null where there is none.' })
  @Allow('rights.read')
  async rightsRequest(
    @Context('actor') actor: PersonActor,
    @Args('id', { type: () => ID, description: 'Which.' }) id: string,
  ): Promise<RightsRequestType | null> {
    const view = await this.answers.find(actor, fromGlobalId('RightsRequest', id) ?? '');
    return view ? this.#one(actor, view) : null;
  }

  @Query(() => [ErasureHoldEnum], {
    nullable: true,
    description: 'What stands against the erasure that a request asks for; null where there is none.',
  })
  @Allow('person.erase')
  async erasureHolds(
    @Context('actor') actor: PersonActor,
    @Args('rightsRequestId', { type: () => ID, description: 'Which request.' }) rightsRequestId: string,
  ): Promise<readonly ErasureHold[] | null> {
    return (await this.answers.holds(actor, fromGlobalId('RightsRequest', rightsRequestId) ?? '')) ?? null;
  }

  @Mutation(() => AnswerRightResult, { description: 'Gives what was asked; the file is made as of now.' })
  @Allow('rights.give')
  async giveRight(
    @Args('input') { rightsRequestId, version, before, after }: GiveRightInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AnswerRightResult> {
    const id = fromGlobalId('RightsRequest', rightsRequestId) ?? '';
    const told = { before: before ?? undefined, after: after ?? undefined };
    return this.#payload(actor, await this.answers.give(actor, { id, version, ...told }));
  }

  @Mutation(() => AnswerRightResult, { description: 'Refuses, on a ground and with a written reason.' })
  @Allow('rights.refuse')
  async refuseRight(
    @Args('input') { rightsRequestId, version, ground, reason }: RefuseRightInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AnswerRightResult> {
    const id = fromGlobalId('RightsRequest', rightsRequestId) ?? '';
    return this.#payload(actor, await this.answers.refuse(actor, { id, version, ground, reason }));
  }

  async #payload(actor: PersonActor, outcome: Result<RightsView, AnswerError>): Promise<typeof AnswerRightResult> {
    return outcome.ok ? this.#one(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  async #one(actor: PersonActor, view: RightsView): Promise<RightsRequestType> {
    return toRequest(view, await this.answers.namesOf(actor, [view]));
  }
}
