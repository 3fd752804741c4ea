import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { assertUnreachable, type PersonId, type Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload } from '../../../platform/graphql/index.js';
import { toOffice } from '../../offices/api/offices.types.js';
import { GRANTABLE, Staff, type StaffError } from '../staff.js';
import {
  EndRoleInput,
  EndRoleResult,
  GrantRoleInput,
  GrantRoleResult,
  StaffListType,
  StaffMemberType,
  StaffRefused,
  toMember,
} from './staff.types.js';

@Resolver()
export class StaffResolver {
  constructor(private readonly staff: Staff) {}

  @Query(() => StaffListType, { description: 'Colleagues with every dated role, and the offices.' })
  @Allow('staff.read')
  async staffList(@Context('actor') { agencyId }: PersonActor): Promise<StaffListType> {
    const offices = await this.staff.offices(agencyId);
    const members = (await this.staff.list(agencyId)).map((member) => toMember(member, offices));
    return make(StaffListType, { members, offices: offices.map(toOffice), roles: [...GRANTABLE] });
  }

  @Mutation(() => GrantRoleResult, { description: 'Gives a colleague a role from a day on; never to oneself.' })
  @Allow('staff.change')
  async grantRole(
    @Args('input') { personId, officeId, endsOn, ...rest }: GrantRoleInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof GrantRoleResult> {
    const outcome = await this.staff.grant(actor, {
      ...rest,
      personId: fromGlobalId('Person', personId) ?? '',
      // An id of nothing is a missing office, never the whole agency.
      officeId: officeId == null ? undefined : (fromGlobalId('Office', officeId) ?? ''),
      endsOn: endsOn ?? undefined,
    });
    return this.#answer(actor, outcome);
  }

  @Mutation(() => EndRoleResult, {
    description: 'Ends a role after a day; whoever would be left alone is handed over in the same step.',
  })
  @Allow('staff.change')
  async endRole(
    @Args('input') { postId, handToId, ...rest }: EndRoleInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EndRoleResult> {
    const outcome = await this.staff.end(actor, {
      ...rest,
      postId: fromGlobalId('StaffPost', postId) ?? '',
      handTo: handToId == null ? undefined : (fromGlobalId('Person', handToId) ?? ''),
    });
    return this.#answer(actor, outcome);
  }

  async #answer({ agencyId }: PersonActor, outcome: Result<PersonId, StaffError>): Promise<typeof EndRoleResult> {
    if (!outcome.ok) return toRefusal(outcome.error);
    const member = await this.staff.member(agencyId, outcome.value);
    // A role that never began may have been the only one.
    return member ? toMember(member, await this.staff.offices(agencyId)) : none(outcome.value);
  }
}

const NOTHING = {
  ...{ name: '', email: undefined, stopped: false, posts: [], awaited: [] },
  account: { state: 'NOT_INVITED' as const },
};
const none = (personId: PersonId): StaffMemberType => toMember({ personId, ...NOTHING }, []);

function toRefusal(error: StaffError) {
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
      return toCommonPayload(error);
    case 'STAFF_REFUSED':
      return make(StaffRefused, { ...error, message: 'A role cannot be given or ended so.' });
    default:
      return assertUnreachable(error);
  }
}
