import type { AgencyId, ChildId, LoginId, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { permissionsOf, type Permission, type Role } from '@tongxing/shared/permissions';

/** Whoever acts. Services take an actor, never a request. */
export type Actor = PersonActor | GuardianActor | SystemActor;

/** A role in force, and where: in one office, or in the whole agency. */
export interface Post {
  readonly role: Role;
  readonly officeId?: OfficeId | undefined;
}

/** Offices whose rows somebody may touch; rows that name no office belong to everybody's. */
export type OfficeReach = readonly OfficeId[] | 'ALL';

/** Someone signed in. */
export interface PersonActor {
  readonly kind: 'person';
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly loginId: LoginId;
  readonly sessionId: string;
  readonly posts: readonly Post[];
  readonly roles: readonly Role[];
  /** Where any of the roles holds. What one permission reaches is narrower: `reachOf`. */
  readonly offices: OfficeReach;
  readonly permissions: ReadonlySet<Permission>;
  /** True where a second factor is overdue: nothing but the own account opens before it is set up. */
  readonly heldBack?: boolean;
}

/** A guardian who came by a personal link: one child, nothing else. */
export interface GuardianActor {
  readonly kind: 'guardian';
  readonly agencyId: AgencyId;
  readonly linkId: string;
  readonly childId: ChildId;
  readonly sessionId: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** The platform itself: seed, jobs, first run. Always within one agency. */
export interface SystemActor {
  readonly kind: 'system';
  readonly agencyId: AgencyId;
  readonly name: string;
}

/** Somebody with these posts; an actor is made nowhere else, so that roles, offices and permissions agree. */
export function personActor(
  who: Pick<PersonActor, 'agencyId' | 'personId' | 'loginId' | 'sessionId'>,
  posts: readonly Post[],
): PersonActor {
  const roles = [...new Set(posts.map((post) => post.role))];
  return { kind: 'person', ...who, posts, roles, offices: officesOf(posts), permissions: permissionsFor(roles) };
}

const known = new Map<string, ReadonlySet<Permission>>();

/** The matrix is fixed, so each combination of roles is looked up once. */
function permissionsFor(roles: readonly Role[]): ReadonlySet<Permission> {
  const key = roles.join(' ');
  const permissions = known.get(key) ?? permissionsOf(roles);
  known.set(key, permissions);
  return permissions;
}

/** The whole agency as soon as one post holds everywhere; no office without a post. */
export function officesOf(posts: readonly Post[]): OfficeReach {
  const offices = posts.map((post) => post.officeId);
  if (offices.includes(undefined)) return 'ALL';
  return [...new Set(offices.filter((office) => office !== undefined))];
}

export function mayDo(actor: Actor | undefined, permission: Permission): boolean {
  return actor !== undefined && actor.kind !== 'system' && actor.permissions.has(permission);
}

/** How the audit names an actor: the kind and an id, never a name. */
export function actorReference(actor: Actor): { readonly kind: Actor['kind']; readonly id: string } {
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', id: actor.personId };
    case 'guardian':
      return { kind: 'guardian', id: actor.linkId };
    case 'system':
      return { kind: 'system', id: actor.name };
  }
}
