import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Graded } from '../../../platform/access/index.js';
import { InvalidInput, LocalDateType, make, NotFound, toGlobalId, UserError } from '../../../platform/graphql/index.js';
import type { Office } from '../../agencies/office.entity.js';
import { RoleEnum } from '../../api/viewer.types.js';
import { ACCOUNT_STATES, type AccountState } from '../account-state.js';
import { ROLE_END_REASONS, STAFF_REFUSALS, type RoleEndReason, type StaffMember, type StaffRefusal } from '../staff.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const AccountStateEnum = words(ACCOUNT_STATES);
registerEnumType(AccountStateEnum, { name: 'AccountState', description: 'Whether somebody can sign in.' });
const StaffRefusalEnum = words(STAFF_REFUSALS);
registerEnumType(StaffRefusalEnum, { name: 'StaffRefusal', description: 'Why a role cannot be given or ended so.' });
const RoleEndReasonEnum = words(ROLE_END_REASONS);
registerEnumType(RoleEndReasonEnum, { name: 'RoleEndReason', description: 'Why a role ends; a code for the audit.' });

@ObjectType('StaffPost', { description: 'A role from a day to a day, in one office or in the whole agency.' })
@Graded('staff', 'G2')
class StaffPostType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => RoleEnum, { description: 'Which role.' }) role: Role;
  @Field(() => String, { nullable: true, description: 'Name of the office; null: the whole agency.' })
  office: string | null;
  @Field(() => LocalDateType, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where it has no end yet.' })
  endsOn: string | null;
}

@ObjectType('StaffMember', { description: 'Somebody who has, had or will have a role at the desk.' })
@Graded('staff', 'G2')
export class StaffMemberType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field({ description: 'Full name.' }) name: string;
  @Field(() => AccountStateEnum, { description: 'Whether they can sign in.' }) account: AccountState;
  @Field({ description: 'Whether all their work is stopped.' }) stopped: boolean;
  @Field(() => [StaffPostType], { description: 'Every role, the earliest first.' }) posts: StaffPostType[];
}

@ObjectType('Office', { description: 'A place of the agency from which staff work.' })
@Graded('staff', 'G1')
class OfficeType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where it is open.' })
  endsOn: string | null;
}

@ObjectType('StaffList', { description: 'Colleagues and offices of the agency.' })
@Graded('staff', 'G2')
export class StaffListType {
  @Field(() => [StaffMemberType], { description: 'In the order in which they came.' }) members: StaffMemberType[];
  @Field(() => [OfficeType], { description: 'Offices, the oldest first.' }) offices: OfficeType[];
  @Field(() => [RoleEnum], { description: 'Roles that a director gives.' }) roles: Role[];
}

@ObjectType('StaffRefused', { implements: () => [UserError], description: 'A role cannot be given or ended so.' })
@Graded('staff', 'G1')
export class StaffRefused extends UserError {
  @Field(() => StaffRefusalEnum, { description: 'Why.' }) why: StaffRefusal;
  @Field(() => Int, { description: 'Volunteers who would be left without a supervisor.' }) volunteers: number;
  @Field(() => Int, { description: 'Companionships that would be left without a worker.' }) companionships: number;
}

@InputType()
export class GrantRoleInput {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field(() => RoleEnum, { description: 'Which role.' }) role: Role;
  @Field(() => ID, { nullable: true, description: 'In this office; left out: in the whole agency.' })
  officeId?: string | null;
  @Field(() => LocalDateType, { description: 'First day, today or later.' }) startsOn: LocalDate;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; left out: no end yet.' })
  endsOn?: LocalDate | null;
}

@InputType()
export class EndRoleInput {
  @Field(() => ID, { description: 'Which of the posts.' }) postId: string;
  @Field(() => LocalDateType, { description: 'Last day; yesterday ends it at once.' }) endsOn: LocalDate;
  @Field(() => RoleEndReasonEnum, { description: 'Goes to the audit as a code.' }) reason: RoleEndReason;
  @Field(() => ID, {
    nullable: true,
    description: 'Who takes over the volunteers and companionships, where there are any.',
  })
  handToId?: string | null;
}

export const GrantRoleResult = createUnionType({
  name: 'GrantRoleResult',
  types: () => [StaffMemberType, StaffRefused, InvalidInput, NotFound] as const,
});
export const EndRoleResult = createUnionType({
  name: 'EndRoleResult',
  types: () => [StaffMemberType, StaffRefused, InvalidInput, NotFound] as const,
});

export function toMember({ posts, ...member }: StaffMember, offices: readonly Office[]): StaffMemberType {
  const names = new Map(offices.map(({ id, name }) => [id, name]));
  return make(StaffMemberType, {
    ...member,
    personId: toGlobalId('Person', member.personId),
    posts: posts.map(({ id, role, officeId, startsOn, endsOn }) =>
      make(StaffPostType, {
        id: toGlobalId('StaffPost', id),
        role,
        office: officeId === undefined ? null : (names.get(officeId) ?? null),
        startsOn,
        endsOn: endsOn ?? null,
      }),
    ),
  });
}

export const toOffice = ({ id, name, endsOn }: Office): OfficeType =>
  make(OfficeType, { id: toGlobalId('Office', id), name, endsOn });
