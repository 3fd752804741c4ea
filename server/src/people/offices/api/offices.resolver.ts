import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload } from '../../../platform/graphql/index.js';
import { Offices } from '../offices.js';
import {
  CloseOfficeInput,
  CloseOfficeResult,
  OfficeInUse,
  OpenOfficeInput,
  RenameOfficeInput,
  SaveOfficeResult,
  toOffice,
} from './offices.types.js';

@Resolver()
export class OfficesResolver {
  constructor(private readonly offices: Offices) {}

  @Mutation(() => SaveOfficeResult, { description: 'Opens an office from today on.' })
  @Allow('staff.change')
  async openOffice(
    @Args('input') { name }: OpenOfficeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveOfficeResult> {
    const outcome = await this.offices.open(actor, name);
    return outcome.ok ? toOffice(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => SaveOfficeResult, { description: 'Gives an open office another name.' })
  @Allow('staff.change')
  async renameOffice(
    @Args('input') { officeId, name }: RenameOfficeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveOfficeResult> {
    const outcome = await this.offices.rename(actor, fromGlobalId('Office', officeId) ?? '', name);
    return outcome.ok ? toOffice(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => CloseOfficeResult, {
    description: 'Closes an office today; its volunteers, children and waiting rosters move in the same step.',
  })
  @Allow('staff.change')
  async closeOffice(
    @Args('input') { officeId, moveTo }: CloseOfficeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CloseOfficeResult> {
    const closing = { officeId: fromGlobalId('Office', officeId) ?? '', moveTo: targetOf(moveTo) };
    const outcome = await this.offices.close(actor, closing);
    if (outcome.ok) return toOffice(outcome.value);
    const { error } = outcome;
    if (error.code !== 'OFFICE_IN_USE') return toCommonPayload(error);
    const message = 'Somebody would be left with a closed office.';
    return make(OfficeInUse, { ...error, colleagues: [...error.colleagues], message });
  }
}

/** An id of nothing is a missing office, never the whole agency. */
function targetOf(moveTo: CloseOfficeInput['moveTo']): string | null | undefined {
  if (moveTo == null) return undefined;
  return moveTo.officeId == null ? null : (fromGlobalId('Office', moveTo.officeId) ?? '');
}
