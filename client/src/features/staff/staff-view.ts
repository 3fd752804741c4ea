// Who is a colleague now, will be, or was: read from dated roles, never from a flag.
import type { RoleEndReason, StaffListQuery, StaffRefusal } from '../../gql/graphql.js';

export type StaffList = StaffListQuery['staffList'];
export type Member = StaffList['members'][number];
export type Post = Member['posts'][number];
export type Office = StaffList['offices'][number];
export type EndReason = RoleEndReason;
export type Refusal = StaffRefusal;

export const TIMES = ['NOW', 'LATER', 'BEFORE'] as const;
export type Time = (typeof TIMES)[number];

/** Days compare as text: `2026-11-22`. */
export function timeOf({ startsOn, endsOn }: Pick<Post, 'startsOn' | 'endsOn'>, today: string): Time {
  if (endsOn != null && endsOn < today) return 'BEFORE';
  return startsOn > today ? 'LATER' : 'NOW';
}

/** Now, where one role is in force; later, where one will be or an invitation stands; else before. */
export function timeOfMember({ posts, awaited, account }: Member, today: string): Time {
  const times = posts.map((post) => timeOf(post, today));
  if (times.includes('NOW')) return 'NOW';
  const invited = awaited.length > 0 && account.state !== 'NOT_INVITED';
  return times.includes('LATER') || invited ? 'LATER' : 'BEFORE';
}

/** Roles in force and to come, those in force first. */
export const standingPosts = ({ posts }: Member, today: string): readonly Post[] =>
  (['NOW', 'LATER'] as const).flatMap((time) => posts.filter((post) => timeOf(post, today) === time));

const CASE_WORK = ['SOCIAL_WORKER', 'SUPERVISOR'] as const;

/** Who may take over from somebody whose role ends: those who hold such a role on the day after, and are not stopped. */
export function takersOf(members: readonly Member[], from: Member, role: string, dayAfter: string): readonly Member[] {
  const wanted: readonly string[] = role === 'SUPERVISOR' ? ['SUPERVISOR'] : CASE_WORK;
  return members.filter(
    (member) =>
      member.personId !== from.personId &&
      !member.stopped &&
      member.posts.some((post) => wanted.includes(post.role) && timeOf(post, dayAfter) === 'NOW'),
  );
}

/** The day after, as text. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(next.getTime())) return day;
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

export const openOffices = (offices: readonly Office[]): readonly Office[] =>
  offices.filter((office) => office.endsOn == null);

/** Who works in an office now or later. */
export const membersOf = (members: readonly Member[], officeId: string, today: string): readonly Member[] =>
  members.filter((member) => standingPosts(member, today).some((post) => post.officeId === officeId));
