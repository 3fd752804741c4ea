import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../../platform/graphql/index.js';
import { ServiceAreas, type AreaError } from '../service-areas.js';
import {
  AddServiceAreaInput,
  ChangeServiceAreaInput,
  CloseServiceAreaInput,
  SaveServiceAreaResult,
  ServiceAreasType,
  toAreas,
} from './areas.types.js';

@Resolver()
export class ServiceAreasResolver {
  constructor(private readonly areas: ServiceAreas) {}

  @Query(() => ServiceAreasType, { description: 'The agency’s own table of areas, and codes that are missing in it.' })
  @Allow('setting.read')
  async serviceAreas(@Context('actor') { agencyId }: PersonActor): Promise<ServiceAreasType> {
    return toAreas(await this.areas.list(agencyId));
  }

  @Mutation(() => SaveServiceAreaResult, { description: 'Adds an area.' })
  @Allow('setting.change')
  async addServiceArea(
    @Args('input') { code, ...area }: AddServiceAreaInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveServiceAreaResult> {
    return this.#answer(actor, await this.areas.add(actor, code, area));
  }

  @Mutation(() => SaveServiceAreaResult, { description: 'Gives an area another name or another place.' })
  @Allow('setting.change')
  async changeServiceArea(
    @Args('input') { serviceAreaId, version, ...area }: ChangeServiceAreaInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveServiceAreaResult> {
    const id = fromGlobalId('ServiceArea', serviceAreaId) ?? '';
    return this.#answer(actor, await this.areas.change(actor, id, version, area));
  }

  @Mutation(() => SaveServiceAreaResult, { description: 'Says that an area is no longer served; its people keep it.' })
  @Allow('setting.change')
  async closeServiceArea(
    @Args('input') { serviceAreaId, version }: CloseServiceAreaInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveServiceAreaResult> {
    return this.#answer(
      actor,
      await this.areas.close(actor, fromGlobalId('ServiceArea', serviceAreaId) ?? '', version),
    );
  }

  async #answer({ agencyId }: PersonActor, outcome: Result<true, AreaError>): Promise<typeof SaveServiceAreaResult> {
    return outcome.ok ? toAreas(await this.areas.list(agencyId)) : toCommonPayload(outcome.error);
  }
}
