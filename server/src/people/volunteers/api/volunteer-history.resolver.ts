import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { assertUnreachable, type Result } from '@tongxing/shared/kernel';
import { Access, Allow, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  make,
  perRequest,
  toCommonPayload,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import { FACT_TYPES } from '../facts/fact-kinds.js';
import { VolunteerFacts, type FactError } from '../facts/volunteer-facts.js';
import { VolunteerHistory } from '../facts/volunteer-history.js';
import { VolunteerKinds } from '../kinds/volunteer-kinds.js';
import type { VolunteerView } from '../volunteers.repository.js';
import {
  AddVolunteerKindInput,
  EndVolunteerKindInput,
  FactRefused,
  RecordCheckInput,
  RecordFactInput,
  RecordFactResult,
  TakeBackFactInput,
  TakeBackFactResult,
  toFactType,
  toKindType,
  toSpanType,
  VolunteerFactType,
  VolunteerHistoryType,
  VolunteerKindResult,
} from './volunteer-history.types.js';
import { VolunteerLoaders } from './volunteer.loaders.js';
import { toVolunteer, VolunteerType } from './volunteer.types.js';

@Resolver(() => VolunteerType)
export class VolunteerHistoryResolver {
  constructor(
    private readonly access: Access,
    private readonly history: VolunteerHistory,
    private readonly facts: VolunteerFacts,
    private readonly kinds: VolunteerKinds,
  ) {}

  @ResolveField(() => VolunteerHistoryType, {
    nullable: true,
    description: 'What happened with the volunteer; null for one of another office who is known by a pair only.',
  })
  story(@Parent() volunteer: VolunteerType, @Context() context: GraphqlContext): Promise<VolunteerHistoryType | null> {
    return this.#loader(context).load(volunteer.view);
  }

  @Mutation(() => RecordFactResult, {
    description: 'Writes down a training or an agreement; it counts at once (H6, H7).',
  })
  @Allow('volunteer.recordFacts')
  async recordFact(
    @Args('input') { volunteerId, paperIds, validUntil, ...rest }: RecordFactInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RecordFactResult> {
    // A check comes by a mutation of its own, with a permission of its own.
    if (rest.kind === 'CHECK_CLEAR' || rest.kind === 'CHECK_HIT') return toCommonPayload({ code: 'NOT_FOUND' });
    const outcome = await this.facts.record(actor, {
      ...rest,
      volunteerId: fromGlobalId('Volunteer', volunteerId) ?? '',
      validUntil: validUntil ?? undefined,
      paperIds: (paperIds ?? []).map((id) => fromGlobalId('StoredFile', id) ?? ''),
    });
    return toAnswer(outcome);
  }

  @Mutation(() => RecordFactResult, { description: 'Writes down the answer to a query of criminal records (H8).' })
  @Allow('screening.record')
  async recordCheck(
    @Args('input') { volunteerId, clear, happenedOn, paperGivenBack }: RecordCheckInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RecordFactResult> {
    const id = fromGlobalId('Volunteer', volunteerId) ?? '';
    const kind = clear ? 'CHECK_CLEAR' : 'CHECK_HIT';
    const fact = { volunteerId: id, kind, happenedOn, validUntil: undefined, paperIds: [], paperGivenBack } as const;
    return toAnswer(await this.facts.record(actor, fact));
  }

  @Mutation(() => TakeBackFactResult, {
    description: 'Says that a record was a mistake; it stays, and counts no longer.',
  })
  @Allow('volunteer.recordFacts')
  async takeBackFact(
    @Args('input') { factId, reason }: TakeBackFactInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TakeBackFactResult> {
    const found = FACT_TYPES.flatMap((type) => {
      const id = fromGlobalId(type, factId);
      return id === undefined ? [] : [{ type, id }];
    })[0];
    if (!found) return toCommonPayload({ code: 'NOT_FOUND' });
    return toAnswer(await this.facts.takeBack(actor, found.type, found.id, reason));
  }

  @Mutation(() => VolunteerKindResult, { description: 'Says who a volunteer is beside volunteering, from a day on.' })
  @Allow('volunteer.recordFacts')
  async addVolunteerKind(
    @Args('input') { volunteerId, kind, startsOn }: AddVolunteerKindInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof VolunteerKindResult> {
    const id = fromGlobalId('Volunteer', volunteerId) ?? '';
    const outcome = await this.kinds.add(actor, id, kind, startsOn);
    return outcome.ok ? toVolunteer(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => VolunteerKindResult, { description: 'Ends it after a day; the row stays.' })
  @Allow('volunteer.recordFacts')
  async endVolunteerKind(
    @Args('input') { volunteerKindId, endsOn }: EndVolunteerKindInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof VolunteerKindResult> {
    const outcome = await this.kinds.end(actor, fromGlobalId('VolunteerKind', volunteerKindId) ?? '', endsOn);
    return outcome.ok ? toVolunteer(outcome.value) : toCommonPayload(outcome.error);
  }

  #loader(context: GraphqlContext): DataLoader<VolunteerView, VolunteerHistoryType | null> {
    const { actor } = context;
    return perRequest(
      context,
      'volunteer history',
      () =>
        new DataLoader<VolunteerView, VolunteerHistoryType | null>(async (volunteers) => {
          if (actor?.kind !== 'person') return volunteers.map(() => null);
          const ids = volunteers.map(({ id }) => id);
          const own = await this.access.allowed(actor, 'volunteer.read', ids);
          const shown = volunteers.filter(({ id }) => own.has(id));
          const of = await this.history.of(
            actor,
            shown.map(({ person }) => person.id),
          );
          return volunteers.map(({ id, person }) => {
            if (!own.has(id)) return null;
            const { facts, service, kinds, stops } = of(person.id);
            return make(VolunteerHistoryType, {
              facts: facts.map(toFactType),
              service: service.map(toSpanType),
              kinds: kinds.map(toKindType),
              stops: stops.map(toSpanType),
            });
          });
        }),
    );
  }
}

@Resolver(() => VolunteerFactType)
export class VolunteerFactResolver {
  constructor(private readonly loaders: VolunteerLoaders) {}

  @ResolveField(() => String, { nullable: true, description: 'Who wrote it down; null for what an import brought.' })
  recordedBy(@Parent() fact: VolunteerFactType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, fact.recordedById);
  }

  @ResolveField(() => String, { nullable: true, description: 'Who gave the paper of a check back.' })
  paperGivenBackBy(@Parent() fact: VolunteerFactType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, fact.paperGivenBackById);
  }
}

function toAnswer(outcome: Result<VolunteerView, FactError>) {
  if (outcome.ok) return toVolunteer(outcome.value);
  const { error } = outcome;
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
      return toCommonPayload(error);
    case 'FACT_REFUSED':
      return make(FactRefused, { ...error, message: 'This person may not write that down, or take it back.' });
    default:
      return assertUnreachable(error);
  }
}
