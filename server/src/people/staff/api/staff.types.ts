import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Graded } from '../../../platform/access/index.js';
import { InvalidInput, LocalDateType, make, NotFound, toGlobalId, UserError } from '../../../platform/graphql/index.js';
import type { Office } from '../../agencies/office.entity.js';
import { AccountStandingType, toStanding } from '../../api/invitations.types.js';
import { RoleEnum } from '../../api/viewer.types.js';
import { OfficeType } from '../../offices/api/offices.types.js';
import { ROLE_END_REASONS, STAFF_REFUSALS, type RoleEndReason, type StaffMember, type StaffRefusal } from '../staff.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

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
  @Field(() => ID, { nullable: true, description: 'Which office; null: the whole agency.' }) officeId: string | null;
  @Field(() => LocalDateType, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where it has no end yet.' })
  endsOn: string | null;
}

@ObjectType('AwaitedRole', { description: 'A role that begins once its invitation is accepted.' })
@Graded('staff', 'G2')
class AwaitedRoleType {
  @Field(() => RoleEnum, { description: 'Which role.' }) role: Role;
  @Field(() => String, { nullable: true, description: 'Name of the office; null: the whole agency.' })
  office: string | null;
  @Field(() => ID, { nullable: true, description: 'Which office; null: the whole agency.' }) officeId: string | null;
  @Field(() => LocalDateType, { description: 'First day, or the day of accepting where that is later.' })
  startsOn: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day; null where it has no end yet.' })
  endsOn: string | null;
}

@ObjectType('StaffMember', { description: 'Somebody who has, had or will have a role at the desk.' })
@Graded('staff', 'G2')
export class StaffMemberType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field({ description: 'Full name.' }) name: string;
  @Field(() => String, { nullable: true, description: 'E-mail on file, to which an invitation goes.' })
  email: string | null;
  @Field(() => AccountStandingType, { description: 'Whether they have an account, or an invitation.' })
  account: AccountStandingType;
  @Field({ description: 'Whether all their work is stopped.' }) stopped: boolean;
  @Field(() => [StaffPostType], { description: 'Every role, the earliest first.' }) posts: StaffPostType[];
  @Field(() => [AwaitedRoleType], {
    description: 'Roles of the last invitation that was not accepted: they begin once it is. Also of one taken back.',
  })
  awaited: AwaitedRoleType[];
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

export function toMember(member: StaffMember, offices: readonly Office[]): StaffMemberType {
  const names = new Map(offices.map(({ id, name }) => [id, name]));
  const place = (officeId: string | null | undefined) =>
    officeId
      ? { officeId: toGlobalId('Office', officeId), office: names.get(officeId) ?? null }
      : { officeId: null, office: null };
  return make(StaffMemberType, {
    personId: toGlobalId('Person', member.personId),
    name: member.name,
    email: member.email ?? null,
    stopped: member.stopped,
    account: toStanding(member.personId, member.account),
    posts: member.posts.map(({ id, role, officeId, startsOn, endsOn }) =>
      make(StaffPostType, {
        id: toGlobalId('StaffPost', id),
        role,
        ...place(officeId),
        startsOn,
        endsOn: endsOn ?? null,
      }),
    ),
    awaited: member.awaited.map(({ role, officeId, startsOn, endsOn }) =>
      make(AwaitedRoleType, { role, ...place(officeId), startsOn, endsOn }),
    ),
  });
}
