import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../platform/graphql/index.js';
import { Incidents, type IncidentError, type IncidentView } from '../incidents/incidents.js';
import {
  EndIncidentInput,
  EndIncidentResult,
  IncidentType,
  NoteIncidentInput,
  NoteIncidentResult,
  StartIncidentInput,
  StartIncidentResult,
  toIncident,
} from './incident.types.js';

@Resolver()
export class IncidentResolver {
  constructor(
    private readonly service: Incidents,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => [IncidentType], { description: 'Incidents and drills; what runs first, then the newest. At most 100.' })
  @Allow('incident.read')
  async incidents(@Context('actor') actor: PersonActor): Promise<IncidentType[]> {
    const views = await this.service.latest(actor.agencyId);
    const names = await this.#namesOf(actor, views);
    return views.map((view) => toIncident(view, names));
  }

  @Mutation(() => StartIncidentResult, { description: 'An incident or a drill begins now.' })
  @Allow('incident.record')
  async startIncident(
    @Args('input') input: StartIncidentInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof StartIncidentResult> {
    return this.#toResult(actor, await this.service.start(actor, input));
  }

  @Mutation(() => NoteIncidentResult, { description: 'What was done just now.' })
  @Allow('incident.record')
  async noteIncident(
    @Args('input') { incidentId, words, requestId }: NoteIncidentInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof NoteIncidentResult> {
    const id = fromGlobalId('Incident', incidentId) ?? '';
    return this.#toResult(actor, await this.service.note(actor, id, words, requestId));
  }

  @Mutation(() => EndIncidentResult, { description: 'It ends now; what was learned.' })
  @Allow('incident.record')
  async endIncident(
    @Args('input') { incidentId, lessons }: EndIncidentInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EndIncidentResult> {
    return this.#toResult(actor, await this.service.end(actor, fromGlobalId('Incident', incidentId) ?? '', lessons));
  }

  async #toResult(actor: PersonActor, outcome: Result<IncidentView, IncidentError>) {
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return toIncident(outcome.value, await this.#namesOf(actor, [outcome.value]));
  }

  #namesOf({ agencyId }: PersonActor, views: readonly IncidentView[]): Promise<ReadonlyMap<string, string>> {
    const ids = views.flatMap(({ startedBy, moments }) => [startedBy, ...moments.map(({ by }) => by)]);
    return this.names.of(agencyId, ids);
  }
}
