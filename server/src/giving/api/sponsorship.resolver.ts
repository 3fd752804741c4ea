import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { Sponsorships } from '../sponsorships.js';
import type { SponsorshipView } from '../sponsorships.repository.js';
import {
  AlreadyMatched,
  ConsentMissing,
  DonorType,
  MatchSponsorInput,
  MatchSponsorResult,
  SponsorshipType,
  StepSponsorshipInput,
  StepSponsorshipResult,
  toSponsorship,
} from './sponsorship.types.js';

@Resolver()
export class SponsorshipResolver {
  constructor(
    private readonly service: Sponsorships,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => [DonorType], { description: 'The agency’s donors, for whoever matches a child with one.' })
  @Allow('sponsorship.match')
  async donors(@Context('actor') actor: PersonActor): Promise<DonorType[]> {
    const names = await this.names.of(actor.agencyId, await this.service.donors(actor));
    return [...names].map(([id, name]) => make(DonorType, { id: toGlobalId('Person', id), name }));
  }

  @Query(() => [SponsorshipType], {
    nullable: true,
    description: 'Who stands beside a child, or did; null for a missing child.',
  })
  @Allow('sponsorship.read')
  async sponsorships(
    @Args('childId', { type: () => ID, description: 'Which child.' }) childId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<SponsorshipType[] | null> {
    const found = await this.service.ofChild(actor, fromGlobalId('Child', childId) ?? '');
    return found ? this.#named(actor, found) : null;
  }

  @Mutation(() => MatchSponsorResult, { description: 'A worker matches a child with a donor (H23).' })
  @Allow('sponsorship.match')
  async matchSponsor(
    @Args('input') { childId, personId: donorId, requestId }: MatchSponsorInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MatchSponsorResult> {
    const ids = { childId: fromGlobalId('Child', childId) ?? '', donorPersonId: fromGlobalId('Person', donorId) ?? '' };
    const outcome = await this.service.match(actor, { ...ids, requestId });
    if (outcome.ok) return this.#one(actor, outcome.value);
    const { error } = outcome;
    if (error.code !== 'ALREADY_MATCHED') return toCommonPayload(error);
    return make(AlreadyMatched, { code: error.code, message: 'This donor stands beside this child already.' });
  }

  @Mutation(() => StepSponsorshipResult, { description: 'Begins a sponsorship, lets it rest, takes it up or ends it.' })
  @Allow('sponsorship.match')
  async stepSponsorship(
    @Args('input') { sponsorshipId, step, endReason, version }: StepSponsorshipInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof StepSponsorshipResult> {
    const id = fromGlobalId('Sponsorship', sponsorshipId) ?? '';
    const outcome = await this.service.step(actor, { id, step, version, endReason: endReason ?? undefined });
    if (outcome.ok) return this.#one(actor, outcome.value);
    const { error } = outcome;
    if (error.code !== 'CONSENT_MISSING') return toCommonPayload(error);
    return make(ConsentMissing, { code: error.code, message: 'The family has not agreed to this yet.' });
  }

  async #one(actor: PersonActor, view: SponsorshipView): Promise<SponsorshipType> {
    const [one] = await this.#named(actor, [view]);
    if (!one) throw new Error('BUG: a sponsorship went missing');
    return one;
  }

  async #named({ agencyId }: PersonActor, views: readonly SponsorshipView[]): Promise<SponsorshipType[]> {
    const ids = views.map(({ donorPersonId }) => donorPersonId);
    const names = await this.names.of(agencyId, ids);
    return views.map((view) => toSponsorship(view, names.get(view.donorPersonId) ?? ''));
  }
}
