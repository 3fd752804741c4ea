import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { PersonId, Result } from '@tongxing/shared/kernel';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../platform/graphql/index.js';
import { DutyRota, type SlotError, type SlotView } from '../duty/duty-rota.js';
import {
  AddDutySlotInput,
  AddDutySlotResult,
  DutyRotaType,
  RemoveDutySlotInput,
  RemoveDutySlotResult,
  toRota,
} from './duty.types.js';

@Resolver()
export class DutyResolver {
  constructor(
    private readonly rota: DutyRota,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => DutyRotaType, { description: 'Who is on call now and next.' })
  @Allow('concern.rota')
  async dutyRota(@Context('actor') actor: PersonActor): Promise<DutyRotaType> {
    return this.#toRota(actor, await this.rota.slots(actor.agencyId));
  }

  @Mutation(() => AddDutySlotResult, { description: 'Puts a colleague on call.' })
  @Allow('concern.changeRota')
  async addDutySlot(
    @Args('input') { personId, ...input }: AddDutySlotInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AddDutySlotResult> {
    const id = (fromGlobalId('Person', personId) ?? '') as PersonId;
    return this.#toResult(actor, await this.rota.add(actor, { ...input, personId: id }));
  }

  @Mutation(() => RemoveDutySlotResult, { description: 'Takes a slot out, from now on.' })
  @Allow('concern.changeRota')
  async removeDutySlot(
    @Args('input') { dutySlotId }: RemoveDutySlotInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RemoveDutySlotResult> {
    return this.#toResult(actor, await this.rota.remove(actor, fromGlobalId('DutySlot', dutySlotId) ?? ''));
  }

  async #toResult(actor: PersonActor, outcome: Result<SlotView[], SlotError>) {
    return outcome.ok ? this.#toRota(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  async #toRota({ agencyId }: PersonActor, slots: readonly SlotView[]): Promise<DutyRotaType> {
    const ids = slots.map(({ personId }) => personId);
    return toRota(slots, await this.names.of(agencyId, ids));
  }
}
