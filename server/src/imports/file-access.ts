// The guard before files, as strict as the one before the root fields of GraphQL: refusals of a role are remembered.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { Permission } from '@tongxing/shared/permissions';
import { mayDo, type Actor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';

export type AccessError =
  { readonly code: 'UNAUTHENTICATED' } | { readonly code: 'FORBIDDEN'; readonly permission: Permission };

@Injectable()
export class FileAccess {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /** The signed-in person, where they hold the permission. `operation` names the address in the audit. */
  async admit(
    actor: Actor | undefined,
    permission: Permission,
    operation: string,
  ): Promise<Result<PersonActor, AccessError>> {
    if (!actor) return err({ code: 'UNAUTHENTICATED' });
    if (actor.kind === 'person' && mayDo(actor, permission)) return ok(actor);
    const entry = { action: 'access.refused', subjectType: 'Operation', facts: { field: operation, permission } };
    await rememberRefusal(this.work, this.trail, actor, entry);
    return err({ code: 'FORBIDDEN', permission });
  }
}
