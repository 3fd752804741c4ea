import type { AgencyId, ChildId, LoginId, PersonId } from '@tongxing/shared/kernel';
import type { Permission, Role } from '@tongxing/shared/permissions';

/** Whoever acts. Services take an actor, never a request. */
export type Actor = PersonActor | GuardianActor | SystemActor;

/** Someone signed in. */
export interface PersonActor {
  readonly kind: 'person';
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly loginId: LoginId;
  readonly sessionId: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
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
